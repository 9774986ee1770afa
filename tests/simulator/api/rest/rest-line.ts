import { restIdOf } from '../json.ts';
import { fulfilledQuantities } from '../orders/load-fulfillments.ts';
import type { LineState, OrderState } from '../orders/order-state.ts';

export function restLine(order: OrderState, line: LineState): Record<string, unknown> {
  return {
    ...line.raw,
    id: restIdOf(line.id),
    admin_graphql_api_id: line.id,
    current_quantity: line.currentQuantity,
    fulfillable_quantity: line.unfulfilledQuantity,
    fulfillment_status: statusOf(order, line),
  };
}

function statusOf(order: OrderState, line: LineState): string | null {
  const left = fulfilledQuantities(order.fulfillments).get(line.id) ?? 0;
  if (left === 0) return null;
  return line.unfulfilledQuantity === 0 ? 'fulfilled' : 'partial';
}
