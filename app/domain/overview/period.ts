import { countDays, plusDays, type Day } from './day.ts';

/** Lengths that are one click away, in days. */
export const usualLengths = [7, 30, 90] as const;
type UsualLength = (typeof usualLengths)[number];

/** More days than this are not looked at in one go. */
export const longestPeriod = 366;

/** What figures are about: the last days, today included, or from one day to another, both included. */
export type Period =
  | { readonly kind: 'last'; readonly days: UsualLength }
  | { readonly kind: 'between'; readonly from: Day; readonly to: Day };

export const usualPeriod = { kind: 'last', days: 30 } as const satisfies Period;

/** The first and the last day. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** From one day to another; null where that is no period, or too long a one. */
export function periodBetween(from: Day | null, to: Day | null): Period | null {
  if (from === null || to === null) return null;
  const days = countDays(from, to);
  return days >= 1 && days <= longestPeriod ? { kind: 'between', from, to } : null;
}

export function daysOf(period: Period, today: Day): Days {
  if (period.kind === 'between') return { from: period.from, to: period.to };
  return { from: plusDays(today, 1 - period.days), to: today };
}
