import { decimalsOf, type Money } from '../domain/money.ts';
import type { Day } from '../domain/overview/day.ts';
import { dayMs, dayNumberOf, millisecondsOf, type Instant } from '../domain/time.ts';
import { dateTimeFormat, displayNames, numberFormat, relativeTimeFormat } from './intl.ts';
import type { Words } from './words.ts';

/** The exact amount: the decimal goes to Intl as text, with the decimals that Shopify gives the currency. */
export function moneyWords({ amount, currencyCode }: Money, { language }: Words): string {
  const decimals = decimalsOf(currencyCode);
  return numberFormat(language, {
    style: 'currency',
    currency: currencyCode,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(amount as string as Intl.StringNumericLiteral);
}

export function percentWords(share: number, { language }: Words): string {
  return numberFormat(language, { style: 'percent' }).format(share);
}

/** With its sign, for parts that are added up. */
export function signedPercentWords(share: number, { language }: Words): string {
  return numberFormat(language, {
    style: 'percent',
    signDisplay: 'exceptZero',
    maximumFractionDigits: 1,
  }).format(share);
}

/** Day and minute in the shop's timezone. */
export function instantWords(instant: Instant, { language, timezone }: Words): string {
  return dateTimeFormat(language, {
    timeZone: timezone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(millisecondsOf(instant));
}

/** The minute of the day in the shop's timezone. */
export function minuteWords(instant: Instant, { language, timezone }: Words): string {
  return dateTimeFormat(language, {
    timeZone: timezone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(millisecondsOf(instant));
}

/** A date `YYYY-MM-DD`, with its day of the week. */
export function dateWords(date: string, { language }: Words): string {
  return dateTimeFormat(language, {
    timeZone: 'UTC',
    weekday: 'short',
    month: 'short',
    day: 'numeric',
  }).format(dayNumberOf(date) * dayMs);
}

/** What the shop's clock on the wall shows, as `YYYY-MM-DDTHH:mm`: sorts as text. */
export function wallTimeOf(instant: Instant, { timezone }: Pick<Words, 'timezone'>): string {
  const parts = dateTimeFormat('en', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(millisecondsOf(instant));
  const part = (name: Intl.DateTimeFormatPartTypes) =>
    parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}`;
}

export function dayWords(instant: Instant, { language, timezone }: Words): string {
  return dateTimeFormat(language, {
    timeZone: timezone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(millisecondsOf(instant));
}

/** Of a day on the wall, e.g. "Nov 24"; with the year where it says more. */
export function shortDayWords(day: Day, { language }: Words, withYear = false): string {
  return dateTimeFormat(language, {
    timeZone: 'UTC',
    ...(withYear ? { year: 'numeric' } : {}),
    month: 'short',
    day: 'numeric',
  }).format(dayNumberOf(day) * dayMs);
}

/** The shop's time as spreadsheets read it, `2026-11-24 19:30:00`: in Sweden it is written so. */
export function plainInstant(instant: Instant, { timezone }: Words): string {
  return dateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(millisecondsOf(instant));
}

/** How long something took, in the largest unit that fits, e.g. "3.5 days", "20 minutes". */
export function durationWords(seconds: number, { language }: Words): string {
  const [unit, size] = units.find(([, size]) => seconds * 1000 >= size) ?? units[2];
  return numberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  }).format((seconds * 1000) / size);
}

/** Sentences one after the other, as the language writes them. */
export function joinSentences(sentences: readonly string[], { t }: Words): string {
  return sentences.reduce((first, second) => t('overview.two-sentences', { first, second }));
}

export function numberWords(value: number, { language }: Words): string {
  return numberFormat(language, {}).format(value);
}

const units = [
  ['day', dayMs],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** E.g. "in 3 days", "2 hours ago"; never seconds, which would change under the reader's eyes. */
export function relativeWords(instant: Instant, now: Instant, { language }: Words): string {
  const distance = millisecondsOf(instant) - millisecondsOf(now);
  const format = relativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of units) {
    if (Math.abs(distance) >= size) return format.format(Math.trunc(distance / size), unit);
  }
  return format.format(0, 'minute');
}

/** The name of a language (ISO 639-1, with its country where one is named); the code itself where it has none. */
export function languageWords(code: string, { language }: Words): string {
  if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(code)) return code;
  return displayNames(language, { type: 'language' }).of(code) ?? code;
}

/** The currency's name; the code itself where it has none. */
export function currencyWords(code: string, { language }: Words): string {
  if (!/^[A-Z]{3}$/.test(code)) return code;
  return displayNames(language, { type: 'currency' }).of(code) ?? code;
}

/** The country's name; the code itself where it has none. */
export function countryWords(code: string, { language }: Words): string {
  if (!/^[A-Z]{2}$/.test(code)) return code;
  return displayNames(language, { type: 'region' }).of(code) ?? code;
}

/** Countries one after the other, as the language lists them. */
export function countriesWords(codes: readonly string[], words: Words): string {
  return new Intl.ListFormat(words.language, { type: 'conjunction' }).format(
    codes.map((code) => countryWords(code, words)),
  );
}
