import type { TruthRule } from '#app/domain/backtest/outcome.ts';
import { tryOut, type ActsOn, type Trial } from '#app/domain/backtest/trial.ts';
import type { Policy } from '#app/domain/policy.ts';
import type { Instant } from '#app/domain/time.ts';
import { pastOrderOf, type OlistOrder } from './olist-order.ts';

/** Truth as the plain rule was measured by: a review of one or two stars. */
export const byReview: TruthRule = { signs: ['low-review'], lowStars: 2, settledAfterDays: 0 };

/** The same, or nothing came. */
export const byReviewOrDelivery: TruthRule = {
  ...byReview,
  signs: ['low-review', 'cancelled', 'not-delivered'],
};

/** Final statuses that count as cancelled, and as paid back. `unavailable`: the seller never had the goods. */
export const calledOffByRule: ReadonlySet<string> = new Set(['canceled', 'unavailable']);
export const calledOff: ReadonlySet<string> = new Set(['canceled']);

export interface Judging {
  readonly policy: Policy;
  readonly truth: TruthRule;
  readonly actsOn: ActsOn;
  readonly calledOff: ReadonlySet<string>;
  readonly until: Instant;
  readonly weighted: boolean;
}

/** What the recommendation does from the moment of acting on. */
export function judge(order: OlistOrder, judging: Judging): Trial {
  return tryOut(pastOrderOf(order, judging.calledOff), {
    ...judging,
    span: { from: order.actAt, until: judging.until },
    weight: judging.weighted ? (order.weight ?? 0) : 1,
  });
}

/** When the plain rule acts: at 00:00 after the promised day, on what is neither delivered nor cancelled; else null. */
export function ruleAct(
  { actAt, deliveredAt, status }: OlistOrder,
  cancelled: ReadonlySet<string>,
): { readonly at: Instant } | null {
  const came = deliveredAt !== null && deliveredAt < actAt;
  return came || cancelled.has(status) ? null : { at: actAt };
}

/** The trial with the plain rule's act in place of the recommendation's. */
export function byRule(trial: Trial, order: OlistOrder, cancelled: ReadonlySet<string>): Trial {
  const act = ruleAct(order, cancelled);
  if (!act) return { ...trial, act: null };
  return {
    ...trial,
    act: {
      ground: 'late-arrival',
      probability: 0,
      breakEven: null,
      amount: trial.value,
      bankFrom: null,
      legalBy: null,
      ...act,
    },
  };
}
