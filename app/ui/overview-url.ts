import { parseDay } from '../domain/overview/day.ts';
import {
  periodBetween,
  usualLengths,
  usualPeriod,
  type Period,
} from '../domain/overview/period.ts';

/** The period that the URL asks for; the usual one where it asks for none of ours. */
export function periodOf(params: URLSearchParams): Period {
  const days = usualLengths.find((length) => String(length) === params.get('days'));
  if (days) return { kind: 'last', days };
  const from = parseDay(params.get('from') ?? '');
  const to = parseDay(params.get('to') ?? '');
  return periodBetween(from, to) ?? usualPeriod;
}

/** The page's address for a period; the usual one is left out. */
export function overviewUrl(period: Period): string {
  return `/app/overview${searchOf(period)}`;
}

/** Where the period's suggestions come as a file, in the words of a language. */
export function exportUrl(period: Period, language: string): string {
  const search = searchOf(period);
  return `/app/overview/export${search === '' ? '?' : `${search}&`}locale=${language}`;
}

function searchOf(period: Period): string {
  if (period.kind === 'between') return `?from=${period.from}&to=${period.to}`;
  return period.days === usualPeriod.days ? '' : `?days=${period.days}`;
}
