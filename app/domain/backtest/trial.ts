import { firstDeadline } from '../law/deadlines.ts';
import type { Money } from '../money.ts';
import type { OrderFacts, PaymentFacts } from '../order-facts.ts';
import type { Policy } from '../policy.ts';
import { breakEvenOf } from '../remedy/break-even.ts';
import { costsOf, type Costs } from '../remedy/costs.ts';
import { inShopCurrency } from '../remedy/limits.ts';
import { paysNow } from '../remedy/pays-now.ts';
import type { GroundId } from '../scenarios/ground-ids.ts';
import { earliest, type Instant } from '../time.ts';
import { outcomeOf, truthOf, type Outcome, type Truth, type TruthRule } from './outcome.ts';
import type { PastOrder } from './past-order.ts';
import { looksAt, type PastVerdict, type Span } from './replay.ts';

/** What counts as acting: whatever is suggested, or only what the recommendation would pay at once. */
export type ActsOn = 'suggestion' | 'payment';

export interface Trying {
  readonly policy: Policy;
  readonly span: Span;
  readonly truth: TruthRule;
  /** Until when outcomes are read. */
  readonly until: Instant;
  readonly actsOn: ActsOn;
  /** How many orders of the whole this one stands for. */
  readonly weight: number;
}

/** One past order: what would have been done about it, and what came of it. Amounts are in the shop's own currency. */
export interface Trial {
  readonly weight: number;
  readonly value: Money;
  /** Null where nothing would have been done. */
  readonly act: Act | null;
  /** The ground of the first suggestion, acted on or not; null where none saw anything. */
  readonly seenBy: GroundId | null;
  readonly truth: Truth;
  readonly outcome: Outcome;
  /** What things cost; null where no rate to the shop's currency is known. */
  readonly costs: Costs | null;
}

export interface Act {
  readonly at: Instant;
  readonly ground: GroundId;
  readonly probability: number;
  /** The probability that makes paying it now the cheaper; null where the costs are not known. */
  readonly breakEven: number | null;
  readonly amount: Money;
  /** The first day on which the bank takes a dispute, and the law's day; null where there is none. */
  readonly bankFrom: Instant | null;
  readonly legalBy: Instant | null;
}

/** Whoever acts does so at the first look that asks for it. */
export function tryOut(past: PastOrder, trying: Trying): Trial {
  const { policy, until, weight } = trying;
  const { createdAt, payment } = past.placed.order;
  const outcome = outcomeOf(past, until);
  return {
    weight,
    value: payment.shopTotal,
    ...firstActOf(past, trying),
    truth: truthOf(outcome, { rule: trying.truth, orderedAt: createdAt, until }),
    outcome,
    costs: costsOf(policy.costs, inShop(payment)),
  };
}

function firstActOf(
  past: PastOrder,
  { policy, span, actsOn }: Trying,
): Pick<Trial, 'act' | 'seenBy'> {
  let seenBy: GroundId | null = null;
  for (const { at, verdict, facts } of looksAt(past, policy, span)) {
    if (!verdict) continue;
    seenBy ??= verdict.claim.ground;
    const acts = actsOn === 'suggestion' || paysNow(verdict.recommendation.options[0].kind);
    if (acts) return { seenBy, act: actOf(facts.order, { at, verdict }, policy) };
  }
  return { seenBy, act: null };
}

function actOf(order: OrderFacts, { at, verdict }: PastVerdict, policy: Policy): Act {
  const { claim } = verdict;
  return {
    at,
    ground: claim.ground,
    probability: claim.probability.value,
    breakEven: breakEvenOf(claim, order, policy),
    amount: inShopCurrency(claim.stake.estimate, order.payment),
    bankFrom: firstDeadline('card-dispute-earliest', claim.deadlines),
    legalBy: firstDeadline('legal-refund', claim.deadlines),
  };
}

function inShop(payment: PaymentFacts): PaymentFacts {
  return { ...payment, total: payment.shopTotal };
}

/** The buyer's first word about it, to the shop or to the world. */
export function firstWordOf({ wroteAt, review }: Outcome): Instant | null {
  return earliest([wroteAt, review?.at ?? null]);
}
