import { fulfilledQuantities } from './load-fulfillments.ts';
import type { OrderState } from './order-state.ts';

/** OrderDisplayFulfillmentStatus as it follows from what has left; unchanged when nothing left and nothing is to be sent. */
export function fulfillmentStatusOf(
  order: Pick<OrderState, 'lines' | 'fulfillments' | 'fulfillmentStatus'>,
): string {
  const left = [...fulfilledQuantities(order.fulfillments).values()].some(
    (quantity) => quantity > 0,
  );
  const toSend = order.lines.some((line) => line.unfulfilledQuantity > 0);
  if (left) return toSend ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
  return toSend ? 'UNFULFILLED' : order.fulfillmentStatus;
}
