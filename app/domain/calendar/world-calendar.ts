import chineseDays from 'chinese-days';
import Holidays, { type HolidaysTypes } from 'date-holidays';
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
import { remembering } from '../remembering.ts';
import type { Calendar } from './calendar.ts';

/*
 * Days are counted on the UTC day of an instant. A year of holidays costs milliseconds to work out and never changes:
 * it is worked out once. Only holidays of the whole country are known here, not those of its regions.
 */

/** Weekdays (0 is Sunday) of a country's weekend where it is not Saturday and Sunday (https://en.wikipedia.org/wiki/Workweek_and_weekend). */
const weekends: Readonly<Record<string, readonly number[]>> = {
  BD: [5, 6],
  BH: [5, 6],
  BN: [5, 0],
  DZ: [5, 6],
  EG: [5, 6],
  IQ: [5, 6],
  IR: [5],
  JO: [5, 6],
  KW: [5, 6],
  LY: [5, 6],
  MV: [5, 6],
  OM: [5, 6],
  PS: [5, 6],
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
    const [first, second] = dayEnds(`${instant.slice(0, 10)} ${timeZone}`);
    return instant < first ? first : second;
  },
};

/** Of a UTC date in a zone: the end of the local day that it begins in, and of the next. None has a third. */
const dayEnds = remembering((dateAndZone): readonly [first: Instant, second: Instant] => {
  const start = Temporal.Instant.from(`${dateAndZone.slice(0, 10)}T00:00:00Z`).toZonedDateTimeISO(
    dateAndZone.slice(11),
  );
  const first = start.add({ days: 1 }).startOfDay();
  const second = first.add({ days: 1 }).startOfDay();
  return [instantAt(first.epochMilliseconds), instantAt(second.epochMilliseconds)];
});

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

/**
 * As the State Council announced them. It does so in November for the year that follows; until the package knows of it,
 * the feasts that the other one names stand in, and nothing is known yet of the weekends that are worked for them.
 */
function chinasHolidays(year: number): Days {
  const announced = chineseDays.getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false);
  if (announced.length > 0) {
    return announced.map(dayNumberOf).filter((day) => !isWeekend(day, 'CN'));
  }
  const childrensDay = dayNumberOf(`${year}-06-01`);
  return publicHolidays('CN', year).filter((day) => day !== childrensDay);
}

function publicHolidays(country: string, year: number): Days {
  if (year > lastYear) return [];
  return new Holidays(country, { types: ['public'] })
    .getHolidays(year)
    .flatMap(wholeDaysOf)
    .filter((day) => !isWeekend(day, country));
}

/** Moon calendars are worked out no further; a scan may well be dated in the year 9999. */
const lastYear = 2199;

/** The package begins Korea's New Year with the day itself; its three days begin with the eve. */
const seollal = 'korean 01-0-01 P3D';

/** The days that a holiday fills: some last for several, a few for an afternoon only. An hour may be lost to summer time. */
function wholeDaysOf({ date, start, end, rule }: HolidaysTypes.Holiday): Days {
  const first = dayNumberOf(date.slice(0, 10)) - (rule === seollal ? 1 : 0);
  const length = Math.floor((end.getTime() - start.getTime()) / dayMs + 0.1);
  return Array.from({ length }, (_, index) => first + index);
}

function isWeekend(day: number, country: string): boolean {
  return (weekends[country] ?? usualWeekend).includes(weekdayOf(day));
}

function isWorkingDay(day: number, country: string): boolean {
  if (isWeekend(day, country)) {
    return country === 'CN' && chineseDays.isWorkday(instantAt(day * dayMs).slice(0, 10));
  }
  return !holidaysOf(country, yearOf(day)).includes(day);
}
