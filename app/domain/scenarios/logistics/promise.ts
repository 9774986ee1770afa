import type { ParcelFacts } from '../../order-facts.ts';
import { earliest, type Instant } from '../../time.ts';
import type { Look } from '../scenario.ts';

export interface DeliveryPromise {
  /** As it was said. */
  readonly promised: Instant;
  /** The first instant after the promised day, where the shop is. */
  readonly over: Instant;
}

/** What the buyer was told at checkout about these goods; else what the carrier estimates; null for neither. */
export function promiseOf(
  { facts: { order, shop }, calendar }: Look<unknown>,
  parcel: ParcelFacts,
): DeliveryPromise | null {
  const carried = new Set(parcel.lines.map(({ lineItemId }) => lineItemId));
  const promises = order.dispatches
    .filter(({ lines }) => lines.some(({ lineItemId }) => carried.has(lineItemId)))
    .map(({ promisedBy }) => promisedBy);
  const promised = earliest(promises) ?? parcel.estimatedDeliveryAt;
  return promised && { promised, over: calendar.endOfDay(promised, shop.timeZone) };
}
