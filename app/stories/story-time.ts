import { Temporal } from 'temporal-polyfill';
import { instantAt, parseInstant, type Instant } from '../domain/time.ts';

/** The instant of a story's time; what has no offset is the shop's own time, and a mere date its first instant. */
export function instantIn(text: string, timeZone: string): Instant {
  const absolute = parseInstant(text);
  if (absolute) return absolute;
  const local = Temporal.PlainDateTime.from(text.replace(' ', 'T'));
  return instantAt(local.toZonedDateTime(timeZone).epochMilliseconds);
}
