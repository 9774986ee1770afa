import { describe, expect, test } from 'vitest';
import { fallsShort } from '#app/domain/automation.ts';
import { liveGrounds, weeksOf, type DecidedWeek } from '#app/domain/live-precision.ts';
import { parseMoney } from '#app/domain/money.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { wilsonInterval } from '#app/domain/wilson.ts';

const usdCode = parseMoney('0', 'USD').currencyCode;

function decided(changes: Partial<DecidedWeek> = {}): DecidedWeek {
  return {
    week: '2026-11-16',
    ground: 'late-arrival',
    currency: usdCode,
    right: 8,
    wrong: 2,
    amount: 400,
    ...changes,
  };
}

describe('live precision', () => {
  test('goes by week, latest first', () => {
    const weeks = weeksOf([
      decided({ week: '2026-11-09', right: 1, wrong: 3 }),
      decided(),
      decided({ ground: 'lost', right: 2, wrong: 0 }),
    ]);
    expect(weeks).toEqual([
      { week: '2026-11-16', right: 10, wrong: 2, share: 10 / 12, ...wilsonInterval(10, 12) },
      { week: '2026-11-09', right: 1, wrong: 3, share: 0.25, ...wilsonInterval(1, 4) },
    ]);
  });

  test('goes by ground, beside what paying at once needs at the average amount', () => {
    const grounds = liveGrounds(
      [
        decided({ ground: 'lost', right: 1, wrong: 0, amount: 15 }),
        decided({ right: 18, wrong: 6, amount: 24 * 40 }),
        decided({ currency: parseMoney('0', 'EUR').currencyCode, right: 1, wrong: 0, amount: 9 }),
      ],
      defaultPolicy,
    );
    expect(grounds.map(({ ground, right, isBelow }) => [ground, right, isBelow])).toEqual([
      ['late-arrival', 19, true],
      ['lost', 1, false],
    ]);
    expect(grounds[0]?.breakEven).toBeCloseTo(0.78, 1);
  });

  test('is not told of a currency whose costs are not known, nor of nothing', () => {
    const odd = parseMoney('0', 'XTS').currencyCode;
    expect(liveGrounds([decided({ currency: odd })], defaultPolicy)).toMatchObject([
      { breakEven: null, isBelow: false },
    ]);
    expect(liveGrounds([], defaultPolicy)).toEqual([]);
    expect(weeksOf([decided({ right: 0, wrong: 0 })])).toMatchObject([
      { share: 0, low: 0, high: 1 },
    ]);
  });

  test('makes a ground leave automation only when enough was decided', () => {
    const record = { ground: 'late-arrival', otherwise: 0 } as const;
    expect(fallsShort({ ...record, agreed: 14, disagreed: 6 }, 0.78)).toBe(true);
    expect(fallsShort({ ...record, agreed: 16, disagreed: 4 }, 0.78)).toBe(false);
    expect(fallsShort({ ...record, agreed: 9, disagreed: 10 }, 0.78)).toBe(false);
    expect(fallsShort({ ...record, agreed: 14, disagreed: 6 }, null)).toBe(false);
    expect(fallsShort({ ...record, agreed: 0, disagreed: 0 }, 0.5)).toBe(false);
  });
});
