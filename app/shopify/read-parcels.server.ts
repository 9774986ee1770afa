import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';
import { readPages, wentAway, type PageRead } from './read-pages.ts';

type WireOrder = NonNullable<ReadOrderFactsQuery['order']>;
type WireParcel = WireOrder['fulfillments'][number];

const parcelsPerCall = 3;

const LIST_PARCELS = `#graphql
  query ListParcels($orderId: ID!) {
    order(id: $orderId) { fulfillments(first: 250) { id } }
  }
`;

const READ_PARCELS = `#graphql
  query ReadParcels($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Fulfillment {
        id name createdAt updatedAt status displayStatus estimatedDeliveryAt inTransitAt deliveredAt requiresShipping
        trackingInfo(first: 3) { company number url }
        originAddress { countryCode }
        location { address { countryCode } }
        fulfillmentLineItems(first: 125) {
          pageInfo { hasNextPage endCursor }
          nodes { quantity lineItem { id } }
        }
        events(first: 15, sortKey: HAPPENED_AT, reverse: true) { nodes { status happenedAt message country } }
      }
    }
  }
`;

const READ_PARCEL_LINES = `#graphql
  query ReadParcelLines($id: ID!, $after: String) {
    node(id: $id) {
      ... on Fulfillment {
        fulfillmentLineItems(first: 125, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { quantity lineItem { id } }
        }
      }
    }
  }
`;

type WireParcelLine = WireParcel['fulfillmentLineItems']['nodes'][number];

function readAllLines(caller: AdminCaller, { id, fulfillmentLineItems }: WireParcel) {
  return readPages(fulfillmentLineItems, async (after): Promise<PageRead<WireParcelLine>> => {
    const call = await callAdmin(caller, READ_PARCEL_LINES, { id, after });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const { node } = call.data;
    return node && 'fulfillmentLineItems' in node
      ? { outcome: 'read', page: node.fulfillmentLineItems }
      : wentAway('a parcel');
  });
}

/** All parcels, when the first page didn't hold them all or one has many lines; null when it did. */
export async function readParcelRest(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  order: WireOrder,
): Promise<
  { readonly outcome: 'read'; readonly rest: readonly WireParcel[] | null } | Unreachable
> {
  const listed = order.fulfillments;
  const whole =
    (order.fulfillmentsCount?.count ?? 0) <= listed.length &&
    listed.every((parcel) => !parcel.fulfillmentLineItems.pageInfo.hasNextPage);
  if (whole) return { outcome: 'read', rest: null };
  const list = await callAdmin(caller, LIST_PARCELS, { orderId });
  if (list.outcome !== 'answered') return { outcome: 'unreachable', reason: list.reason };
  const ids = (list.data.order?.fulfillments ?? []).map((parcel) => parcel.id);
  const rest: WireParcel[] = [];
  for (let start = 0; start < ids.length; start += parcelsPerCall) {
    const call = await callAdmin(caller, READ_PARCELS, {
      ids: ids.slice(start, start + parcelsPerCall),
    });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    for (const node of call.data.nodes) {
      if (!node || !('fulfillmentLineItems' in node)) continue;
      const lines = await readAllLines(caller, node);
      if (lines.outcome === 'unreachable') return lines;
      rest.push({
        ...node,
        fulfillmentLineItems: { ...node.fulfillmentLineItems, nodes: lines.nodes },
      });
    }
  }
  return { outcome: 'read', rest };
}
