import { addBags } from '../decimal.ts';
import type {
  OrderState,
  RefundLineState,
  RefundState,
  TransactionState,
} from '../orders/order-state.ts';
import { connection, type PageArguments } from './connection.ts';
import { moneyBag, numberIn, type Resolvers, type ResolverTable } from './resolver.ts';

export interface TransactionNode {
  readonly order: OrderState;
  readonly transaction: TransactionState;
}

export interface RefundNode {
  readonly order: OrderState;
  readonly refund: RefundState;
}

const transactionFields: Resolvers<TransactionNode> = {
  id: ({ transaction }) => transaction.id,
  kind: ({ transaction }) => transaction.kind,
  status: ({ transaction }) => transaction.status,
  gateway: ({ transaction }) => transaction.gateway,
  formattedGateway: ({ transaction }) => transaction.gateway,
  manualPaymentGateway: ({ transaction }) => transaction.manual,
  createdAt: ({ transaction }) => transaction.createdAt,
  processedAt: ({ transaction }) => transaction.processedAt,
  errorCode: ({ transaction }) => transaction.errorCode,
  test: ({ transaction }) => transaction.test,
  amountSet: ({ order, transaction }) => moneyBag(order, transaction.amount),
  order: ({ order }) => order,
  parentTransaction: ({ order, transaction }) => {
    const parent = order.transactions.find(({ id }) => id === transaction.parentId);
    return parent ? { order, transaction: parent } : null;
  },
};

function transactionsOf({ order, refund }: RefundNode): readonly TransactionNode[] {
  return order.transactions
    .filter(({ id }) => refund.transactionIds.includes(id))
    .map((transaction) => ({ order, transaction }));
}

const refundFields: Resolvers<RefundNode> = {
  id: ({ refund }) => refund.id,
  legacyResourceId: ({ refund }) => numberIn(refund.id),
  note: ({ refund }) => refund.note,
  createdAt: ({ refund }) => refund.createdAt,
  updatedAt: ({ refund }) => refund.createdAt,
  processedAt: ({ refund }) => refund.processedAt,
  order: ({ order }) => order,
  totalRefundedSet: (node) =>
    moneyBag(
      node.order,
      addBags(
        ...transactionsOf(node)
          .filter(({ transaction }) => transaction.status === 'SUCCESS')
          .map(({ transaction }) => transaction.amount),
      ),
    ),
  transactions: (node, args: PageArguments) => connection(transactionsOf(node), args),
  refundLineItems: ({ order, refund }, args: PageArguments) =>
    connection(
      refund.lines.map((refunded) => ({ order, refunded })),
      args,
    ),
};

const refundLineFields: Resolvers<{
  readonly order: OrderState;
  readonly refunded: RefundLineState;
}> = {
  id: ({ refunded }) => refunded.id,
  quantity: ({ refunded }) => refunded.quantity,
  restockType: ({ refunded }) => refunded.restockType,
  restocked: ({ refunded }) => refunded.restockType !== 'NO_RESTOCK',
  subtotalSet: ({ order, refunded }) => moneyBag(order, refunded.subtotal),
  totalTaxSet: ({ order, refunded }) => moneyBag(order, refunded.tax),
  lineItem: ({ order, refunded }) => {
    const line = order.lines.find(({ id }) => id === refunded.lineId);
    return line ? { order, line } : null;
  },
};

export const moneyResolvers: ResolverTable = {
  OrderTransaction: transactionFields,
  Refund: refundFields,
  RefundLineItem: refundLineFields,
};
