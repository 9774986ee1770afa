import type {
  ReadDispatchesQuery,
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
    rest.push(...page.nodes);
    if (!page.pageInfo.hasNextPage) return { outcome: 'read', rest };
    after = page.pageInfo.endCursor ?? null;
  }
}
