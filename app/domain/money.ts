import type { Branded } from './ids.ts';

/** A canonical decimal in plain notation with the currency's own number of decimals, e.g. `12.50`, `1200`, `1.234`. */
export type Decimal = Branded<'Decimal'>;
/** Shopify's CurrencyCode: ISO 4217, and a few of four letters such as `USDC`. */
export type CurrencyCode = Branded<'CurrencyCode'>;

/** Shopify's MoneyV2 shape. All amounts are in the presentment currency unless the name says otherwise. */
export interface Money {
  readonly amount: Decimal;
  readonly currencyCode: CurrencyCode;
}

/*
 * Decimals by ISO 4217 where they are not two. UGX and ISK have none in ISO; Shopify bills them so too.
 * https://www.six-group.com/en/products-services/financial-information/data-standards.html
 */
const withoutDecimals = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' '),
);
const withThreeDecimals = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals an amount of the currency has: 0, 2 or 3. */
export function decimalsOf(currencyCode: string): number {
  if (withoutDecimals.has(currencyCode)) return 0;
  return withThreeDecimals.has(currencyCode) ? 3 : 2;
}

function parseCurrencyCode(text: string): CurrencyCode | null {
  return /^[A-Z]{3,4}$/.test(text) ? (text as CurrencyCode) : null;
}

/**
 * Money from a decimal text such as Shopify's `15.0`. More decimals than the currency has are kept
 * only while they are zeros; anything else throws, since rounding would invent or lose money.
 */
export function parseMoney(amount: string, currency: string): Money {
  const currencyCode = parseCurrencyCode(currency);
  if (!currencyCode) throw new RangeError(`no currency code: ${currency}`);
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!match) throw new RangeError(`no decimal amount: ${amount}`);
  const [, sign = '', whole = '0', fraction = ''] = match;
  const decimals = decimalsOf(currencyCode);
  if (/[1-9]/.test(fraction.slice(decimals))) {
    throw new RangeError(`${amount} has more decimals than ${currencyCode}`);
  }
  const units = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  return fromUnits(sign === '-' ? -units : units, currencyCode);
}

/**
 * Money from a decimal text with any number of decimals, rounded half up to the currency's own. For
 * figures that are read and shown (a discount spread over three units), never for what is paid.
 */
export function roundMoney(amount: string, currency: string): Money {
  const text = amount.trim();
  const dot = text.includes('.') ? text.indexOf('.') : text.length;
  const [whole, fraction] = [text.slice(0, dot), text.slice(dot + 1)];
  const decimals = decimalsOf(currency);
  if (!/^\d*$/.test(fraction) || fraction.length <= decimals) return parseMoney(amount, currency);
  const kept = parseMoney(
    decimals === 0 ? whole : `${whole}.${fraction.slice(0, decimals)}`,
    currency,
  );
  if (Number(fraction.charAt(decimals)) < 5) return kept;
  return fromUnits(unitsOf(kept) + (whole.startsWith('-') ? -1n : 1n), kept.currencyCode);
}

/** The nearest amount of the currency to a number: for estimates of costs, never for what is paid. */
export function approximate(value: number, currencyCode: CurrencyCode): Money {
  return parseMoney(value.toFixed(decimalsOf(currencyCode)), currencyCode);
}

export function zero(currencyCode: CurrencyCode): Money {
  return fromUnits(0n, currencyCode);
}

export function add(a: Money, b: Money): Money {
  return fromUnits(unitsOf(a) + unitsOf(inCurrencyOf(a, b)), a.currencyCode);
}

export function subtract(a: Money, b: Money): Money {
  return fromUnits(unitsOf(a) - unitsOf(inCurrencyOf(a, b)), a.currencyCode);
}

export function sum(amounts: readonly Money[], currencyCode: CurrencyCode): Money {
  return amounts.reduce(add, zero(currencyCode));
}

export function smaller(a: Money, b: Money): Money {
  return compare(a, b) <= 0 ? a : b;
}

export function larger(a: Money, b: Money): Money {
  return compare(a, b) >= 0 ? a : b;
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Money, b: Money): number {
  const difference = unitsOf(a) - unitsOf(inCurrencyOf(a, b));
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isPositive(money: Money): boolean {
  return unitsOf(money) > 0n;
}

/** How much of another amount this one is: for the length of a bar, never for what is paid. 0 of nothing. */
export function ratio(part: Money, whole: Money): number {
  const all = unitsOf(inCurrencyOf(part, whole));
  return all === 0n ? 0 : Number((unitsOf(part) * 1_000_000n) / all) / 1_000_000;
}

/** `quantity` times the amount. */
export function times(money: Money, quantity: number): Money {
  if (!Number.isSafeInteger(quantity)) throw new RangeError(`no whole quantity: ${quantity}`);
  return fromUnits(unitsOf(money) * BigInt(quantity), money.currencyCode);
}

/** The amount times a probability or share between 0 and 1 (to four decimals), rounded half up. */
export function scale(money: Money, factor: number): Money {
  if (!(factor >= 0 && factor <= 1)) throw new RangeError(`no share between 0 and 1: ${factor}`);
  const tenThousandths = BigInt(Math.round(factor * 10_000));
  return fromUnits(divideHalfUp(unitsOf(money) * tenThousandths, 10_000n), money.currencyCode);
}

/** Of an amount that belongs to `part` and `others` together, what is the part's, rounded half up. Weights are whole. */
export function portion(money: Money, part: number, others: number): Money {
  const units = divideHalfUp(unitsOf(money) * BigInt(part), BigInt(part) + BigInt(others));
  return fromUnits(units, money.currencyCode);
}

/**
 * Splits the amount by whole, non-negative weights. The parts always sum to the amount: what is left
 * by rounding goes to the largest remainders, first come first served.
 */
export function allocate(money: Money, weights: readonly number[]): readonly Money[] {
  const parts = weights.map((weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) {
      throw new RangeError(`no whole weight: ${weight}`);
    }
    return BigInt(weight);
  });
  const total = parts.reduce((a, b) => a + b, 0n);
  if (total === 0n) throw new RangeError('weights sum to zero');
  const units = unitsOf(money);
  const sign = units < 0n ? -1n : 1n;
  const size = units * sign;
  const shares = parts.map((part) => (size * part) / total);
  const left = size - shares.reduce((a, b) => a + b, 0n);
  const byRemainder = parts
    .map((part, index) => ({ index, remainder: (size * part) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? 0 : a.remainder > b.remainder ? -1 : 1));
  const luckier = new Set(byRemainder.slice(0, Number(left)).map(({ index }) => index));
  return shares.map((share, index) =>
    fromUnits((luckier.has(index) ? share + 1n : share) * sign, money.currencyCode),
  );
}

/** The amount in the currency's smallest units, for arithmetic here and comparisons of identity. */
function unitsOf(money: Money): bigint {
  return BigInt(money.amount.replace('.', ''));
}

function fromUnits(units: bigint, currencyCode: CurrencyCode): Money {
  const decimals = decimalsOf(currencyCode);
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
  return { amount: `${units < 0n ? '-' : ''}${text}` as Decimal, currencyCode };
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  return (sign * (numerator * sign * 2n + denominator)) / (denominator * 2n);
}

function inCurrencyOf(a: Money, b: Money): Money {
  if (a.currencyCode !== b.currencyCode) {
    throw new RangeError(`${a.currencyCode} and ${b.currencyCode} do not mix`);
  }
  return b;
}
