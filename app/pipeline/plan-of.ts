import { clockAt } from '../domain/clock.ts';
import { zero } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Policy } from '../domain/policy.ts';
import { chosenPlan, type ChosenPlan, type RefundChoice } from '../domain/remedy/chosen-plan.ts';
import { forbiddenBy } from '../domain/remedy/lawful.ts';
import { refundPlanFor } from '../domain/remedy/refund-plan.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { PricedRefund } from '../shopify/price-refund.server.ts';

/** The suggested plan, or the one that the merchant chose himself. */
export function planOf(
  {
    suggestion,
    facts,
    chosen,
  }: {
    readonly suggestion: Suggestion;
    readonly facts: OrderFacts;
    readonly chosen: RefundChoice | undefined;
  },
  { policy }: { readonly policy: Policy },
  now: Instant,
): ChosenPlan {
  const { claim, recommendation } = suggestion;
  if (!chosen) {
    const plan = refundPlanFor(claim.stake, recommendation.options[0].kind, facts);
    return { outcome: 'planned', plan };
  }
  const at = { country: facts.destinationCountry, clock: clockAt(now) };
  const creditForbiddenBy = forbiddenBy('store-credit', claim, at);
  return chosenPlan(chosen, facts, { policy, creditForbiddenBy, now });
}

/** Cancelling lets go of what was only held. */
export function nothingToPay({ currency }: OrderFacts): {
  readonly outcome: 'priced';
  readonly priced: PricedRefund;
} {
  const amount = zero(currency);
  return {
    outcome: 'priced',
    priced: { amount, maximumRefundable: amount, transactions: [], credit: null },
  };
}
