import { differenceOf } from '#app/domain/backtest/difference.ts';
import { leadTimes } from '#app/domain/backtest/lead-times.ts';
import { measure, measureGrounds, type Measures } from '#app/domain/backtest/measures.ts';
import { netMoney } from '#app/domain/backtest/net-money.ts';
import type { TruthRule } from '#app/domain/backtest/outcome.ts';
import type { Trial } from '#app/domain/backtest/trial.ts';
import { valueBands } from '#app/domain/backtest/value-bands.ts';
import { parseMoney } from '#app/domain/money.ts';
import type { Policy } from '#app/domain/policy.ts';
import { daysBetween } from '#app/domain/time.ts';
import { randomFrom } from '#tests/support/cohort/random.ts';
import { chooseLately, sweepLately, type Tried } from './choose-lately.ts';
import {
  byReview,
  byReviewOrDelivery,
  byRule,
  calledOff,
  calledOffByRule,
  judge,
  ruleAct,
  type Judging,
} from './judge-olist.ts';
import { dateIn, type OlistOrder } from './olist-order.ts';
import type { Olist } from './read-olist.ts';

const edges = [50, 100, 200];
const rounds = 1000;

export interface OlistRun {
  readonly policy: Policy;
  /** Whether the policy is as the caller wants it; else one threshold is chosen on the earlier orders. */
  readonly fixed: boolean;
  readonly weighted: boolean;
  /** A day `YYYY-MM-DD`; null: the day by which half of the orders were promised. */
  readonly split: string | null;
}

export type OlistReport = ReturnType<typeof runOlist>;

export function runOlist({ orders, until, sellers }: Olist, run: OlistRun) {
  const scored = orders
    .filter((order) => order.review !== null && order.actAt <= until)
    .filter(({ weight }) => !run.weighted || weight !== null)
    .sort((a, b) => (a.actAt < b.actAt ? -1 : 1));
  const split = run.split ?? dateIn(scored[Math.floor(scored.length / 2)]?.actAt ?? until);
  const earlier = scored.filter(({ actAt }) => dateIn(actAt) < split);
  const later = scored.filter(({ actAt }) => dateIn(actAt) >= split);
  const judging: Judging = {
    policy: run.policy,
    truth: byReview,
    actsOn: 'suggestion',
    calledOff,
    until,
    weighted: run.weighted,
  };
  // Of the earlier orders only what was known by then.
  const known = earlier.filter(({ review }) => review !== null && dateIn(review.at) < split);
  const tried = run.fixed ? [] : sweepLately(known, judging);
  const choice = run.fixed ? null : chooseLately(tried);
  const chosen = { ...judging, policy: choice?.policy ?? run.policy };
  return {
    read: { orders: orders.length, scored: scored.length, sellers, weighted: run.weighted },
    dates: {
      split,
      earlier: spanOf(earlier),
      later: spanOf(later),
      knownBySplit: known.length,
    },
    choice: choice && {
      chosenDays: choice.days,
      tried: tried.map(withoutPolicy),
      /** What the others would have done on the later orders: shown, not chosen from. */
      later: sweepLately(later, judging).map(withoutPolicy),
    },
    later: partOf(later, chosen),
    /** With the threshold that was chosen on a part of these: to be held against published figures, not as a proof. */
    whole: partOf(scored, chosen),
  };
}

function withoutPolicy({ days, measures }: Tried) {
  return { days, measures };
}

function spanOf(orders: readonly OlistOrder[]) {
  const [first, last] = [orders[0], orders.at(-1)];
  return {
    orders: orders.length,
    from: first && dateIn(first.actAt),
    to: last && dateIn(last.actAt),
  };
}

function partOf(orders: readonly OlistOrder[], judging: Judging) {
  return {
    byReview: figuresOf(orders, judging, byReview),
    byReviewOrDelivery: figuresOf(orders, judging, byReviewOrDelivery),
    ...particularsOf(orders, { ...judging, truth: byReview }),
  };
}

/** The rule, the recommendation, and what they do where one fact is read otherwise; each against the rule on the same orders. */
function figuresOf(orders: readonly OlistOrder[], judging: Judging, truth: TruthRule) {
  const judgeAll = (changes: Partial<Judging> = {}) =>
    orders.map((order) => judge(order, { ...judging, truth, ...changes }));
  const suggested = judgeAll();
  const paying = judgeAll({ actsOn: 'payment' });
  const alsoUnavailable = judgeAll({ calledOff: calledOffByRule });
  const random = randomFrom(2018);
  const against = (trials: readonly Trial[], cancelled: ReadonlySet<string>) =>
    differenceOf(
      trials.map((trial, place) => {
        const order = orders[place];
        return { trial, other: order ? ruleAct(order, cancelled) : null };
      }),
      { rounds, random: () => random.next() },
    );
  const ruled = (cancelled: ReadonlySet<string>) =>
    measure(
      suggested.flatMap((trial, place) => {
        const order = orders[place];
        return order ? [byRule(trial, order, cancelled)] : [];
      }),
    );
  return {
    rule: ruled(calledOffByRule),
    ruleWithUnavailable: ruled(calledOff),
    suggested: measure(suggested),
    payingNow: measure(paying),
    suggestedWithoutUnavailable: measure(alsoUnavailable),
    suggestedAgainstRule: against(suggested, calledOffByRule),
    payingAgainstRule: against(paying, calledOffByRule),
    suggestedAgainstRuleWithUnavailable: against(suggested, calledOff),
    withoutUnavailableAgainstRule: against(alsoUnavailable, calledOffByRule),
  };
}

function particularsOf(orders: readonly OlistOrder[], judging: Judging) {
  const trials = orders.map((order) => judge(order, judging));
  const ruled = trials.flatMap((trial, place) => {
    const order = orders[place];
    return order ? [byRule(trial, order, calledOffByRule)] : [];
  });
  const payment = orders.map((order) => judge(order, { ...judging, actsOn: 'payment' }));
  const { currencyCode } = parseMoney('0', 'BRL');
  const assumed = { recoveredPercent: 0, outcomesTell: false };
  const rules = valueBands(ruled, edges);
  const paid = valueBands(payment, edges);
  return {
    grounds: measureGrounds(trials),
    bands: valueBands(trials, edges).map((band, place) => ({
      ...band,
      rule: rules[place]?.measures ?? null,
      paying: paid[place] ?? null,
    })),
    lateness: latenessOf(orders, trials, ruled),
    leadTimes: leadTimes(trials),
    money: {
      rule: netMoney(ruled, currencyCode, assumed),
      suggested: netMoney(trials, currencyCode, assumed),
      paying: netMoney(payment, currencyCode, assumed),
    },
  };
}

const classes = [
  'in time',
  'up to 1 day late',
  '2 to 3 days late',
  '4 to 7 days late',
  'more than a week late',
  'never came, handed over',
  'never came, not handed over',
  'unavailable',
  'cancelled',
] as const;

/** By how the order ended, which nobody knew when it was judged: where the errors are. */
function latenessOf(
  orders: readonly OlistOrder[],
  trials: readonly Trial[],
  ruled: readonly Trial[],
) {
  return classes.map((lateness) => {
    const own = (all: readonly Trial[]): Measures =>
      measure(
        all.filter((_, place) => {
          const order = orders[place];
          return order !== undefined && classOf(order) === lateness;
        }),
      );
    return { lateness, suggested: own(trials), rule: own(ruled) };
  });
}

function classOf({ status, deliveredAt, carrierAt, actAt }: OlistOrder): (typeof classes)[number] {
  if (status === 'canceled') return 'cancelled';
  if (status === 'unavailable') return 'unavailable';
  if (deliveredAt === null) {
    return carrierAt ? 'never came, handed over' : 'never came, not handed over';
  }
  if (deliveredAt < actAt) return 'in time';
  return classOfDays(daysBetween(actAt, deliveredAt));
}

function classOfDays(days: number): (typeof classes)[number] {
  if (days < 1) return 'up to 1 day late';
  if (days < 3) return '2 to 3 days late';
  return days < 7 ? '4 to 7 days late' : 'more than a week late';
}
