import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wilsonInterval } from '#app/domain/wilson.ts';

describe('the interval of a share', () => {
  // Newcombe (1998), table I, method 3 (the score method without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i of %i is as it was worked out by others', (part, whole, low, high) => {
    const interval = wilsonInterval(part, whole);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('holds the share, stays within 0 and 1, and grows narrower with more cases', () => {
    const cases = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(cases, cases, (a, b) => {
        const [part, whole] = [Math.min(a, b), Math.max(a, b)];
        const { low, high } = wilsonInterval(part, whole);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low - 1e-9).toBeLessThanOrEqual(part / whole);
        expect(high + 1e-9).toBeGreaterThanOrEqual(part / whole);
        const more = wilsonInterval(part * 10, whole * 10);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  test('of nothing is anywhere', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });
});
