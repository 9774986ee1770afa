import { expect, test } from 'vitest';
import { wilsonInterval } from '#app/domain/wilson.ts';

// Reference values: Wilson score without continuity correction, z = 1.96.
test.each([
  [20, 20, 0.8389, 1],
  [18, 20, 0.699, 0.9721],
  [0, 10, 0, 0.2775],
  [50, 100, 0.4038, 0.5962],
])('%i of %i', (hits, of, low, high) => {
  const interval = wilsonInterval(hits, of);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

test('nothing seen says nothing', () => {
  expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
});
