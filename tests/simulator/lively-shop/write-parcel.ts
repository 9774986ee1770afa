import type { JsonObject } from '../api/json.ts';
import type { ParcelDraft } from './order-draft.ts';
import { carriedBy, type Pen } from './pen.ts';

export function writeParcel(pen: Pen, parcel: ParcelDraft, position: number): JsonObject {
  const { draft, orderId, lineIds, nextId, at } = pen;
  const id = nextId();
  const { from, carrier } = draft.lane;
  const last = parcel.scans.at(-1);
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Fulfillment/${id}`,
    order_id: orderId,
    name: `#${orderId % 1_000_000}.${position + 1}`,
    status: 'success',
    created_at: at(parcel.sentAgo),
    updated_at: at(last?.ago ?? parcel.sentAgo),
    tracking_company: carrier,
    tracking_number: trackingNumber(carrier, id),
    estimated_delivery_at: parcel.promisedAgo === null ? null : at(parcel.promisedAgo),
    origin_address: { country_code: from },
    shipment_status: last?.status ?? null,
    line_items: carriedBy(draft, parcel).map((line) => ({
      id: lineIds[line],
      quantity: draft.lines[line]?.quantity,
    })),
    events: parcel.scans.map((scan) => ({
      id: nextId(),
      status: scan.status,
      happened_at: at(scan.ago),
      created_at: at(scan.ago),
      country: scan.country,
      message: scan.message,
    })),
  };
}

/** Looks like one of the carrier's and belongs to no parcel that ever was. */
export function trackingNumber(carrier: string, id: number): string {
  return `${carrier.slice(0, 2).toUpperCase()}${String(id).slice(-9)}`;
}
