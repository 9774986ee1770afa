import { restAmount } from '../decimal.ts';
import type { SimulatedOrder, SimulatedTransaction } from '../shopify-api.ts';
import type { OrderState, TransactionState } from './order-state.ts';

export function viewOrder(order: OrderState): SimulatedOrder {
  return {
    id: order.id,
    name: order.name,
    shop: order.shop,
    createdAt: order.createdAt,
    cancelledAt: order.cancelledAt,
    note: order.note,
    tags: order.tags,
    metafields: order.metafields,
    financialStatus: order.financialStatus ?? '',
    fulfillmentStatus: order.fulfillmentStatus,
    currency: order.presentmentCurrency,
    total: restAmount(order.total.presentment, order.presentmentCurrency),
    destinationCountry: order.shippingAddress?.countryCode ?? null,
    fulfillments: order.fulfillments.map(({ id, displayStatus }) => ({ id, displayStatus })),
    transactions: order.transactions.map((each) => viewTransaction(order, each)),
    refunds: order.refunds.map(({ id, note, transactionIds }) => ({
      id,
      note,
      transactions: order.transactions
        .filter((each) => transactionIds.includes(each.id))
        .map((each) => viewTransaction(order, each)),
    })),
  };
}

function viewTransaction(order: OrderState, transaction: TransactionState): SimulatedTransaction {
  return {
    id: transaction.id,
    kind: transaction.kind,
    status: transaction.status,
    gateway: transaction.gateway ?? '',
    amount: restAmount(transaction.amount.presentment, order.presentmentCurrency),
    currency: order.presentmentCurrency,
    parentId: transaction.parentId,
  };
}
