import type {
  ReadDispatchesQuery,
  ReadDispatchLinesQuery,
  ReadOrderFactsQuery,
} from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import {
  callAdmin,
  type AdminCall,
  type AdminCaller,
  type Unreachable,
} from './call-admin.server.ts';

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

type WireDispatchLines = WireDispatch['lineItems'];

async function readAllLines(
  caller: AdminCaller,
  dispatch: WireDispatch,
): Promise<{ readonly outcome: 'read'; readonly nodes: WireDispatchLines['nodes'] } | Unreachable> {
  const nodes = [...dispatch.lineItems.nodes];
  let page: WireDispatchLines['pageInfo'] = dispatch.lineItems.pageInfo;
  while (page.hasNextPage) {
    const call: AdminCall<ReadDispatchLinesQuery> = await callAdmin(caller, READ_DISPATCH_LINES, {
      id: dispatch.id,
      after: page.endCursor ?? null,
    });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const { node } = call.data;
    if (!node || !('lineItems' in node)) {
      return {
        outcome: 'unreachable',
        reason: 'a dispatch went away between two pages of its lines',
      };
    }
    nodes.push(...node.lineItems.nodes);
    page = node.lineItems.pageInfo;
  }
  return { outcome: 'read', nodes };
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
  const rest: WireDispatch[] = [];
  let after: string | null = null;
  for (;;) {
    const call: AdminCall<ReadDispatchesQuery> = await callAdmin(caller, READ_DISPATCHES, {
      orderId,
      after,
    });
    if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
    const page: WireDispatches | undefined = call.data.order?.fulfillmentOrders;
    if (!page) return { outcome: 'unreachable', reason: 'the order went away between two reads' };
    for (const dispatch of page.nodes) {
      const lines = await readAllLines(caller, dispatch);
      if (lines.outcome === 'unreachable') return lines;
      rest.push({ ...dispatch, lineItems: { ...dispatch.lineItems, nodes: lines.nodes } });
    }
    if (!page.pageInfo.hasNextPage) return { outcome: 'read', rest };
    after = page.pageInfo.endCursor ?? null;
  }
}
