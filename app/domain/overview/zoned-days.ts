import { Temporal } from 'temporal-polyfill';
import { instantAt, type Instant } from '../time.ts';
import { plusDays, type Day } from './day.ts';
import type { Days } from './period.ts';

/** From the one instant on, up to but without the other. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** The name, if it is a timezone's; UTC otherwise. */
export function knownTimezone(name: string): string {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
  } catch {
    // No such timezone; there is no other way to ask.
    return 'UTC';
  }
}

/** Which day it is then. */
export function dayAt(instant: Instant, timezone: string): Day {
  const there = Temporal.Instant.from(instant).toZonedDateTimeISO(timezone);
  return there.toPlainDate().toString() as Day;
}

/** The first instant of the day: not midnight where clocks are put forward at midnight. */
export function startOfDay(day: Day, timezone: string): Instant {
  const start = Temporal.PlainDate.from(day).toZonedDateTime(timezone);
  return instantAt(start.epochMilliseconds);
}

/** The instants of the days. */
export function spanOf({ from, to }: Days, timezone: string): Span {
  return { from: startOfDay(from, timezone), to: startOfDay(plusDays(to, 1), timezone) };
}
