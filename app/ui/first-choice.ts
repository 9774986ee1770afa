import type { OrderFacts } from '../domain/order-facts.ts';
import type { RefundChoice } from '../domain/remedy/chosen-plan.ts';
import type { Suggestion } from '../domain/suggestion.ts';

/** What is suggested, as a choice to begin with. */
export function firstChoice({ claim }: Suggestion, facts: OrderFacts): RefundChoice {
  const { stake } = claim;
  const quantityOf = new Map(stake.lines.map((line) => [line.lineItemId, line.quantity]));
  return {
    lines: facts.lines.map(({ lineItemId, refundableQuantity }) => ({
      lineItemId,
      quantity: stake.everything ? refundableQuantity : (quantityOf.get(lineItemId) ?? 0),
    })),
    shipping: stake.shipping?.amount ?? '',
    duties: stake.duties !== null,
    goodwill: '',
    method: 'original',
    buyerAgreed: false,
    restock: false,
    cancels: false,
    notify: true,
    note: '',
  };
}
