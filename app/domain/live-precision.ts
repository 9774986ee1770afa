import { decidedOf, fallsShort, type GroundRecord } from './automation.ts';
import { approximate, type CurrencyCode } from './money.ts';
import type { SharedPolicy } from './policy/sections.ts';
import { breakEvenAt } from './remedy/break-even.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import { wilsonInterval, type Interval } from './wilson.ts';

/** How many weeks are looked back on. */
export const liveWeeks = 12;

/** What became of suggestions of one ground that were decided in one week. */
export interface DecidedWeek {
  /** Its Monday, in the shop's time. */
  readonly week: string;
  readonly ground: GroundId;
  readonly currency: CurrencyCode;
  /** Paid, and the goods did not come after all. */
  readonly right: number;
  /** Dismissed as not owed, taken back by the facts, or paid and regretted. */
  readonly wrong: number;
  /** Of all of them, what they would have paid. */
  readonly amount: number;
}

export interface LiveShare extends Interval {
  readonly right: number;
  readonly wrong: number;
  readonly share: number;
}

export interface LiveGround extends LiveShare {
  readonly ground: GroundId;
  /** At the average amount; null where costs are not known in the currency. */
  readonly breakEven: number | null;
  /** Below the break-even, and enough was decided to say so. */
  readonly isBelow: boolean;
}

export interface LiveWeek extends LiveShare {
  readonly week: string;
}

/** Latest first; weeks in which nothing was decided are left out. */
export function weeksOf(decided: readonly DecidedWeek[]): readonly LiveWeek[] {
  return [...Map.groupBy(decided, ({ week }) => week)]
    .map(([week, own]) => ({ week, ...shareOf(own) }))
    .sort((a, b) => b.week.localeCompare(a.week));
}

/** Most decisions first. */
export function liveGrounds(
  decided: readonly DecidedWeek[],
  policy: SharedPolicy,
): readonly LiveGround[] {
  return [...Map.groupBy(decided, ({ ground }) => ground)]
    .map(([ground, own]): LiveGround => {
      const share = shareOf(own);
      const breakEven = breakEvenOfMean(own, policy);
      const record = { agreed: share.right, otherwise: 0, disagreed: share.wrong };
      const isBelow = fallsShort({ ...record, ground } as GroundRecord, breakEven);
      return { ground, ...share, breakEven, isBelow };
    })
    .sort((a, b) => b.right + b.wrong - (a.right + a.wrong));
}

function shareOf(decided: readonly DecidedWeek[]): LiveShare {
  const right = decided.reduce((all, one) => all + one.right, 0);
  const wrong = decided.reduce((all, one) => all + one.wrong, 0);
  const whole = decidedOf({ agreed: right, otherwise: 0, disagreed: wrong });
  return { right, wrong, share: whole === 0 ? 0 : right / whole, ...wilsonInterval(right, whole) };
}

/** Of the currency with most decisions: an average over currencies would be of nothing. */
function breakEvenOfMean(decided: readonly DecidedWeek[], policy: SharedPolicy): number | null {
  const countOf = (of: readonly DecidedWeek[]) =>
    of.reduce((all, { right, wrong }) => all + right + wrong, 0);
  const [breakEven] = [...Map.groupBy(decided, ({ currency }) => currency)]
    .sort(([, a], [, b]) => countOf(b) - countOf(a))
    .slice(0, 1)
    .map(([currency, own]) => {
      const total = own.reduce((all, { amount }) => all + amount, 0);
      const mean = approximate(total / Math.max(1, countOf(own)), currency);
      return breakEvenAt(mean, { total: mean, shopTotal: mean }, policy);
    });
  return breakEven ?? null;
}
