import { Temporal } from 'temporal-polyfill';
import { wakingTime } from '../snooze.ts';
import { instantAt, type Instant } from '../time.ts';

/** The instant at which it is morning on a date `YYYY-MM-DD` in a time zone (IANA name). */
export function morningOf(date: string, timeZone: string): Instant {
  const morning = Temporal.PlainDate.from(date).toZonedDateTime({
    timeZone,
    plainTime: Temporal.PlainTime.from(wakingTime),
  });
  return instantAt(morning.epochMilliseconds);
}
