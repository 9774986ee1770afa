import { describe, expect, test } from 'vitest';
import { parseDay } from '#app/domain/overview/day.ts';
import { periodBetween, usualPeriod, type Period } from '#app/domain/overview/period.ts';
import { exportUrl, overviewUrl, periodOf } from '#app/ui/overview-url.ts';

const between = periodBetween(parseDay('2026-01-05'), parseDay('2026-02-01'));
if (!between) throw new Error('no period');
const periods: readonly Period[] = [
  { kind: 'last', days: 7 },
  usualPeriod,
  { kind: 'last', days: 90 },
  between,
];

describe('the overview in a URL', () => {
  test.each(periods)('%j comes back as it went, for the page and for the file', (period) => {
    for (const url of [overviewUrl(period), exportUrl(period, 'zh-CN')]) {
      expect(periodOf(new URL(url, 'https://app').searchParams)).toEqual(period);
    }
  });

  test('is short when everything is as usual', () => {
    expect(overviewUrl(usualPeriod)).toBe('/app/overview');
    expect(exportUrl(usualPeriod, 'en')).toBe('/app/overview/export?locale=en');
  });

  test.each([
    'days=8',
    'days=30.0',
    'from=2026-01-05',
    'from=2026-02-30&to=2026-03-01',
    'from=x&to=y',
  ])('that asks for %s asks for the usual period', (search) => {
    expect(periodOf(new URLSearchParams(search))).toEqual(usualPeriod);
  });
});
