import {
  addBags,
  nothing,
  notNegative,
  smallerOf,
  timesBag,
  type Amount,
  type Bag,
} from '../decimal.ts';
import {
  bagOf,
  discountedTotalOf,
  isPayment,
  maximumRefundableOf,
  refundableOfPayment,
  refundableQuantityOf,
  refundableShippingOf,
  shareOfLine,
} from './order-money.ts';
import type { LineState, OrderState, TransactionState } from './order-state.ts';

export interface WantedLine {
  readonly line: LineState;
  readonly quantity: number;
}

export interface SuggestedLine extends WantedLine {
  /** Before discounts. */
  readonly original: Bag;
  readonly subtotal: Bag;
  readonly tax: Bag;
}

export interface SuggestedRefund {
  readonly amount: Bag;
  readonly maximumRefundable: Bag;
  readonly duties: Bag;
  readonly lines: readonly SuggestedLine[];
  readonly subtotal: Bag;
  readonly originalSubtotal: Bag;
  readonly tax: Bag;
  readonly shipping: Bag;
  readonly maximumShipping: Bag;
  readonly transactions: readonly {
    readonly parent: TransactionState;
    readonly amount: Bag;
    readonly maximumRefundable: Bag;
  }[];
}

/** What Shopify's calculator suggests; presentment amounts decide, shop amounts follow at the order's rate. */
export function suggestRefund(
  order: OrderState,
  wanted: {
    readonly lines: readonly WantedLine[];
    readonly shipping: Amount | 'all';
    readonly duties: Amount;
  },
): SuggestedRefund {
  const lines = wanted.lines.map((each) => priceLine(order, each));
  const subtotal = addBags(...lines.map((line) => line.subtotal));
  const tax = addBags(...lines.map((line) => line.tax));
  const maximumShipping = refundableShippingOf(order);
  const shipping =
    wanted.shipping === 'all' ? maximumShipping : smallerOf(wanted.shipping, maximumShipping);
  const maximum = maximumRefundableOf(order);
  const wantedTotal =
    subtotal.presentment +
    (order.taxesIncluded ? 0n : tax.presentment) +
    notNegative(shipping) +
    wanted.duties;
  const amount = smallerOf(wantedTotal, maximum);
  return {
    amount: bagOf(order, amount),
    maximumRefundable: bagOf(order, maximum),
    duties: bagOf(order, wanted.duties),
    lines,
    subtotal,
    originalSubtotal: addBags(...lines.map(({ original }) => original)),
    tax,
    shipping: bagOf(order, notNegative(shipping)),
    maximumShipping: bagOf(order, maximumShipping),
    transactions: spread(order, amount),
  };
}

/** Everything that could still go back. */
export function everythingOf(order: OrderState): readonly WantedLine[] {
  return order.lines
    .map((line) => ({ line, quantity: refundableQuantityOf(line) }))
    .filter(({ quantity }) => quantity > 0);
}

export function priceLine(order: OrderState, { line, quantity }: WantedLine): SuggestedLine {
  const taxes = line.taxLines.map(({ price }) => shareOfLine(order, line, quantity, price));
  return {
    line,
    quantity,
    original: timesBag(line.unitPrice, quantity),
    subtotal: shareOfLine(order, line, quantity, discountedTotalOf(line)),
    tax: taxes.length === 0 ? nothing : addBags(...taxes),
  };
}

/** Oldest payment first. An amount of nothing still names the payment that it would come from. */
function spread(order: OrderState, amount: Amount): SuggestedRefund['transactions'] {
  let left = amount;
  const shares = order.transactions.filter(isPayment).flatMap((parent) => {
    const available = refundableOfPayment(order, parent);
    if (available === 0n) return [];
    const share = smallerOf(left, available);
    left -= share;
    return [{ parent, amount: bagOf(order, share), maximumRefundable: bagOf(order, available) }];
  });
  const used = shares.filter((share) => share.amount.presentment > 0n);
  return used.length > 0 ? used : shares.slice(0, 1);
}
