import { parseGid, type Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';

const FIND_ORDER_OF = `#graphql
  query FindOrderOf($id: ID!) {
    node(id: $id) {
      ... on Fulfillment { order { id } }
      ... on FulfillmentOrder { order { id } }
      ... on Return { order { id } }
    }
  }
`;

/** Which order a fulfillment, fulfillment order or return belongs to: some webhooks name only the thing itself. */
export async function findOrderOf(
  caller: AdminCaller,
  id: Gid<'Fulfillment' | 'FulfillmentOrder' | 'Return'>,
): Promise<
  | { readonly outcome: 'found'; readonly orderId: Gid<'Order'> }
  | { readonly outcome: 'no-such-thing' }
  | Unreachable
> {
  const call = await callAdmin(caller, FIND_ORDER_OF, { id });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const node = call.data.node;
  const orderId = node && 'order' in node ? parseGid('Order', node.order.id) : null;
  return orderId ? { outcome: 'found', orderId } : { outcome: 'no-such-thing' };
}
