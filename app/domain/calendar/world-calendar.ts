import chineseDays from 'chinese-days';
import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import {
  addDays,
  dayMs,
  dayNumberOf,
  instantAt,
  millisecondsOf,
  weekdayOf,
  type Instant,
} from '../time.ts';
import type { Calendar } from './calendar.ts';

/*
 * Days are counted on the UTC day of an instant. A year of holidays costs milliseconds to work out and never changes:
 * it is worked out once.
 */

/** Weekdays (0 is Sunday) of a country's weekend where it is not Saturday and Sunday (https://en.wikipedia.org/wiki/Workweek_and_weekend). */
const weekends: Readonly<Record<string, readonly number[]>> = {
  BH: [5, 6],
  DZ: [5, 6],
  EG: [5, 6],
  IQ: [5, 6],
  IR: [5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  OM: [5, 6],
  QA: [5, 6],
  SA: [5, 6],
  SD: [5, 6],
  SY: [5, 6],
  YE: [5, 6],
  IL: [5, 6],
  NP: [6],
};

const usualWeekend = [6, 0];

/** Day numbers since 1970-01-01, sorted. */
type Days = readonly number[];

const yearsOf = new Map<string, Days>();
const spansOf = new Map<string, Days>();

const dayOf = (instant: Instant) => Math.floor(millisecondsOf(instant) / dayMs);
const yearOf = (day: number) => Number(instantAt(day * dayMs).slice(0, 4));

export const worldCalendar: Calendar = {
  daysLater(start, days, countries) {
    const first = dayOf(start);
    let added = days;
    for (const holiday of holidaysAround(first, countries)) {
      if (holiday < first) continue;
      if (holiday >= first + added) break;
      added += 1;
    }
    return addDays(start, added);
  },
  workingDaysLater(start, days, country) {
    const first = dayOf(start);
    let day = first;
    for (let left = days; left > 0;) {
      day += 1;
      if (isWorkingDay(day, country)) left -= 1;
    }
    return addDays(start, day - first);
  },
  endOfDay(instant, timeZone) {
    // A day ends on a full minute in every zone.
    const key = `${timeZone} ${instant.slice(0, 16)}`;
    const known = dayEnds.get(key);
    if (known) return known;
    const end = Temporal.Instant.from(instant)
      .toZonedDateTimeISO(timeZone)
      .add({ days: 1 })
      .startOfDay();
    const at = instantAt(end.epochMilliseconds);
    if (dayEnds.size > 10_000) dayEnds.clear();
    dayEnds.set(key, at);
    return at;
  },
};

const dayEnds = new Map<string, Instant>();

/** Weekdays that are public holidays, of this year and the next, of all the countries. */
function holidaysAround(day: number, countries: readonly string[]): Days {
  const year = yearOf(day);
  const key = `${year} ${countries.join(' ')}`;
  const known = spansOf.get(key);
  if (known) return known;
  const days = countries.flatMap((country) => [
    ...holidaysOf(country, year),
    ...holidaysOf(country, year + 1),
  ]);
  const span = [...new Set(days)].sort((a, b) => a - b);
  spansOf.set(key, span);
  return span;
}

function holidaysOf(country: string, year: number): Days {
  const key = `${country} ${year}`;
  const known = yearsOf.get(key);
  if (known) return known;
  const days = country === 'CN' ? chinasHolidays(year) : publicHolidays(country, year);
  yearsOf.set(key, days);
  return days;
}

/** By the State Council's own announcements, where the days made up for are workdays. */
function chinasHolidays(year: number): Days {
  return chineseDays
    .getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false)
    .map(dayNumberOf)
    .filter((day) => !isWeekend(day, 'CN'));
}

function publicHolidays(country: string, year: number): Days {
  return new Holidays(country, { types: ['public'] })
    .getHolidays(year)
    .map(({ date }) => dayNumberOf(date.slice(0, 10)))
    .filter((day) => !isWeekend(day, country));
}

function isWeekend(day: number, country: string): boolean {
  return (weekends[country] ?? usualWeekend).includes(weekdayOf(day));
}

function isWorkingDay(day: number, country: string): boolean {
  if (country === 'CN') return chineseDays.isWorkday(instantAt(day * dayMs).slice(0, 10));
  return !isWeekend(day, country) && !holidaysOf(country, yearOf(day)).includes(day);
}
