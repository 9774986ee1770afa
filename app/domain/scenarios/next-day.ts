import { addDays, dayMs, millisecondsOf, type Instant } from '../time.ts';

/** Claims older than this say the same every day: time alone changes them no more. */
const settledAfterDays = 60;

/** The next full day after `since`, at which a claim that counts days says something new; null when it no longer does. */
export function nextDayOf(since: Instant, now: Instant): Instant | null {
  const days = Math.floor((millisecondsOf(now) - millisecondsOf(since)) / dayMs) + 1;
  return days > settledAfterDays ? null : addDays(since, days);
}
