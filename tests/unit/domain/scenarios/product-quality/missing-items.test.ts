import { expect, test } from 'vitest';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { missingItems } from '#app/domain/scenarios/product-quality/missing-items.ts';
import { caseOf, claimsOf } from '#tests/support/case-facts.ts';
import { dispatch, line, lineId, order, parcel, usd } from '#tests/support/order-facts.ts';

/** One of two mugs was sent, and no dispatch holds the other one. */
function short(changes: Partial<OrderFacts> = {}) {
  const facts = order({
    lines: [line({ unfulfilledQuantity: 0 })],
    dispatches: [
      dispatch({ status: 'CLOSED', lines: [{ lineItemId: lineId, remainingQuantity: 0 }] }),
    ],
    parcels: [parcel({ lines: [{ lineItemId: lineId, quantity: 1 }] })],
    ...changes,
  });
  return claimsOf(missingItems, caseOf({ order: facts }))[0];
}

test('what was neither sent nor is to be is owed', () => {
  expect(short()?.stake.estimate).toEqual(usd('22.50'));
});

test('a dispatch that is closed holds nothing back, whatever it says', () => {
  const lines = [{ lineItemId: lineId, remainingQuantity: 1 }];
  expect(short({ dispatches: [dispatch({ status: 'INCOMPLETE', lines })] })).toBeDefined();
  expect(short({ dispatches: [dispatch({ status: 'ON_HOLD', lines })] })).toBeUndefined();
});

test('nothing is missing where nobody knows what was sent or is to be', () => {
  expect(short({ unread: ['dispatches'] })).toBeUndefined();
  expect(short({ unread: ['parcels'] })).toBeUndefined();
  expect(short({ dispatches: [] })).toBeUndefined();
});

test('a gift card is sent by mail of another kind', () => {
  expect(short({ lines: [line({ unfulfilledQuantity: 0, isGiftCard: true })] })).toBeUndefined();
});
