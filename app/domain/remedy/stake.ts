import type { Stake, StakeLine } from '../claim.ts';
import {
  add,
  allocate,
  isPositive,
  larger,
  smaller,
  subtract,
  sum,
  times,
  zero,
  type Money,
} from '../money.ts';
import type { DispatchFacts, LineFacts, OrderFacts, ParcelFacts } from '../order-facts.ts';
import { refundableOf } from './refundable.ts';

/** Shipping that the buyer paid and did not get back; null when there is none. */
function shippingLeftOf(facts: OrderFacts): Money | null {
  const left = subtract(facts.shipping.price, facts.shipping.refunded);
  return isPositive(left) ? left : null;
}

/** The goods of one parcel, and the shipping when it carries all that was ever shipped. */
export function stakeOfParcel(facts: OrderFacts, parcel: ParcelFacts): Stake {
  const lines = parcel.lines.flatMap((part): StakeLine[] => {
    const line = facts.lines.find((candidate) => candidate.lineItemId === part.lineItemId);
    const quantity = Math.min(part.quantity, line?.refundableQuantity ?? 0);
    return quantity > 0
      ? [{ lineItemId: part.lineItemId, quantity, restock: 'NO_RESTOCK', locationId: null }]
      : [];
  });
  const alone = facts.parcels.filter((other) => other.status !== 'CANCELLED').length === 1;
  const allShipped = facts.lines.every((line) => line.unfulfilledQuantity === 0);
  return withEstimate(facts, {
    lines,
    shipping: alone && allShipped ? shippingLeftOf(facts) : null,
  });
}

/** What was not shipped; shipping too when nothing was. */
export function stakeOfUnshipped(facts: OrderFacts): Stake {
  const lines = unshippedLinesOf(facts).map((line): StakeLine => {
    const locationId = locationOf(facts.dispatches, line);
    return {
      lineItemId: line.lineItemId,
      quantity: Math.min(line.unfulfilledQuantity, line.refundableQuantity),
      // Shopify wants to know where the goods are put back; without a place they stay where they are.
      restock: locationId === null ? 'NO_RESTOCK' : 'CANCEL',
      locationId,
    };
  });
  const nothingShipped = facts.parcels.every((parcel) => parcel.status === 'CANCELLED');
  return withEstimate(facts, { lines, shipping: nothingShipped ? shippingLeftOf(facts) : null });
}

/** Shipping alone; null when the buyer paid none that is left. */
export function stakeOfShipping(facts: OrderFacts): Stake | null {
  const shipping = shippingLeftOf(facts);
  return shipping ? withEstimate(facts, { lines: [], shipping }) : null;
}

export function stakeOfEverything(facts: OrderFacts): Stake {
  return { lines: [], shipping: null, everything: true, estimate: refundableOf(facts) };
}

/** Lines that wait to be shipped and were not paid back. */
export function unshippedLinesOf(facts: OrderFacts): readonly LineFacts[] {
  return facts.lines.filter(
    (line) =>
      line.requiresShipping &&
      !line.isGiftCard &&
      Math.min(line.unfulfilledQuantity, line.refundableQuantity) > 0,
  );
}

function withEstimate(facts: OrderFacts, stake: Pick<Stake, 'lines' | 'shipping'>): Stake {
  const goods = sum(
    stake.lines.map((part) => {
      const line = facts.lines.find((candidate) => candidate.lineItemId === part.lineItemId);
      return line ? priceOf(line, part.quantity) : zero(facts.currency);
    }),
    facts.currency,
  );
  const whole = stake.shipping ? add(goods, stake.shipping) : goods;
  return { ...stake, everything: false, estimate: smaller(whole, refundableOf(facts)) };
}

function priceOf(line: LineFacts, quantity: number): Money {
  const others = Math.max(0, line.quantity - quantity);
  const [tax] = quantity > 0 ? allocate(line.tax, [quantity, others]) : [];
  const goods = times(line.unitPrice, quantity);
  return larger(tax ? add(goods, tax) : goods, zero(goods.currencyCode));
}

function locationOf(dispatches: readonly DispatchFacts[], line: LineFacts) {
  const dispatch = dispatches.find((candidate) =>
    candidate.lines.some(
      (part) => part.lineItemId === line.lineItemId && part.remainingQuantity > 0,
    ),
  );
  return dispatch?.locationId ?? null;
}
