import type { Gid, RefundAttemptId } from '../domain/ids.ts';
import type { RefundPlan } from '../domain/remedy/refund-plan.ts';
import type { RefundInput } from '#generated/graphql/admin.types.d.ts';
import type { PricedRefund } from './price-refund.server.ts';
import { refundLineItemsOf } from './refund-line-items.ts';

/** What `refundCreate` gets, to the letter: written down before the call and sent unchanged at every try. */
export interface RefundVariables {
  readonly input: RefundInput;
}

/** The mark by which our refunds are found again at Shopify. */
function noteOf(attemptId: RefundAttemptId): string {
  return `Amends refund ${attemptId}`;
}

/** The attempt that a refund's note names; null for refunds made elsewhere. */
export function attemptIdIn(note: string | null): string | null {
  return /Amends refund ([0-9a-f-]{36})/.exec(note ?? '')?.[1] ?? null;
}

export function refundVariables(refund: {
  readonly attemptId: RefundAttemptId;
  readonly orderId: Gid<'Order'>;
  readonly plan: RefundPlan;
  readonly priced: PricedRefund;
}): RefundVariables {
  const { attemptId, orderId, plan, priced } = refund;
  return {
    input: {
      orderId,
      currency: priced.amount.currencyCode as NonNullable<RefundInput['currency']>,
      note: noteOf(attemptId),
      notify: true,
      refundLineItems: refundLineItemsOf(plan),
      ...(plan.shipping ? { shipping: { amount: plan.shipping.amount } } : {}),
      transactions: priced.transactions.map(({ gateway, parentId, amount }) => ({
        orderId,
        gateway,
        parentId,
        kind: 'REFUND',
        amount: amount.amount,
      })),
    },
  };
}
