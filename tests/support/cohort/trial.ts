import type { Outcome } from '#app/domain/backtest/outcome.ts';
import type { Act, Trial } from '#app/domain/backtest/trial.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { costsOf } from '#app/domain/remedy/costs.ts';
import { daysAgo, order, usd } from '#tests/support/order-facts.ts';

/** Nothing followed. */
export function outcome(changes: Partial<Outcome> = {}): Outcome {
  return {
    refundedAt: null,
    returnedAt: null,
    disputedAt: null,
    cancelledAt: null,
    wroteAt: null,
    review: null,
    deliveredAt: null,
    promisedBy: null,
    ...changes,
  };
}

/** Acted on twenty days ago, as late, for 40.00. */
export function act(changes: Partial<Act> = {}): Act {
  return {
    at: daysAgo(20),
    ground: 'late-arrival',
    probability: 0.6,
    breakEven: 0.78,
    amount: usd('40.00'),
    bankFrom: null,
    legalBy: null,
    ...changes,
  };
}

export function trial(changes: Partial<Trial> = {}): Trial {
  return {
    weight: 1,
    value: usd('45.00'),
    act: act(),
    seenBy: 'late-arrival',
    truth: 'owed',
    outcome: outcome(),
    costs: costsOf(defaultPolicy.costs, order().payment),
    ...changes,
  };
}
