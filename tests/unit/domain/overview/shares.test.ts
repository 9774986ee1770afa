import { describe, expect, test } from 'vitest';
import { enoughToJudge, precisionOf, shareOf } from '#app/domain/overview/shares.ts';
import { wilsonInterval } from '#app/domain/wilson.ts';

describe('a share', () => {
  test('of nothing is not known', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(shareOf(1, 4)).toBe(0.25);
  });
});

describe('the precision of a ground', () => {
  test('is not told from too few decisions', () => {
    expect(precisionOf(enoughToJudge - 1, 0)).toBeNull();
    expect(precisionOf(0, 0)).toBeNull();
  });

  test('is the share of refunds, with its interval', () => {
    expect(precisionOf(8, 2)).toEqual({ share: 0.8, ...wilsonInterval(8, 10) });
  });
});
