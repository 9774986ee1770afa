import type { Faults, SimulatorClock } from '../shopify-api.ts';
import { parseAmount, type Amount } from '../decimal.ts';
import { applyRefund } from '../orders/apply-refund.ts';
import type { CheckedRefund } from '../orders/check-refund.ts';
import { netPaymentOf, isPayment } from '../orders/order-money.ts';
import type { OrderState, RefundState, ReturnState } from '../orders/order-state.ts';
import { graphqlTime } from '../orders/read-field.ts';
import { creditIn, type RefundMethod } from '../orders/refund-input.ts';
import { cancel } from '../orders/ship.ts';
import type { Store } from '../store.ts';

/** An error with a code, as returns and cancellations have them. */
export interface CodedError {
  readonly field: readonly string[] | null;
  readonly code: string;
  readonly message: string;
}

export interface ReturnProcessInput {
  readonly returnId: string;
  readonly note?: string | null;
  readonly returnLineItems?: readonly { readonly id: string; readonly quantity: number }[] | null;
  readonly refundShipping?: {
    readonly shippingRefundAmount?: { readonly amount: string | number } | null;
  } | null;
  readonly financialTransfer?: {
    readonly issueRefund?: {
      readonly orderTransactions: readonly {
        readonly parentId: string;
        readonly transactionAmount: { readonly amount: unknown };
      }[];
      readonly refundMethods?: readonly RefundMethod[] | null;
    } | null;
  } | null;
}

export type Annotations = Pick<OrderState, 'note' | 'tags' | 'metafields'>;

/** What else is done to orders by mutations: cancellations, in a job, and returns. */
export interface OrderDesk {
  cancel(
    shop: string,
    wanted: {
      readonly orderId: string;
      readonly restock: boolean;
      readonly staffNote: string | null;
    },
  ): { readonly jobId: string | null; readonly errors: readonly CodedError[] };
  /** Null for an unknown job. */
  job(id: string): { readonly id: string; readonly done: boolean } | null;
  /** Approved where no decline is given. */
  answerRequest(
    shop: string,
    returnId: string,
    decline: ReturnState['decline'],
  ): readonly CodedError[];
  process(shop: string, input: ReturnProcessInput): readonly CodedError[];
  /** What merchants and apps write onto an order. */
  annotate(shop: string, orderId: string, written: Partial<Annotations>): readonly CodedError[];
}

export interface OrderDeskWorld {
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly onRefund: (order: OrderState, refund: RefundState) => void;
  readonly onChange: (order: OrderState, topics: readonly string[]) => void;
}

export function openOrderDesk({
  store,
  clock,
  faults,
  onRefund,
  onChange,
}: OrderDeskWorld): OrderDesk {
  const jobs = new Map<string, { done: boolean }>();
  const now = () => graphqlTime(clock.now());
  const newId = (type: string) => store.newId(type);
  return {
    cancel(shop, { orderId, staffNote }) {
      const order = store.order(shop, orderId);
      if (!order) return refused(['orderId'], 'NOT_FOUND', 'Order does not exist');
      const problem = cancelProblem(order, staffNote);
      if (problem) return refused([problem.field], 'INVALID', problem.message);
      const jobId = newId('Job');
      const job = { done: false };
      jobs.set(jobId, job);
      const run = () => {
        job.done = true;
        const current = store.order(shop, orderId);
        if (current?.cancelledAt !== null) return;
        const cancelled = { ...voided(cancel(current, now()), now(), newId), staffNote };
        store.put(cancelled);
        onChange(cancelled, ['orders/cancelled', 'orders/updated']);
      };
      setTimeout(run, faults.cancelTakesMs).unref();
      return { jobId, errors: [] };
    },
    job(id) {
      const job = jobs.get(id);
      return job ? { id, done: job.done } : null;
    },
    answerRequest(shop, returnId, decline) {
      const order = store.orderHolding(shop, returnId);
      const asked = order?.returns.find(({ id }) => id === returnId);
      if (!order || !asked) return [coded(['input', 'id'], 'NOT_FOUND', 'Return not found.')];
      if (asked.status !== 'REQUESTED') {
        return [coded(['input', 'id'], 'INVALID_STATE', 'Return is not in a requested state.')];
      }
      put(withReturn(order, { ...asked, decline, status: decline ? 'DECLINED' : 'OPEN' }));
      return [];
    },
    annotate(shop, orderId, written) {
      const order = store.order(shop, orderId);
      if (!order) return [coded(['id'], 'NOT_FOUND', 'Order does not exist')];
      put({
        ...order,
        note: written.note ?? order.note,
        tags: [...new Set([...order.tags, ...(written.tags ?? [])])],
        metafields: { ...order.metafields, ...written.metafields },
      });
      return [];
    },
    process(shop, input) {
      const order = store.orderHolding(shop, input.returnId);
      const one = order?.returns.find(({ id }) => id === input.returnId);
      if (!order || !one) return [coded(['input', 'returnId'], 'NOT_FOUND', 'Return not found.')];
      if (one.status !== 'OPEN') {
        return [coded(['input', 'returnId'], 'INVALID_STATE', 'Return is not open.')];
      }
      const wanted = input.returnLineItems ?? [];
      for (const [index, { id, quantity }] of wanted.entries()) {
        const line = one.lines.find((each) => each.id === id);
        const at = ['input', 'returnLineItems', String(index)];
        if (!line) return [coded([...at, 'id'], 'NOT_FOUND', 'Return line item not found.')];
        if (quantity > line.quantity - line.processed) {
          const message = 'Quantity is greater than the processable quantity.';
          return [coded([...at, 'quantity'], 'LESS_THAN_OR_EQUAL_TO', message)];
        }
      }
      const checked = checkedRefund(order, one, input);
      if ('code' in checked) return [checked];
      const processed = {
        ...one,
        lines: one.lines.map((line) => ({
          ...line,
          processed: line.processed + (wanted.find(({ id }) => id === line.id)?.quantity ?? 0),
        })),
      };
      if (!input.financialTransfer?.issueRefund) {
        put(withReturn(order, processed));
        return [];
      }
      const done = applyRefund(order, checked, {
        now: now(),
        note: input.note ?? null,
        processedAt: now(),
        pending: faults.pendingRefunds,
        newId,
      });
      const refundIds = [...one.refundIds, done.refund.id];
      const after = withReturn(done.order, { ...processed, refundIds });
      store.put(after);
      onRefund(after, done.refund);
      return [];
    },
  };

  function put(order: OrderState): void {
    const changed = { ...order, updatedAt: now() };
    store.put(changed);
    onChange(changed, ['orders/updated']);
  }
}

function coded(field: readonly string[], code: string, message: string): CodedError {
  return { field, code, message };
}

function refused(field: readonly string[], code: string, message: string) {
  return { jobId: null, errors: [coded(field, code, message)] };
}

/** The messages are Shopify's to the letter, as recorded; that about fulfillments is paraphrased. */
function cancelProblem(order: OrderState, staffNote: string | null) {
  if (order.cancelledAt !== null) {
    return { field: 'orderId', message: 'Cannot cancel an order that has already been canceled' };
  }
  if (order.returns.some(({ status }) => status !== 'DECLINED' && status !== 'CANCELED')) {
    return { field: 'orderId', message: 'Cannot cancel an order that has returns' };
  }
  if (order.fulfillments.some(({ status }) => status !== 'CANCELLED')) {
    return { field: 'orderId', message: 'Cannot cancel an order that has fulfillments' };
  }
  if ((staffNote ?? '').length > 255) {
    return { field: 'staffNote', message: 'Staff note is too long (maximum is 255 characters)' };
  }
  return null;
}

/** What was only authorised is let go of with the order. */
function voided(order: OrderState, at: string, newId: (type: string) => string): OrderState {
  const captured = new Set(order.transactions.filter(isPayment).map(({ parentId }) => parentId));
  const held = order.transactions.filter(
    ({ id, kind, status }) => kind === 'AUTHORIZATION' && status === 'SUCCESS' && !captured.has(id),
  );
  if (held.length === 0) return order;
  const voids = held.map((parent) => ({
    ...parent,
    id: newId('OrderTransaction'),
    kind: 'VOID',
    parentId: parent.id,
    createdAt: at,
    processedAt: at,
  }));
  return {
    ...order,
    financialStatus: order.financialStatus === 'AUTHORIZED' ? 'VOIDED' : order.financialStatus,
    transactions: [...order.transactions, ...voids],
  };
}

function withReturn(order: OrderState, changed: ReturnState): OrderState {
  return {
    ...order,
    returns: order.returns.map((each) => (each.id === changed.id ? changed : each)),
  };
}

function checkedRefund(
  order: OrderState,
  one: ReturnState,
  input: ReturnProcessInput,
): CheckedRefund | CodedError {
  const { orderTransactions = [], refundMethods } = input.financialTransfer?.issueRefund ?? {};
  const payments: { parent: CheckedRefund['payments'][number]['parent']; amount: Amount }[] = [];
  for (const { parentId, transactionAmount } of orderTransactions) {
    const parent = order.transactions.find(({ id }) => id === parentId);
    const amount = parseAmount(String(transactionAmount.amount));
    if (!parent || amount === null) {
      const at = ['input', 'financialTransfer', 'issueRefund', 'orderTransactions'];
      return coded(at, 'INVALID', 'Transaction parent is invalid.');
    }
    payments.push({ parent, amount });
  }
  const credit = creditIn(refundMethods);
  const total = payments.reduce((sum, { amount }) => sum + amount, credit);
  if (total > netPaymentOf(order).presentment) {
    return coded(['input'], 'INVALID', 'Refund amount is greater than net payment received.');
  }
  const lines = (input.returnLineItems ?? []).flatMap(({ id, quantity }) => {
    const lineId = one.lines.find((each) => each.id === id)?.lineId;
    const line = order.lines.find((each) => each.id === lineId);
    return line ? [{ line, quantity, restockType: 'NO_RESTOCK', locationId: null }] : [];
  });
  const shipping = parseAmount(String(input.refundShipping?.shippingRefundAmount?.amount ?? '0'));
  return { lines, shipping: shipping ?? 0n, duties: 0n, payments, credit };
}
