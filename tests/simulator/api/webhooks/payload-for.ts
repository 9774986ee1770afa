import type { JsonObject } from '../json.ts';
import { restIdOf } from '../json.ts';
import type { FulfillmentOrderState, OrderState } from '../orders/order-state.ts';
import { restFulfillment, restScan } from '../rest/rest-fulfillment.ts';
import { restCustomer, restOrder, restOrderEdit } from '../rest/rest-order.ts';
import { restRefund, restTransaction } from '../rest/rest-refund.ts';
import type { ShopState } from '../store.ts';

/** The thing a webhook tells of. `partId` picks a fulfillment, scan, refund, transaction or dispatch; else the latest. */
export interface WebhookSubject {
  readonly shop: ShopState;
  readonly order: OrderState | null;
  readonly partId?: string;
}

/** Null: there is nothing of the kind to tell of. */
export function payloadFor(topic: string, subject: WebhookSubject): JsonObject | null {
  const { shop, order } = subject;
  switch (topic) {
    case 'app/uninstalled':
    case 'shop/update':
      return shopBody(shop);
    case 'app/scopes_update':
      return {
        id: shop.id,
        shop_id: `gid://shopify/Shop/${shop.id}`,
        previous: shop.scopes,
        current: shop.scopes,
      };
    case 'shop/redact':
      return { shop_id: shop.id, shop_domain: shop.domain };
    default:
      return order ? payloadOfOrder(topic, { ...subject, order }) : null;
  }
}

type OrderSubject = WebhookSubject & { readonly order: OrderState };

function payloadOfOrder(topic: string, subject: OrderSubject): JsonObject | null {
  const { order, shop } = subject;
  switch (topic) {
    case 'orders/edited':
      return restOrderEdit(order, order.id);
    case 'orders/delete':
      return { id: restIdOf(order.id) };
    case 'fulfillments/create':
    case 'fulfillments/update': {
      const fulfillment = pick(order.fulfillments, subject);
      return fulfillment && restFulfillment(order, fulfillment);
    }
    case 'fulfillment_events/create':
    case 'fulfillment_events/delete':
      return scanBody(subject);
    case 'refunds/create': {
      const refund = pick(order.refunds, subject);
      return refund && restRefund(order, refund);
    }
    case 'order_transactions/create': {
      const transaction = pick(order.transactions, subject);
      return transaction && restTransaction(order, transaction);
    }
    case 'customers/data_request':
    case 'customers/redact':
      return privacyBody(topic, shop, order);
    default:
      if (topic.startsWith('orders/')) return restOrder(order);
      return topic.startsWith('fulfillment_orders/') ? dispatchBody(topic, subject) : null;
  }
}

function pick<Part extends { readonly id: string }>(
  parts: readonly Part[],
  { partId }: WebhookSubject,
): Part | null {
  const found = partId === undefined ? parts.at(-1) : parts.find(({ id }) => id === partId);
  return found ?? null;
}

function scanBody({ order, shop, partId }: OrderSubject): JsonObject | null {
  const all = order.fulfillments.flatMap((fulfillment) =>
    fulfillment.scans.map((scan) => ({ fulfillment, scan })),
  );
  const named = all.filter(({ fulfillment, scan }) =>
    [fulfillment.id, scan.id].includes(partId ?? scan.id),
  );
  const last = named.at(-1);
  return last ? restScan(order, last.fulfillment, last.scan, shop.id) : null;
}

function dispatchBody(topic: string, subject: OrderSubject): JsonObject | null {
  const dispatch = pick(subject.order.fulfillmentOrders, subject);
  if (!dispatch) return null;
  const body = { fulfillment_order: restDispatch(dispatch) };
  return topic === 'fulfillment_orders/cancelled'
    ? { ...body, replacement_fulfillment_order: null }
    : body;
}

function restDispatch(dispatch: FulfillmentOrderState): JsonObject {
  return {
    id: dispatch.id,
    status: dispatch.status.toLowerCase(),
    ...(dispatch.holds.length === 0
      ? {}
      : {
          fulfillment_holds: dispatch.holds.map(({ id, reason }) => ({
            id,
            reason: reason.toLowerCase(),
          })),
        }),
  };
}

function privacyBody(topic: string, shop: ShopState, order: OrderState): JsonObject {
  return {
    shop_id: shop.id,
    shop_domain: shop.domain,
    customer: restCustomer(order),
    [topic === 'customers/redact' ? 'orders_to_redact' : 'orders_requested']: [restIdOf(order.id)],
  };
}

function shopBody(shop: ShopState): JsonObject {
  return {
    id: shop.id,
    name: shop.domain.replace('.myshopify.com', ''),
    country_code: shop.country,
    currency: shop.currency,
    iana_timezone: shop.timezone,
    myshopify_domain: shop.domain,
  };
}
