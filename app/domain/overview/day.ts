import type { Branded } from '../ids.ts';
import { dayMs, dayNumberOf, instantAt, parseInstant } from '../time.ts';

/** A day of a calendar on the wall, `YYYY-MM-DD`; which instants it holds depends on the timezone. Sorts as text. */
export type Day = Branded<'Day'>;

/** The day of a text that is one, from the year 2000 on (no shop is older); null for `2026-02-30`. */
export function parseDay(text: string): Day | null {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  const isReal = parseInstant(`${text}T00:00Z`)?.startsWith(text) ?? false;
  return isReal ? (text as Day) : null;
}

export function plusDays(day: Day, days: number): Day {
  return instantAt((dayNumberOf(day) + days) * dayMs).slice(0, 10) as Day;
}

/** Both days counted; 0 or less where the last one is before the first. */
export function countDays(first: Day, last: Day): number {
  return dayNumberOf(last) - dayNumberOf(first) + 1;
}
