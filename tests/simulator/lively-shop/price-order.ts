import { addBags, divideRounded, nothing, roundFor, timesBag, type Bag } from '../api/decimal.ts';
import type { Market } from './markets.ts';
import type { LineDraft, OrderDraft } from './order-draft.ts';

/** The currency that the shop keeps its books in. */
export const shopCurrency = 'USD';

export interface PricedLine {
  readonly line: LineDraft;
  readonly unit: Bag;
  readonly discount: Bag;
  readonly tax: Bag;
  /** After the discount, with what is added for tax. */
  readonly total: Bag;
}

export interface PricedOrder {
  readonly lines: readonly PricedLine[];
  readonly shipping: Bag;
  readonly subtotal: Bag;
  readonly discount: Bag;
  readonly tax: Bag;
  readonly total: Bag;
}

const shippingCents = { domestic: 490, crossBorder: 1190 };

export function priceOrder(draft: OrderDraft): PricedOrder {
  const { from, to } = draft.lane;
  const lines = draft.lines.map((line) => priceLine(line, draft.discount, to));
  const cents = from === to.country ? shippingCents.domestic : shippingCents.crossBorder;
  const ships = draft.lines.some(({ product }) => !product.giftCard);
  const shipping = draft.freeShipping || !ships ? nothing : fromCents(cents, to);
  const tax = addBags(...lines.map((line) => line.tax));
  const totals = addBags(...lines.map((line) => line.total));
  return {
    lines,
    shipping,
    subtotal: addBags(totals, timesBag(to.tax.included ? nothing : tax, -1)),
    discount: addBags(...lines.map((line) => line.discount)),
    tax,
    total: addBags(totals, shipping),
  };
}

function priceLine(line: LineDraft, percentOff: number, market: Market): PricedLine {
  const { product, quantity } = line;
  const unit = fromCents(product.cents, market);
  const full = timesBag(unit, quantity);
  const discount = partOf(full, BigInt(percentOff), 100n, market);
  const net = addBags(full, timesBag(discount, -1));
  const { percent, included } = market.tax;
  const taxed = product.giftCard ? 0n : percent;
  const tax = partOf(net, taxed, included ? 100n + taxed : 100n, market);
  return { line, unit, discount, tax, total: included ? net : addBags(net, tax) };
}

/** `part / whole` of an amount, rounded as both of its currencies ask. */
export function partOf(bag: Bag, part: bigint, whole: bigint, market: Market): Bag {
  return inBothMoneys(divideRounded(bag.presentment * part, whole), market);
}

function fromCents(cents: number, market: Market): Bag {
  // Amounts count 10^-10: a cent is 10^8 of them.
  return inBothMoneys(divideRounded(BigInt(cents) * 100_000_000n * market.rate, 1000n), market);
}

function inBothMoneys(presentment: bigint, { currency, rate }: Market): Bag {
  const rounded = roundFor(currency, presentment);
  return {
    presentment: rounded,
    shop: roundFor(shopCurrency, divideRounded(rounded * 1000n, rate)),
  };
}
