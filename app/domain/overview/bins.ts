import type { Instant } from '../time.ts';
import { countDays, plusDays, type Day } from './day.ts';
import type { Days } from './period.ts';
import { startOfDay } from './zoned-days.ts';

/** A day, or a week of them, that is counted as one. */
export interface Bin {
  readonly from: Day;
  readonly to: Day;
  readonly startsAt: Instant;
}

/** More days than this are counted by the week: a bar has to be seen. */
const mostDailyBins = 31;

/** The period's days or weeks, oldest first. The last week is a whole one, so that the end does not seem to drop. */
export function binsOf({ from, to }: Days, timezone: string): readonly Bin[] {
  const days = countDays(from, to);
  const size = days > mostDailyBins ? 7 : 1;
  const count = Math.ceil(days / size);
  return Array.from({ length: count }, (_, index) => {
    const last = plusDays(to, (index + 1 - count) * size);
    const first = index === 0 ? from : plusDays(last, 1 - size);
    return { from: first, to: last, startsAt: startOfDay(first, timezone) };
  });
}

/** How many were counted in each bin; one that is not among the counts has none. */
export function fillBins(
  bins: readonly Bin[],
  counts: readonly { readonly bin: number; readonly count: number }[],
): readonly number[] {
  const byBin = new Map(counts.map(({ bin, count }) => [bin, count]));
  return bins.map((_, index) => byBin.get(index) ?? 0);
}
