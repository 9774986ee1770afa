import type { RefundPlan } from '../domain/remedy/refund-plan.ts';

/** The plan's lines as Shopify's RefundLineItemInput. */
export function refundLineItemsOf(plan: RefundPlan) {
  return plan.lines.map(({ lineItemId, quantity, restock, locationId }) => ({
    lineItemId,
    quantity,
    restockType: restock,
    locationId: restock === 'NO_RESTOCK' ? null : locationId,
  }));
}

/** The plan's duties as Shopify's RefundDutyInput: their share for the lines that go back. */
export function refundDutiesOf(plan: RefundPlan) {
  return plan.duties.map((dutyId) => ({ dutyId, refundType: 'PROPORTIONAL' as const }));
}
