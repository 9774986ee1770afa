import type { Gid } from '../ids.ts';
import type { Stake, StakeLine } from '../claim.ts';
import {
  add,
  isPositive,
  larger,
  portion,
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

/** So many of a line that the order holds. */
interface Held {
  readonly line: LineFacts;
  readonly quantity: number;
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
  const held = parts.flatMap(({ lineItemId, quantity }): readonly Held[] =>
    order.lines
      .filter((line) => line.lineItemId === lineItemId)
      .map((line) => ({ line, quantity: Math.min(quantity, line.refundableQuantity) }))
      .filter((one) => one.quantity > 0),
  );
  const lines = held.map(({ line, quantity }): StakeLine => {
    return { lineItemId: line.lineItemId, quantity, restock: 'NO_RESTOCK', locationId: null };
  });
  return stakeOf(order, { held, lines, shipping: shipping ? shippingShareOf(order, held) : null });
}

/** The goods of one parcel, with their share of the shipping. */
export function stakeOfParcel(order: OrderFacts, parcel: ParcelFacts): Stake {
  return stakeOfLines(order, parcel.lines, { shipping: true });
}

/** What was not shipped, with its share of the shipping. */
export function stakeOfUnshipped(order: OrderFacts): Stake {
  const held = unshippedLinesOf(order).map((line): Held => {
    return { line, quantity: Math.min(line.unfulfilledQuantity, line.refundableQuantity) };
  });
  const lines = held.map(({ line, quantity }): StakeLine => {
    const locationId = locationOf(order.dispatches, line);
    // Shopify wants to know where the goods are put back; without a place they stay where they are.
    const restock = locationId === null ? 'NO_RESTOCK' : 'CANCEL';
    return { lineItemId: line.lineItemId, quantity, restock, locationId };
  });
  return stakeOf(order, { held, lines, shipping: shippingShareOf(order, held) });
}

/** Shipping alone; null when the buyer paid none that is left. */
export function stakeOfShipping(order: OrderFacts): Stake | null {
  const shipping = shippingLeftOf(order);
  return shipping ? stakeOf(order, { held: [], lines: [], shipping }) : null;
}

export function stakeOfEverything(order: OrderFacts): Stake {
  return {
    lines: [],
    shipping: null,
    duties: null,
    fee: null,
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
    fee: null,
    everything: false,
    estimate: zero(order.currency),
  };
}

/** The same goods with a fee taken off, e.g. for restocking. */
export function lessFee(stake: Stake, fee: Money): Stake {
  const left = larger(subtract(stake.estimate, fee), zero(fee.currencyCode));
  return { ...stake, fee, estimate: left };
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

function stakeOf(
  order: OrderFacts,
  {
    held,
    lines,
    shipping,
  }: {
    readonly held: readonly Held[];
    readonly lines: readonly StakeLine[];
    readonly shipping: Money | null;
  },
): Stake {
  const none = zero(order.currency);
  const duties = sum(
    held.map(({ line, quantity }) => shareOf(line.duties, line, quantity)),
    order.currency,
  );
  const whole = add(add(goodsOf(order, held), shipping ?? none), duties);
  return {
    lines,
    shipping,
    duties: isPositive(duties) ? duties : null,
    fee: null,
    everything: false,
    estimate: smaller(whole, refundableOf(order)),
  };
}

/** The goods with their tax; discounts are off already. */
function goodsOf(order: OrderFacts, held: readonly Held[]): Money {
  return sum(
    held.map(({ line, quantity }) => {
      const goods = add(times(line.unitPrice, quantity), shareOf(line.tax, line, quantity));
      return larger(goods, zero(order.currency));
    }),
    order.currency,
  );
}

/** Of a figure for the whole line, the part of so many of it. */
function shareOf(whole: Money, line: LineFacts, quantity: number): Money {
  return portion(whole, quantity, Math.max(0, line.quantity - quantity));
}

/** All the shipping that is left when nothing else can be refunded any more; else in proportion to the goods. */
function shippingShareOf(order: OrderFacts, held: readonly Held[]): Money | null {
  const left = shippingLeftOf(order);
  if (!left || held.length === 0) return null;
  const mine = goodsOf(order, held);
  const all = order.lines
    .map((line) => ({ line, quantity: line.refundableQuantity }))
    .filter(({ quantity }) => quantity > 0);
  const others = subtract(goodsOf(order, all), mine);
  if (!isPositive(others)) return left;
  const share = portion(left, weightOf(mine), weightOf(others));
  return isPositive(share) ? share : null;
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
