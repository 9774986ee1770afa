import { expect, test } from 'vitest';
import { sumsOf } from '#app/domain/bulk.ts';
import { noSignals } from '#app/domain/case-facts.ts';
import { parseBulkId } from '#app/domain/ids.ts';
import { parseMoney } from '#app/domain/money.ts';
import { deliveredSince } from '#app/domain/regret.ts';
import type { GroundId } from '#app/domain/scenarios/ground-ids.ts';
import type { Instant } from '#app/domain/time.ts';
import { daysAgo, now, order, parcel, parcelId, usd } from '#tests/support/order-facts.ts';
import { suggestion } from '#tests/support/suggestion.ts';

test('sums are made by currency, the largest group first', () => {
  const yen = parseMoney('100', 'JPY');
  expect(sumsOf([yen, usd('1.00'), usd('2.50')])).toEqual([usd('3.50'), yen]);
  expect(sumsOf([])).toEqual([]);
});

test('a bulk has a UUID', () => {
  const id = '6ef9d02c-5a0f-4a9f-8a5e-0a4e0f0c8d11';
  expect([parseBulkId(id), parseBulkId('7')]).toEqual([id, null]);
});

test('a parcel that came after it was paid back is regretted', () => {
  const facts = order({ parcels: [parcel({ deliveredAt: daysAgo(1), createdAt: daysAgo(9) })] });
  const about = (
    ground: GroundId,
    changes: { readonly updatedAt?: Instant; readonly fulfillmentId?: null } = {},
  ) => {
    const { updatedAt = daysAgo(2), fulfillmentId = parcelId } = changes;
    const { claim } = suggestion();
    const paid = suggestion({ updatedAt, claim: { ...claim, ground, fulfillmentId } });
    return deliveredSince(paid, { order: facts, signals: noSignals }, now);
  };
  expect(about('silent-parcel')).toBe(daysAgo(1));
  expect(about('silent-parcel', { updatedAt: daysAgo(0.5) })).toBeNull();
  expect(about('damaged')).toBeNull();
  expect(about('lost', { fulfillmentId: null })).toBeNull();
});
