import { restAmount } from '../decimal.ts';
import { isObject, restIdOf } from '../json.ts';
import type { OrderState } from '../orders/order-state.ts';
import { restFulfillment } from './rest-fulfillment.ts';
import { restLine } from './rest-line.ts';
import { restSet } from './rest-money.ts';
import { restRefund } from './rest-refund.ts';

/** The order as REST shows it now: the loaded body, with everything that changed since on top. */
export function restOrder(order: OrderState): Record<string, unknown> {
  const { raw } = order;
  return {
    ...raw,
    id: restIdOf(order.id),
    admin_graphql_api_id: order.id,
    updated_at: order.updatedAt,
    cancelled_at: order.cancelledAt,
    closed_at: order.closedAt,
    financial_status: order.financialStatus?.toLowerCase() ?? null,
    fulfillment_status: restFulfillmentStatus(order),
    current_total_price: restAmount(order.currentTotal.shop, order.currency),
    current_total_price_set: restSet(order, order.currentTotal),
    line_items: order.lines.map((line) => restLine(order, line)),
    fulfillments: order.fulfillments.map((each) => restFulfillment(order, each)),
    refunds: order.refunds.map((each) => restRefund(order, each)),
  };
}

/** The loaded word as long as it says the same; REST calls some statuses otherwise. */
function restFulfillmentStatus(order: OrderState): string | null {
  const given = order.raw['fulfillment_status'];
  switch (order.fulfillmentStatus) {
    case 'UNFULFILLED':
      return null;
    case 'PARTIALLY_FULFILLED':
      return 'partial';
    case 'PENDING_FULFILLMENT':
      return typeof given === 'string' ? given : 'pending';
    default:
      return order.fulfillmentStatus.toLowerCase();
  }
}

/** `orders/edited` tells of an edit, not of the order. */
export function restOrderEdit(order: OrderState, editId: string): Record<string, unknown> {
  return {
    order_edit: {
      id: restIdOf(editId),
      app_id: null,
      created_at: order.updatedAt,
      committed_at: order.updatedAt,
      notify_customer: false,
      order_id: restIdOf(order.id),
      staff_note: '',
      user_id: null,
      line_items: { additions: [], removals: [] },
      discounts: { line_item: { additions: [], removals: [] } },
      shipping_lines: { additions: [], removals: [] },
    },
  };
}

/** The buyer as the privacy topics name them; null for an order without a customer. */
export function restCustomer(order: OrderState): Record<string, unknown> | null {
  const customer = order.raw['customer'];
  return isObject(customer)
    ? { id: customer['id'] ?? null, email: customer['email'] ?? null }
    : null;
}
