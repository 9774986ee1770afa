import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { binsOf, fillBins } from '#app/domain/overview/bins.ts';
import { countDays, parseDay, plusDays, type Day } from '#app/domain/overview/day.ts';
import { daysOf, longestPeriod, periodBetween } from '#app/domain/overview/period.ts';
import { dayAt, knownTimezone, spanOf, startOfDay } from '#app/domain/overview/zoned-days.ts';
import { millisecondsOf } from '#app/domain/time.ts';
import { instant } from '#tests/support/order-facts.ts';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
}

const newYork = 'America/New_York';
const days = fc.integer({ min: 0, max: 20_000 }).map((after) => plusDays(day('2010-01-01'), after));
const zones = fc.constantFrom('UTC', newYork, 'Asia/Shanghai', 'Africa/Cairo', 'Pacific/Apia');

describe('a day', () => {
  test.each(['2026-02-30', '2026-13-01', '1999-12-31', '26-01-01', '2026-1-1', ' ', 'today'])(
    '%j is none',
    (text) => {
      expect(parseDay(text)).toBeNull();
    },
  );

  test('is another one after days, and back', () => {
    expect(plusDays(day('2024-02-28'), 2)).toBe('2024-03-01');
    expect(countDays(day('2024-02-28'), day('2024-03-01'))).toBe(3);
    expect(countDays(day('2024-03-01'), day('2024-02-28'))).toBeLessThan(1);
  });

  test('is the one of the clock on the wall', () => {
    expect(dayAt(instant('2026-11-25T04:59:59Z'), newYork)).toBe('2026-11-24');
    expect(dayAt(instant('2026-11-25T05:00:00Z'), newYork)).toBe('2026-11-25');
    expect(dayAt(instant('2026-11-24T16:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-25');
  });

  test('starts where clocks go forward at midnight', () => {
    // Cairo, 24 April 2026: 00:00 is 01:00.
    expect(startOfDay(day('2026-04-24'), 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });

  test('has its first instant in it, and none before', () => {
    fc.assert(
      fc.property(days, zones, (each, zone) => {
        const start = startOfDay(each, zone);
        expect(dayAt(start, zone) >= each).toBe(true);
        const before = instant(new Date(millisecondsOf(start) - 1).toISOString());
        expect(dayAt(before, zone) < each).toBe(true);
      }),
    );
  });

  test('of an unknown timezone is that of UTC', () => {
    expect(knownTimezone('Mars/Olympus')).toBe('UTC');
    expect(knownTimezone(newYork)).toBe(newYork);
  });
});

describe('a period', () => {
  test('of the last days has today in it', () => {
    const last = daysOf({ kind: 'last', days: 7 }, day('2026-03-02'));
    expect(last).toEqual({ from: '2026-02-24', to: '2026-03-02' });
  });

  test('between two days has both', () => {
    const period = periodBetween(day('2026-03-01'), day('2026-03-01'));
    expect(period && daysOf(period, day('2026-11-25'))).toEqual({
      from: '2026-03-01',
      to: '2026-03-01',
    });
  });

  test('that ends before it starts, or is too long, or lacks an end, is none', () => {
    const from = day('2026-01-01');
    expect(periodBetween(from, day('2025-12-31'))).toBeNull();
    expect(periodBetween(from, plusDays(from, longestPeriod - 1))).not.toBeNull();
    expect(periodBetween(from, plusDays(from, longestPeriod))).toBeNull();
    expect(periodBetween(null, from)).toBeNull();
    expect(periodBetween(from, null)).toBeNull();
  });

  test('lasts an hour less where clocks go forward', () => {
    const span = spanOf({ from: day('2026-03-08'), to: day('2026-03-08') }, newYork);
    expect(millisecondsOf(span.to) - millisecondsOf(span.from)).toBe(23 * 3_600_000);
  });
});

describe('bins', () => {
  test('are days while there are few', () => {
    const bins = binsOf({ from: day('2026-10-27'), to: day('2026-11-25') }, newYork);
    expect(bins.length).toBe(30);
    expect(bins[0]).toEqual({
      from: '2026-10-27',
      to: '2026-10-27',
      startsAt: '2026-10-27T04:00:00.000Z',
    });
    // Clocks went back on 1 November.
    expect(bins.at(-1)?.startsAt).toBe('2026-11-25T05:00:00.000Z');
  });

  test('are weeks otherwise, of which the last is whole', () => {
    const bins = binsOf({ from: day('2026-08-28'), to: day('2026-11-25') }, 'UTC');
    expect(bins.length).toBe(13);
    expect(bins[0]).toMatchObject({ from: '2026-08-28', to: '2026-09-02' });
    expect(bins[1]).toMatchObject({ from: '2026-09-03', to: '2026-09-09' });
    expect(bins.at(-1)).toMatchObject({ from: '2026-11-19', to: '2026-11-25' });
  });

  test('follow one another and cover the period', () => {
    const lengths = fc.integer({ min: 1, max: longestPeriod });
    fc.assert(
      fc.property(days, lengths, zones, (from, length, zone) => {
        const to = plusDays(from, length - 1);
        const bins = binsOf({ from, to }, zone);
        expect(bins[0]?.from).toBe(from);
        expect(bins.at(-1)?.to).toBe(to);
        for (const [index, bin] of bins.slice(1).entries()) {
          expect(bin.from).toBe(plusDays(bins[index]?.to ?? from, 1));
        }
        expect(bins.length).toBeLessThanOrEqual(53);
      }),
    );
  });

  test('without a count have none', () => {
    const bins = binsOf({ from: day('2026-11-23'), to: day('2026-11-25') }, 'UTC');
    expect(fillBins(bins, [{ bin: 1, count: 4 }])).toEqual([0, 4, 0]);
  });
});
