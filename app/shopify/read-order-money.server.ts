import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';

type WireOrder = NonNullable<ReadOrderFactsQuery['order']>;

export interface WireMoneyRest {
  readonly transactions: WireOrder['transactions'];
  readonly refunds: WireOrder['refunds'];
}

const firstPage = { transactions: 20, refunds: 6 };
/** What one query can hold; an order with more is not judged on a part of its money. */
const most = { transactions: 100, refunds: 38 };

const READ_ORDER_MONEY = `#graphql
  query ReadOrderMoney($orderId: ID!) {
    order(id: $orderId) {
      transactions(first: 100) {
        id kind status gateway manualPaymentGateway processedAt
        amountSet { presentmentMoney { amount currencyCode } }
      }
      refunds(first: 38) {
        id createdAt note
        transactions(first: 5) {
          nodes { id kind status errorCode amountSet { presentmentMoney { amount currencyCode } } }
        }
      }
    }
  }
`;

/** All transactions and refunds, when the first page didn't hold them all; null when it did. */
export async function readMoneyRest(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  order: WireOrder,
): Promise<{ readonly outcome: 'read'; readonly rest: WireMoneyRest | null } | Unreachable> {
  const whole =
    order.refunds.length < firstPage.refunds &&
    (order.transactionsCount?.count ?? 0) <= firstPage.transactions;
  if (whole) return { outcome: 'read', rest: null };
  const call = await callAdmin(caller, READ_ORDER_MONEY, { orderId });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  if (!call.data.order)
    return { outcome: 'unreachable', reason: 'the order went away between two reads' };
  const { transactions, refunds } = call.data.order;
  if (transactions.length >= most.transactions || refunds.length >= most.refunds) {
    return {
      outcome: 'unreachable',
      reason: 'the order has more refunds than can be read at once',
    };
  }
  return { outcome: 'read', rest: call.data.order };
}
