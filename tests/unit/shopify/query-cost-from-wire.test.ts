import { expect, test } from 'vitest';
import { queryCostFrom } from '#app/shopify/query-cost-from-wire.ts';

const throttleStatus = { maximumAvailable: 2000, currentlyAvailable: 1954, restoreRate: 100 };
const budget = { available: 1954, maximum: 2000, restoreRate: 100 };

test('the cost of an answer is read', () => {
  const cost = { requestedQueryCost: 101, actualQueryCost: 46, throttleStatus };
  expect(queryCostFrom({ cost })).toEqual({ requested: 101, budget });
  expect(queryCostFrom({ cost: { throttleStatus } })).toEqual({ requested: null, budget });
});

test.each([
  [undefined],
  [null],
  [{}],
  [{ cost: null }],
  [{ cost: { requestedQueryCost: 3 } }],
  [{ cost: { throttleStatus: { ...throttleStatus, currentlyAvailable: '1954' } } }],
  [{ cost: { throttleStatus: { ...throttleStatus, restoreRate: 0 } } }],
])('%j says nothing of it', (extensions) => {
  expect(queryCostFrom(extensions)).toBeNull();
});
