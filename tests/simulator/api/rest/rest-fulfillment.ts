import { restIdOf } from '../json.ts';
import type { FulfillmentState, OrderState, ScanState } from '../orders/order-state.ts';
import { restLine } from './rest-line.ts';

export function restFulfillment(
  order: OrderState,
  fulfillment: FulfillmentState,
): Record<string, unknown> {
  const last = fulfillment.scans.at(-1);
  return {
    ...fulfillment.raw,
    id: restIdOf(fulfillment.id),
    admin_graphql_api_id: fulfillment.id,
    order_id: restIdOf(order.id),
    name: fulfillment.name,
    status: fulfillment.status.toLowerCase(),
    created_at: fulfillment.createdAt,
    updated_at: fulfillment.updatedAt,
    shipment_status: last ? last.status.toLowerCase() : null,
    location_id: fulfillment.locationId === null ? null : restIdOf(fulfillment.locationId),
    estimated_delivery_at: fulfillment.estimatedDeliveryAt,
    tracking_company: fulfillment.tracking[0]?.company ?? null,
    tracking_number: fulfillment.tracking[0]?.number ?? null,
    tracking_numbers: fulfillment.tracking.flatMap(({ number }) =>
      number === null ? [] : [number],
    ),
    tracking_url: fulfillment.tracking[0]?.url ?? null,
    tracking_urls: fulfillment.tracking.flatMap(({ url }) => (url === null ? [] : [url])),
    line_items: fulfillment.lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find(({ id }) => id === lineId);
      return line ? [{ ...restLine(order, line), quantity }] : [];
    }),
  };
}

export function restScan(
  order: OrderState,
  fulfillment: FulfillmentState,
  scan: ScanState,
  shopId: number,
): Record<string, unknown> {
  return {
    id: restIdOf(scan.id),
    fulfillment_id: restIdOf(fulfillment.id),
    status: scan.status.toLowerCase(),
    message: scan.message,
    happened_at: scan.happenedAt,
    city: null,
    province: null,
    country: scan.country,
    zip: null,
    address1: null,
    latitude: null,
    longitude: null,
    shop_id: shopId,
    created_at: scan.createdAt,
    updated_at: scan.createdAt,
    estimated_delivery_at: scan.estimatedDeliveryAt,
    order_id: restIdOf(order.id),
    admin_graphql_api_id: scan.id,
  };
}
