import type {
  ReadOrderFactsQuery,
  ReadReturnsQuery,
} from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';

type WireOrder = NonNullable<ReadOrderFactsQuery['order']>;
export type WireReturn = NonNullable<ReadReturnsQuery['order']>['returns']['nodes'][number];

/** An order with more returns, or one with more lines, is judged by the first ones. */
const READ_RETURNS = `#graphql
  query ReadReturns($orderId: ID!) {
    order(id: $orderId) {
      returns(first: 8) {
        nodes {
          id status createdAt closedAt
          refunds(first: 5) { nodes { id } }
          returnLineItems(first: 20) {
            nodes {
              ... on ReturnLineItem {
                id
                quantity
                customerNote
                processedQuantity
                returnReasonDefinition { handle }
                fulfillmentLineItem { lineItem { id } }
              }
            }
          }
        }
      }
    }
  }
`;

/** The order's returns; most orders have none, which the order itself says. */
export async function readReturns(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  { returnStatus }: WireOrder,
): Promise<
  | {
      readonly outcome: 'read';
      readonly returns: readonly WireReturn[];
      readonly denied: readonly string[];
    }
  | Unreachable
> {
  if (returnStatus === 'NO_RETURN') return { outcome: 'read', returns: [], denied: [] };
  const call = await callAdmin(caller, READ_RETURNS, { orderId });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  return { outcome: 'read', returns: call.data.order?.returns.nodes ?? [], denied: call.denied };
}
