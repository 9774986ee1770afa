import {
  addBags,
  divideRounded,
  notNegative,
  roundFor,
  subtractBags,
  timesBag,
  type Amount,
  type Bag,
} from '../decimal.ts';
import type { LineState, OrderState, TransactionState } from './order-state.ts';

/** Presentment money with its worth in the shop's currency, at the order's own rate. */
export function bagOf(order: Rate, presentment: Amount): Bag {
  if (order.currency === order.presentmentCurrency || order.total.presentment === 0n) {
    return { shop: presentment, presentment };
  }
  const shop = divideRounded(presentment * order.total.shop, order.total.presentment);
  return { shop: roundFor(order.currency, shop), presentment };
}

export type Rate = Pick<OrderState, 'currency' | 'presentmentCurrency' | 'total'>;

const unfinished = new Set(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']);

export function isPayment({ kind, status }: TransactionState): boolean {
  return (kind === 'SALE' || kind === 'CAPTURE') && status === 'SUCCESS';
}

function isRefund({ kind }: TransactionState): boolean {
  return kind === 'REFUND';
}

export function isPending({ status }: TransactionState): boolean {
  return unfinished.has(status);
}

function total(transactions: readonly TransactionState[]): Bag {
  return addBags(...transactions.map(({ amount }) => amount));
}

export function receivedOf(order: OrderState): Bag {
  return total(order.transactions.filter(isPayment));
}

/** Successful refund transactions only: Shopify's `totalRefundedSet` is 0 while a refund is pending. */
export function refundedOf(order: OrderState): Bag {
  return total(order.transactions.filter((each) => isRefund(each) && each.status === 'SUCCESS'));
}

export function netPaymentOf(order: OrderState): Bag {
  return subtractBags(receivedOf(order), refundedOf(order));
}

/** What is left of one payment, refunds under way counted as gone. */
export function refundableOfPayment(order: OrderState, payment: TransactionState): Amount {
  const gone = order.transactions.filter(
    (each) =>
      isRefund(each) &&
      each.parentId === payment.id &&
      (each.status === 'SUCCESS' || isPending(each)),
  );
  return notNegative(payment.amount.presentment - total(gone).presentment);
}

/** Presentment; refunds under way counted as gone. */
export function maximumRefundableOf(order: OrderState): Amount {
  const pending = total(order.transactions.filter((each) => isRefund(each) && isPending(each)));
  return notNegative(netPaymentOf(order).presentment - pending.presentment);
}

export function refundedShippingOf(order: OrderState): Bag {
  return addBags(...order.refunds.map(({ shipping }) => shipping));
}

/** What may still go back of shipping, tax included; presentment. */
export function refundableShippingOf(order: OrderState): Amount {
  const paid = addBags(
    order.shipping.charged,
    order.taxesIncluded ? nothingMore : order.shipping.tax,
  );
  return notNegative(paid.presentment - refundedShippingOf(order).presentment);
}

const nothingMore: Bag = { shop: 0n, presentment: 0n };

export function refundableQuantityOf(line: LineState): number {
  return Math.max(0, Math.min(line.currentQuantity, line.quantity - line.refundedQuantity));
}

export function discountedTotalOf(line: LineState): Bag {
  return subtractBags(timesBag(line.unitPrice, line.quantity), line.discount);
}

/**
 * What the next `quantity` refunded units of a line come to. Shares are cut from the running total, so that the units'
 * amounts always add up to the line's.
 */
export function shareOfLine(order: Rate, line: LineState, quantity: number, whole: Bag): Bag {
  const upTo = (units: number): Amount =>
    line.quantity === 0
      ? 0n
      : roundFor(
          order.presentmentCurrency,
          divideRounded(whole.presentment * BigInt(units), BigInt(line.quantity)),
        );
  const before = line.refundedQuantity;
  return bagOf(order, upTo(before + quantity) - upTo(before));
}

/** The status that the money implies; the one it has, while no refund succeeded. */
export function financialStatusAfterRefund(order: OrderState): string | null {
  const refunded = refundedOf(order).presentment;
  if (refunded <= 0n) return order.financialStatus;
  return netPaymentOf(order).presentment <= 0n ? 'REFUNDED' : 'PARTIALLY_REFUNDED';
}
