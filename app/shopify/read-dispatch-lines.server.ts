import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';
import { readPages, wentAway, type PageRead } from './read-pages.ts';

type WireDispatches = NonNullable<ReadOrderFactsQuery['order']>['fulfillmentOrders'];
type WireDispatch = WireDispatches['nodes'][number];

const READ_DISPATCHES = `#graphql
  query ReadDispatches($orderId: ID!, $after: String) {
    order(id: $orderId) {
      fulfillmentOrders(first: 3, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id status fulfillBy
          fulfillmentHolds { reason }
          deliveryMethod { maxDeliveryDateTime }
          assignedLocation { countryCode location { id } }
          lineItems(first: 125) {
            pageInfo { hasNextPage endCursor }
            nodes { remainingQuantity lineItem { id } }
          }
        }
      }
    }
  }
`;

const READ_DISPATCH_LINES = `#graphql
  query ReadDispatchLines($id: ID!, $after: String) {
    node(id: $id) {
      ... on FulfillmentOrder {
        lineItems(first: 125, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { remainingQuantity lineItem { id } }
        }
      }
    }
  }
`;

type WireDispatchLine = WireDispatch['lineItems']['nodes'][number];

function readAllLines(caller: AdminCaller, { id, lineItems }: WireDispatch) {
  return readPages(lineItems, async (after): Promise<PageRead<WireDispatchLine>> => {
    const call = await callAdmin(caller, READ_DISPATCH_LINES, { id, after });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const { node } = call.data;
    return node && 'lineItems' in node
      ? { outcome: 'read', page: node.lineItems }
      : wentAway('a dispatch');
  });
}

/** All fulfillment orders with their lines, when the first page didn't hold them all; null when it did. */
export async function readDispatchRest(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  firstPage: WireDispatches | null,
): Promise<
  { readonly outcome: 'read'; readonly rest: readonly WireDispatch[] | null } | Unreachable
> {
  const whole =
    !firstPage ||
    (!firstPage.pageInfo.hasNextPage &&
      firstPage.nodes.every((dispatch) => !dispatch.lineItems.pageInfo.hasNextPage));
  if (whole) return { outcome: 'read', rest: null };
  const all = await readPages(noPage, async (after): Promise<PageRead<WireDispatch>> => {
    const call = await callAdmin(caller, READ_DISPATCHES, { orderId, after });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const { order } = call.data;
    return order ? { outcome: 'read', page: order.fulfillmentOrders } : wentAway('the order');
  });
  if (all.outcome === 'unreachable') return all;
  const rest: WireDispatch[] = [];
  for (const dispatch of all.nodes) {
    const lines = await readAllLines(caller, dispatch);
    if (lines.outcome === 'unreachable') return lines;
    rest.push({ ...dispatch, lineItems: { ...dispatch.lineItems, nodes: lines.nodes } });
  }
  return { outcome: 'read', rest };
}

/** Read from the start: the pages here are of another size than the order's own. */
const noPage = { pageInfo: { hasNextPage: true }, nodes: [] };
