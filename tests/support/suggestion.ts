import { assess } from '#app/domain/assess.ts';
import type { ShopDomain, SuggestionId } from '#app/domain/ids.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { actBy } from '#app/domain/law/deadlines.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { Claim, Suggestion } from '#app/domain/suggestion.ts';
import { caseOf } from './case-facts.ts';
import { now, order } from './order-facts.ts';

/** The strongest claim on an order; throws when there is none. */
export function claimOn(facts: OrderFacts): Claim {
  const [claim] = assess(caseOf({ order: facts }), defaultPolicy, now).claims;
  if (!claim) throw new Error('no claim on this order');
  return claim;
}

/** An open suggestion on the late order of `order-facts.ts`. */
export function suggestion(changes: Partial<Suggestion> = {}): Suggestion {
  const facts = order();
  const { recommendation, care } = assess(caseOf({ order: facts }), defaultPolicy, now);
  const claim = claimOn(facts);
  if (!recommendation) throw new Error('no recommendation');
  return {
    id: 'c7e3a1f0-0000-4000-8000-000000000001' as string as SuggestionId,
    shop: 'lantern-test.myshopify.com' as string as ShopDomain,
    orderId: facts.orderId,
    orderName: facts.name,
    state: 'open',
    version: 1,
    claim,
    recommendation,
    care,
    amount: claim.stake.estimate,
    destinationCountry: facts.destinationCountry,
    actBy: actBy(claim.deadlines),
    openedAt: now,
    updatedAt: now,
    holdUntil: null,
    snoozedUntil: null,
    wokenBecause: null,
    withdrawnBecause: null,
    dismissReason: null,
    decidedBy: null,
    regrettedAt: null,
    ...changes,
  };
}
