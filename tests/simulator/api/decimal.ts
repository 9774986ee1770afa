/** Money arithmetic in whole 10^-10 units of a currency, so that no step rounds by accident. */
export type Amount = bigint;

/** What Shopify calls a money bag: the same money in the shop's and in the buyer's currency. */
export interface Bag {
  readonly shop: Amount;
  readonly presentment: Amount;
}

const places = 10;
const one = 10n ** BigInt(places);

const noDecimals = new Set([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG'],
  ...['RWF', 'UGX', 'UYI', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'],
]);
const threeDecimals = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

/** ISO 4217's number of decimals. */
function decimalsOf(currency: string): number {
  if (noDecimals.has(currency)) return 0;
  return threeDecimals.has(currency) ? 3 : 2;
}

/** Null when the text is no plain decimal, or has more than ten decimals. */
export function parseAmount(text: string): Amount | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const significant = fraction.replace(/0+$/, '');
  if (significant.length > places) return null;
  const size = BigInt(whole + significant.padEnd(places, '0'));
  return sign === '-' ? -size : size;
}

/** As GraphQL writes money: unpadded, at least one decimal (`15.0`, `7.1`). */
export function graphqlAmount(amount: Amount): string {
  const size = amount < 0n ? -amount : amount;
  const fraction = (size % one).toString().padStart(places, '0').replace(/0+$/, '');
  return `${amount < 0n ? '-' : ''}${size / one}.${fraction === '' ? '0' : fraction}`;
}

/** As REST writes money: padded to the currency's decimals (`15.00`, `1200`). */
export function restAmount(amount: Amount, currency: string): string {
  const [whole = '0', fraction = ''] = graphqlAmount(amount).split('.');
  const decimals = decimalsOf(currency);
  const shown = (fraction === '0' ? '' : fraction).padEnd(decimals, '0');
  return shown === '' ? whole : `${whole}.${shown}`;
}

/** Half away from zero, to the decimals of the currency. */
export function roundFor(currency: string, amount: Amount): Amount {
  const step = 10n ** BigInt(places - decimalsOf(currency));
  return divideRounded(amount, step) * step;
}

export function fitsCurrency(currency: string, amount: Amount): boolean {
  return roundFor(currency, amount) === amount;
}

/** `numerator / denominator`, half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideRounded(-numerator, -denominator);
  const sign = numerator < 0n ? -1n : 1n;
  return (sign * (2n * sign * numerator + denominator)) / (2n * denominator);
}

export const nothing: Bag = { shop: 0n, presentment: 0n };

export function addBags(...bags: readonly Bag[]): Bag {
  return bags.reduce(
    (sum, bag) => ({ shop: sum.shop + bag.shop, presentment: sum.presentment + bag.presentment }),
    nothing,
  );
}

export function subtractBags(from: Bag, bag: Bag): Bag {
  return { shop: from.shop - bag.shop, presentment: from.presentment - bag.presentment };
}

export function timesBag(bag: Bag, factor: number): Bag {
  return { shop: bag.shop * BigInt(factor), presentment: bag.presentment * BigInt(factor) };
}

export function smallerOf(a: Amount, b: Amount): Amount {
  return a < b ? a : b;
}

export function notNegative(amount: Amount): Amount {
  return amount < 0n ? 0n : amount;
}
