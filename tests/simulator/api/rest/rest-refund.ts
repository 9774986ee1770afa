import { restAmount } from '../decimal.ts';
import { restIdOf } from '../json.ts';
import type { OrderState, RefundState, TransactionState } from '../orders/order-state.ts';
import { restLine } from './rest-line.ts';
import { restSet } from './rest-money.ts';

export function restTransaction(
  order: OrderState,
  transaction: TransactionState,
): Record<string, unknown> {
  return {
    id: restIdOf(transaction.id),
    order_id: restIdOf(order.id),
    kind: transaction.kind.toLowerCase(),
    gateway: transaction.gateway,
    status: transaction.status.toLowerCase(),
    message: null,
    created_at: transaction.createdAt,
    processed_at: transaction.processedAt,
    test: transaction.test,
    parent_id: transaction.parentId === null ? null : restIdOf(transaction.parentId),
    error_code: transaction.errorCode?.toLowerCase() ?? null,
    amount: restAmount(transaction.amount.presentment, order.presentmentCurrency),
    currency: order.presentmentCurrency,
    manual_payment_gateway: transaction.manual,
    admin_graphql_api_id: transaction.id,
  };
}

export function restRefund(order: OrderState, refund: RefundState): Record<string, unknown> {
  const transactions = order.transactions.filter(({ id }) => refund.transactionIds.includes(id));
  if (refund.raw) {
    return {
      ...refund.raw,
      id: restIdOf(refund.id),
      order_id: restIdOf(order.id),
      admin_graphql_api_id: refund.id,
      transactions: transactions.map((each) => restTransaction(order, each)),
    };
  }
  return {
    id: restIdOf(refund.id),
    order_id: restIdOf(order.id),
    created_at: refund.createdAt,
    processed_at: refund.processedAt,
    note: refund.note,
    restock: refund.lines.some(({ restockType }) => restockType !== 'NO_RESTOCK'),
    admin_graphql_api_id: refund.id,
    order_adjustments: [],
    refund_shipping_lines:
      refund.shipping.presentment === 0n
        ? []
        : [
            {
              subtotal_amount_set: restSet(order, refund.shipping),
              tax_amount_set: restSet(order, { shop: 0n, presentment: 0n }),
            },
          ],
    duties: [],
    refund_line_items: refund.lines.map((refunded) => {
      const line = order.lines.find(({ id }) => id === refunded.lineId);
      return {
        id: restIdOf(refunded.id),
        quantity: refunded.quantity,
        line_item_id: restIdOf(refunded.lineId),
        location_id: refunded.locationId === null ? null : restIdOf(refunded.locationId),
        restock_type: refunded.restockType.toLowerCase(),
        subtotal_set: restSet(order, refunded.subtotal),
        total_tax_set: restSet(order, refunded.tax),
        line_item: line ? restLine(order, line) : null,
      };
    }),
    transactions: transactions.map((each) => restTransaction(order, each)),
  };
}
