import type { Gid } from '../ids.ts';
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

/** Which lines of an order are at stake, and how many of each. */
export interface LinePart {
  readonly lineItemId: Gid<'LineItem'>;
  readonly quantity: number;
}

/** Shipping that the buyer paid and did not get back; null when there is none. */
export function shippingLeftOf(order: OrderFacts): Money | null {
  const left = subtract(order.shipping.price, order.shipping.refunded);
  return isPositive(left) ? left : null;
}

/**
 * Goods by line and quantity, never more than is still refundable of each, with their duties and, where wished, their
 * share of the shipping: all of it with the last goods, else in proportion to what the goods cost.
 */
export function stakeOfLines(
  order: OrderFacts,
  parts: readonly LinePart[],
  { shipping }: { readonly shipping: boolean },
): Stake {
  const lines = parts.flatMap(({ lineItemId, quantity }): StakeLine[] => {
    const line = order.lines.find((candidate) => candidate.lineItemId === lineItemId);
    const most = Math.min(quantity, line?.refundableQuantity ?? 0);
    return most > 0
      ? [{ lineItemId, quantity: most, restock: 'NO_RESTOCK', locationId: null }]
      : [];
  });
  return withEstimate(order, { lines, shipping: shipping ? shippingShareOf(order, lines) : null });
}

/** The goods of one parcel, with their share of the shipping. */
export function stakeOfParcel(order: OrderFacts, parcel: ParcelFacts): Stake {
  return stakeOfLines(order, parcel.lines, { shipping: true });
}

/** Every line that can still be refunded, with all the shipping. */
export function stakeOfOrder(order: OrderFacts): Stake {
  const parts = order.lines.map(({ lineItemId, refundableQuantity }) => ({
    lineItemId,
    quantity: refundableQuantity,
  }));
  return stakeOfLines(order, parts, { shipping: true });
}

/** What was not shipped, with its share of the shipping. */
export function stakeOfUnshipped(order: OrderFacts): Stake {
  const lines = unshippedLinesOf(order).map((line): StakeLine => {
    const locationId = locationOf(order.dispatches, line);
    return {
      lineItemId: line.lineItemId,
      quantity: Math.min(line.unfulfilledQuantity, line.refundableQuantity),
      // Shopify wants to know where the goods are put back; without a place they stay where they are.
      restock: locationId === null ? 'NO_RESTOCK' : 'CANCEL',
      locationId,
    };
  });
  return withEstimate(order, { lines, shipping: shippingShareOf(order, lines) });
}

/** Shipping alone; null when the buyer paid none that is left. */
export function stakeOfShipping(order: OrderFacts): Stake | null {
  const shipping = shippingLeftOf(order);
  return shipping ? withEstimate(order, { lines: [], shipping }) : null;
}

export function stakeOfEverything(order: OrderFacts): Stake {
  return {
    lines: [],
    shipping: null,
    duties: null,
    everything: true,
    estimate: refundableOf(order),
  };
}

/** A claim that only explains why nothing is owed. */
export function stakeOfNothing(order: OrderFacts): Stake {
  return {
    lines: [],
    shipping: null,
    duties: null,
    everything: false,
    estimate: zero(order.currency),
  };
}

/** The same goods with a fee taken off, e.g. for restocking. */
export function lessFee(stake: Stake, fee: Money): Stake {
  const left = larger(subtract(stake.estimate, fee), zero(fee.currencyCode));
  return { ...stake, estimate: left };
}

/** Lines that wait to be shipped and were not paid back. */
export function unshippedLinesOf(order: OrderFacts): readonly LineFacts[] {
  return order.lines.filter(
    (line) =>
      line.requiresShipping &&
      !line.isGiftCard &&
      Math.min(line.unfulfilledQuantity, line.refundableQuantity) > 0,
  );
}

/** The price of so many of a line, with its tax; discounts are off already. */
export function priceOf(line: LineFacts, quantity: number): Money {
  const goods = add(times(line.unitPrice, quantity), shareOf(line.tax, line, quantity));
  return larger(goods, zero(goods.currencyCode));
}

function withEstimate(order: OrderFacts, stake: Pick<Stake, 'lines' | 'shipping'>): Stake {
  const goods = goodsOf(order, stake.lines);
  const duties = sum(
    stake.lines.map((part) => {
      const line = lineOf(order, part);
      return line ? shareOf(line.duties, line, part.quantity) : zero(order.currency);
    }),
    order.currency,
  );
  const whole = add(add(goods, stake.shipping ?? zero(order.currency)), duties);
  return {
    ...stake,
    duties: isPositive(duties) ? duties : null,
    everything: false,
    estimate: smaller(whole, refundableOf(order)),
  };
}

function goodsOf(order: OrderFacts, parts: readonly LinePart[]): Money {
  return sum(
    parts.map((part) => {
      const line = lineOf(order, part);
      return line ? priceOf(line, part.quantity) : zero(order.currency);
    }),
    order.currency,
  );
}

function lineOf(order: OrderFacts, { lineItemId }: LinePart): LineFacts | null {
  return order.lines.find((candidate) => candidate.lineItemId === lineItemId) ?? null;
}

/** Of a figure for the whole line, the part of so many of it. */
function shareOf(whole: Money, line: LineFacts, quantity: number): Money {
  const others = Math.max(0, line.quantity - quantity);
  const [share] = quantity > 0 ? allocate(whole, [quantity, others]) : [];
  return share ?? zero(whole.currencyCode);
}

/** All the shipping that is left when nothing else can be refunded any more; else in proportion to the goods. */
function shippingShareOf(order: OrderFacts, parts: readonly LinePart[]): Money | null {
  const left = shippingLeftOf(order);
  if (!left || parts.length === 0) return null;
  const mine = goodsOf(order, parts);
  const all = goodsOf(
    order,
    order.lines.map(({ lineItemId, refundableQuantity }) => ({
      lineItemId,
      quantity: refundableQuantity,
    })),
  );
  const others = larger(subtract(all, mine), zero(order.currency));
  if (!isPositive(others)) return left;
  const [share] = allocate(left, [weightOf(mine), weightOf(others)]);
  return share && isPositive(share) ? share : null;
}

/** Smallest units as a weight; amounts of orders are far below what a number holds exactly. */
function weightOf(money: Money): number {
  return Number(money.amount.replace('.', ''));
}

function locationOf(dispatches: readonly DispatchFacts[], line: LineFacts) {
  const dispatch = dispatches.find((candidate) =>
    candidate.lines.some(
      (part) => part.lineItemId === line.lineItemId && part.remainingQuantity > 0,
    ),
  );
  return dispatch?.locationId ?? null;
}
