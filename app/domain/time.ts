import type { Branded } from './ids.ts';

/** A point in time: UTC, ISO 8601 with milliseconds, e.g. `2026-11-24T08:00:00.000Z`. Sorts as text. */
export type Instant = Branded<'Instant'>;

export const dayMs = 86_400_000;

/*
 * The only place in the domain where Date stands, and only as arithmetic: it is given every instant,
 * and never asked what time it is.
 */
/** The instant of an ISO 8601 text with an offset; null when it is none. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || !/(Z|[+-]\d{2}:?\d{2})$/.test(text))
    return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : instantAt(milliseconds);
}

/** The instant of a number of milliseconds since 1970-01-01T00:00Z. */
export function instantAt(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** Milliseconds since 1970-01-01T00:00Z. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function addDays(instant: Instant, days: number): Instant {
  return instantAt(millisecondsOf(instant) + days * dayMs);
}

export function addSeconds(instant: Instant, seconds: number): Instant {
  return instantAt(millisecondsOf(instant) + seconds * 1000);
}

/** Whole days from one instant to a later one; 0 when it is not later. */
export function daysBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor((millisecondsOf(to) - millisecondsOf(from)) / dayMs));
}

/** Whether a text is a day of the calendar, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = dayNumberOf(text);
  // A February 30 is read as a day in March, a month 13 as no day at all.
  return !Number.isNaN(day) && instantAt(day * dayMs).slice(0, 10) === text;
}

/** The date a number of days after another one. */
export function dateAfter(date: string, days: number): string {
  return instantAt((dayNumberOf(date) + days) * dayMs).slice(0, 10);
}

/** Whole days since 1970-01-01 of a date `YYYY-MM-DD`. */
export function dayNumberOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

/** The day of the week of a day number; 0 is Sunday. */
export function weekdayOf(dayNumber: number): number {
  return new Date(dayNumber * dayMs).getUTCDay();
}

export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (first, instant) => (instant !== null && (first === null || instant < first) ? instant : first),
    null,
  );
}

export function latest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (last, instant) => (instant !== null && (last === null || instant > last) ? instant : last),
    null,
  );
}
