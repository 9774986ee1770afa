import { measure, type Measures } from '#app/domain/backtest/measures.ts';
import type { Policy } from '#app/domain/policy.ts';
import { judge, type Judging } from './judge-olist.ts';
import type { OlistOrder } from './olist-order.ts';

const candidates = [0, 3, 5, 8, 10, 12, 15, 20, 30];

/** Of the owed buyers whom acting at once reaches before their word, so many at least must still be. */
const stillReached = 0.98;

export interface Tried {
  readonly days: number;
  readonly policy: Policy;
  readonly measures: Measures;
}

/** What each figure would do: a parcel handed over less than so many days before has a day more. */
export function sweepLately(orders: readonly OlistOrder[], judging: Judging): readonly Tried[] {
  return candidates.map((days) => {
    const policy = withLately(judging.policy, days);
    const trials = orders.map((order) => judge(order, { ...judging, policy }));
    return { days, policy, measures: measure(trials) };
  });
}

/** The most precise one that still reaches nearly all whom acting at once reaches. */
export function chooseLately(tried: readonly Tried[]): Tried {
  const [atOnce, ...others] = tried;
  if (!atOnce) throw new Error('nothing to choose from');
  const reached = ({ measures }: Tried) => measures.recallBeforeWord.share ?? 0;
  const precision = ({ measures }: Tried) => measures.precision.share ?? 0;
  return others
    .filter((one) => reached(one) >= stillReached * reached(atOnce))
    .reduce((best, one) => (precision(one) > precision(best) ? one : best), atOnce);
}

function withLately(policy: Policy, handedOverLatelyDays: number): Policy {
  const late = policy.grounds['late-arrival'];
  return {
    ...policy,
    grounds: { ...policy.grounds, 'late-arrival': { ...late, handedOverLatelyDays } },
  };
}
