import { describe, expect, test } from 'vitest';
import {
  dateAfter,
  daysBetween,
  earliest,
  isDate,
  latest,
  parseInstant,
} from '#app/domain/time.ts';
import { instant } from '#tests/support/order-facts.ts';

describe('instants', () => {
  test.each([
    ['2021-02-05T20:47:59-05:00', '2021-02-06T01:47:59.000Z'],
    ['2026-11-25T00:00:00Z', '2026-11-25T00:00:00.000Z'],
    ['2026-11-25T00:00:00+0800', '2026-11-24T16:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(parseInstant(text)).toBe(expected);
  });

  test.each(['2026-11-25', '2026-11-25T00:00:00', 'yesterday', '', '2026-13-01T00:00:00Z'])(
    '"%s" is none',
    (text) => {
      expect(parseInstant(text)).toBeNull();
    },
  );
});

describe('dates', () => {
  test.each(['2026-11-26', '2028-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(isDate(text)).toBe(true);
  });

  test.each(['2026-02-29', '2026-04-31', '2026-13-01', '2026-1-1', '', '2026-11-26T00:00:00Z'])(
    '"%s" is none',
    (text) => {
      expect(isDate(text)).toBe(false);
    },
  );

  test.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-11-25', 7, '2026-12-02'],
  ])('%s and %i days are %s', (date, days, expected) => {
    expect(dateAfter(date, days)).toBe(expected);
  });
});

describe('days', () => {
  test('whole days count, and never backwards', () => {
    const monday = instant('2026-11-23T10:00:00Z');
    expect(daysBetween(monday, instant('2026-11-25T09:59:59Z'))).toBe(1);
    expect(daysBetween(monday, instant('2026-11-20T10:00:00Z'))).toBe(0);
  });

  test('null is neither early nor late', () => {
    const a = instant('2026-01-01T00:00:00Z');
    const b = instant('2026-02-01T00:00:00Z');
    expect(earliest([null, b, a])).toBe(a);
    expect(latest([a, null, b])).toBe(b);
    expect(earliest([null])).toBeNull();
  });
});
