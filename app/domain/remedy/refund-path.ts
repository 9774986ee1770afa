import type { Gid } from '../ids.ts';
import type { OrderFacts, ReturnFacts, ReturnLineFacts } from '../order-facts.ts';
import type { RefundPlan } from './refund-plan.ts';

/**
 * Which way the money goes. Goods of an open return go back through it, so that Shopify's books of the return and of the order
 * agree; everything else is a refund of the order.
 */
export type RefundPath =
  | {
      readonly path: 'refund';
      /** A return that was asked for and is not needed any more. */
      readonly decline: Gid<'Return'> | null;
      readonly cancel: boolean;
    }
  | {
      readonly path: 'return';
      readonly returnId: Gid<'Return'>;
      readonly approve: boolean;
      readonly lines: readonly {
        readonly returnLineId: Gid<'ReturnLineItem'>;
        readonly quantity: number;
      }[];
    }
  /** Nothing was taken yet: cancelling the order lets go of what was held. */
  | { readonly path: 'void' };

export function refundPathFor(plan: RefundPlan, order: OrderFacts): RefundPath {
  if (plan.cancels) {
    return isOnlyAuthorised(order)
      ? { path: 'void' }
      : { path: 'refund', decline: null, cancel: true };
  }
  for (const one of order.returns.filter(isOpen)) {
    const lines = linesThrough(one, plan);
    if (!lines) continue;
    const { returnId } = one;
    const asked = one.status === 'REQUESTED';
    if (plan.keepsItem && asked) return { path: 'refund', decline: returnId, cancel: false };
    return { path: 'return', returnId, approve: asked, lines };
  }
  return { path: 'refund', decline: null, cancel: false };
}

/** The money is held and not taken: there is nothing to send back. */
export function isOnlyAuthorised({ financialStatus, payment }: OrderFacts): boolean {
  return financialStatus === 'AUTHORIZED' && Number(payment.received.amount) === 0;
}

function isOpen({ status }: ReturnFacts): boolean {
  return status === 'OPEN' || status === 'REQUESTED';
}

/** The plan's goods as lines of the return; null where it does not hold them all. */
function linesThrough(one: ReturnFacts, plan: RefundPlan) {
  if (plan.lines.length === 0 || plan.goodwill) return null;
  const chosen: { returnLineId: Gid<'ReturnLineItem'>; quantity: number }[] = [];
  for (const { lineItemId, quantity } of plan.lines) {
    let open = quantity;
    for (const line of one.lines.filter((each) => each.lineItemId === lineItemId)) {
      const taken = Math.min(open, unprocessedOf(line));
      if (taken > 0 && line.returnLineId) {
        chosen.push({ returnLineId: line.returnLineId, quantity: taken });
        open -= taken;
      }
    }
    if (open > 0) return null;
  }
  return chosen;
}

function unprocessedOf({ quantity, processed }: ReturnLineFacts): number {
  return quantity - processed;
}
