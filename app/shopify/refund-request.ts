import type { RefundInput, ReturnProcessInput } from '#generated/graphql/admin.types.d.ts';
import type { Gid, RefundAttemptId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { RefundPath } from '../domain/remedy/refund-path.ts';
import type { RefundPlan } from '../domain/remedy/refund-plan.ts';
import type { PricedRefund } from './price-refund.server.ts';
import { refundDutiesOf, refundLineItemsOf } from './refund-line-items.ts';

/** What has to be so before money moves. Each can be asked for twice: Shopify's own state says that it is done. */
export type Preparation =
  | { readonly step: 'approve-return'; readonly returnId: Gid<'Return'> }
  | { readonly step: 'decline-return'; readonly returnId: Gid<'Return'> }
  | { readonly step: 'cancel-order'; readonly staffNote: string };

/** What Shopify gets, to the letter: written down before the first call and sent unchanged at every try. */
export type RefundRequest = { readonly prepare: readonly Preparation[] } & (
  | { readonly path: 'refund'; readonly input: RefundInput }
  | { readonly path: 'return'; readonly input: ReturnProcessInput }
  | { readonly path: 'void' }
);

/** The mark by which our refunds are found again at Shopify. */
function markOf(attemptId: RefundAttemptId): string {
  return `Amends refund ${attemptId}`;
}

/** The attempt that a note names; null for what was done elsewhere. */
export function attemptIdIn(note: string | null): string | null {
  return /Amends refund ([0-9a-f-]{36})/.exec(note ?? '')?.[1] ?? null;
}

type Currency = NonNullable<RefundInput['currency']>;

export function refundRequest(refund: {
  readonly attemptId: RefundAttemptId;
  readonly orderId: Gid<'Order'>;
  readonly plan: RefundPlan;
  readonly path: RefundPath;
  readonly priced: PricedRefund;
}): RefundRequest {
  const { attemptId, plan, path } = refund;
  const mark = markOf(attemptId);
  const note = plan.note === null ? mark : `${plan.note} · ${mark}`;
  const cancelling = { step: 'cancel-order', staffNote: mark } as const;
  switch (path.path) {
    case 'void':
      return { path: 'void', prepare: [cancelling] };
    case 'return': {
      const { returnId, approve } = path;
      return {
        path: 'return',
        prepare: approve ? [{ step: 'approve-return', returnId }] : [],
        input: returnInput(refund, path, note),
      };
    }
    case 'refund': {
      const { decline, cancel } = path;
      return {
        path: 'refund',
        prepare: [
          ...(decline ? [{ step: 'decline-return', returnId: decline } as const] : []),
          ...(cancel ? [cancelling] : []),
        ],
        input: refundInput(refund, { note, cancel }),
      };
    }
  }
}

function refundInput(
  { orderId, plan, priced }: Parameters<typeof refundRequest>[0],
  { note, cancel }: { readonly note: string; readonly cancel: boolean },
): RefundInput {
  const { amount, credit, transactions } = priced;
  // A cancelled order has no goods any more that could be taken off it: the money alone is left.
  const goods = cancel ? [] : refundLineItemsOf(plan);
  return {
    orderId,
    currency: amount.currencyCode as Currency,
    note,
    notify: plan.notify,
    refundLineItems: goods,
    ...(plan.shipping && !cancel ? { shipping: { amount: plan.shipping.amount } } : {}),
    ...(plan.duties.length > 0 && !cancel ? { refundDuties: refundDutiesOf(plan) } : {}),
    // The amount is not what the goods come to, and why is the merchant's to say.
    ...(plan.goodwill ? { discrepancyReason: 'CUSTOMER' } : {}),
    ...(credit ? { refundMethods: [creditMethod(credit, plan)] } : {}),
    transactions: transactions.map((payment) => ({
      orderId,
      gateway: payment.gateway,
      parentId: payment.parentId,
      kind: 'REFUND',
      amount: payment.amount.amount,
    })),
  };
}

function returnInput(
  { plan, priced }: Parameters<typeof refundRequest>[0],
  { returnId, lines }: Extract<RefundPath, { readonly path: 'return' }>,
  note: string,
): ReturnProcessInput {
  const { credit, transactions } = priced;
  return {
    returnId,
    note,
    notifyCustomer: plan.notify,
    returnLineItems: lines.map(({ returnLineId, quantity }) => ({ id: returnLineId, quantity })),
    ...(plan.shipping
      ? { refundShipping: { shippingRefundAmount: moneyInput(plan.shipping) } }
      : {}),
    ...(plan.duties.length > 0 ? { refundDuties: refundDutiesOf(plan) } : {}),
    financialTransfer: {
      issueRefund: {
        orderTransactions: transactions.map(({ parentId, amount }) => ({
          parentId,
          transactionAmount: moneyInput(amount),
        })),
        ...(credit ? { refundMethods: [creditMethod(credit, plan)] } : {}),
      },
    },
  };
}

function creditMethod(credit: Money, plan: RefundPlan) {
  const expiresAt = plan.credit?.expiresAt ?? null;
  return {
    storeCreditRefund: { amount: moneyInput(credit), ...(expiresAt ? { expiresAt } : {}) },
  };
}

function moneyInput({ amount, currencyCode }: Money) {
  return { amount, currencyCode: currencyCode as Currency };
}
