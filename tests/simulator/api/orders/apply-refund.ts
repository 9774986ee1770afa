import { addBags, nothing, subtractBags, type Bag } from '../decimal.ts';
import type { CheckedRefund } from './check-refund.ts';
import { statusOf } from './derive-dispatches.ts';
import { fulfillmentStatusOf } from './fulfillment-status.ts';
import { bagOf, financialStatusAfterRefund, isPayment } from './order-money.ts';
import type {
  FulfillmentOrderState,
  LineState,
  OrderState,
  RefundLineState,
  RefundState,
  TransactionState,
} from './order-state.ts';
import { priceLine } from './suggest-refund.ts';

export interface RefundContext {
  readonly now: string;
  readonly note: string | null;
  readonly processedAt: string;
  readonly pending: boolean;
  readonly newId: (type: string) => string;
}

/** The order after the refund, and the refund. */
export function applyRefund(
  order: OrderState,
  checked: CheckedRefund,
  context: RefundContext,
): { readonly order: OrderState; readonly refund: RefundState } {
  const paidBack = checked.payments.map(({ parent, amount }) =>
    refundTransaction(parent, bagOf(order, amount), context),
  );
  const [parent] = order.transactions.filter(isPayment);
  const credited =
    checked.credit > 0n && parent
      ? [creditTransaction(parent, bagOf(order, checked.credit), context)]
      : [];
  const transactions = [...paidBack, ...credited];
  const lines = checked.lines.map((each) => refundLine(order, each, context));
  const refund: RefundState = {
    id: context.newId('Refund'),
    raw: null,
    note: context.note,
    createdAt: context.now,
    processedAt: context.processedAt,
    lines,
    shipping: bagOf(order, checked.shipping),
    transactionIds: transactions.map(({ id }) => id),
  };
  const after = takeGoodsOff(order, checked);
  const taken = lines.map(({ subtotal, tax }) =>
    addBags(subtotal, order.taxesIncluded ? nothing : tax),
  );
  return {
    refund,
    order: withMoneyStatus({
      ...after,
      updatedAt: context.now,
      currentTotal: subtractBags(
        order.currentTotal,
        addBags(refund.shipping, bagOf(order, checked.duties), ...taken),
      ),
      transactions: [...order.transactions, ...transactions],
      refunds: [...order.refunds, refund],
    }),
  };
}

export function withMoneyStatus(order: OrderState): OrderState {
  return { ...order, financialStatus: financialStatusAfterRefund(order) };
}

function refundTransaction(
  parent: TransactionState,
  amount: Bag,
  context: RefundContext,
): TransactionState {
  return {
    id: context.newId('OrderTransaction'),
    kind: 'REFUND',
    status: context.pending ? 'PENDING' : 'SUCCESS',
    gateway: parent.gateway,
    amount,
    parentId: parent.id,
    createdAt: context.now,
    processedAt: context.processedAt,
    errorCode: null,
    manual: parent.manual,
    test: parent.test,
  };
}

/** Store credit is a payment of its own kind, made at once. */
function creditTransaction(
  parent: TransactionState,
  amount: Bag,
  context: RefundContext,
): TransactionState {
  return {
    ...refundTransaction(parent, amount, { ...context, pending: false }),
    gateway: 'shopify_store_credit',
  };
}

type RefundedLine = CheckedRefund['lines'][number];

function refundLine(
  order: OrderState,
  refunded: RefundedLine,
  context: RefundContext,
): RefundLineState {
  const { subtotal, tax } = priceLine(order, refunded);
  // Recorded at Shopify: goods that never left and stay on the order count nothing in the refund's lines.
  const stays =
    refunded.restockType === 'NO_RESTOCK' && unfulfilledPart(refunded) === refunded.quantity;
  return {
    id: context.newId('RefundLineItem'),
    lineId: refunded.line.id,
    quantity: refunded.quantity,
    restockType: refunded.restockType,
    locationId: refunded.locationId,
    subtotal: stays ? nothing : subtotal,
    tax: stays ? nothing : tax,
  };
}

/** Units that were never sent go back first. */
function unfulfilledPart({ line, quantity }: RefundedLine): number {
  return Math.min(quantity, line.unfulfilledQuantity);
}

function takeGoodsOff(order: OrderState, { lines }: CheckedRefund): OrderState {
  const changed = order.lines.map((line) =>
    lines.filter((each) => each.line.id === line.id).reduce(takeOff, line),
  );
  const cancelled = new Map<string, number>();
  for (const { line, quantity, restockType } of lines) {
    if (restockType !== 'CANCEL') continue;
    cancelled.set(line.id, (cancelled.get(line.id) ?? 0) + quantity);
  }
  if (cancelled.size === 0) return { ...order, lines: changed };
  const next = {
    ...order,
    lines: changed,
    fulfillmentOrders: order.fulfillmentOrders.map((dispatch) => lessToSend(dispatch, cancelled)),
  };
  return { ...next, fulfillmentStatus: fulfillmentStatusOf(next) };
}

function takeOff(line: LineState, { quantity, restockType }: RefundedLine): LineState {
  return {
    ...line,
    refundedQuantity: line.refundedQuantity + quantity,
    currentQuantity: Math.max(0, line.currentQuantity - quantity),
    unfulfilledQuantity:
      restockType === 'CANCEL'
        ? Math.max(0, line.unfulfilledQuantity - quantity)
        : line.unfulfilledQuantity,
  };
}

function lessToSend(
  dispatch: FulfillmentOrderState,
  cancelled: ReadonlyMap<string, number>,
): FulfillmentOrderState {
  const lines = dispatch.lines.map((line) => ({
    ...line,
    remaining: Math.max(0, line.remaining - (cancelled.get(line.lineId) ?? 0)),
  }));
  const rest = lines.reduce((sum, { remaining }) => sum + remaining, 0);
  const done = rest === 0 && dispatch.status !== 'CANCELLED';
  return {
    ...dispatch,
    lines,
    status: done ? statusOf({ rest, left: true, held: false }) : dispatch.status,
  };
}
