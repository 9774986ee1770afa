import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import { clockAt } from '#app/domain/clock.ts';
import type { LaneSample } from '#app/domain/lanes/lane-record.ts';
import { laneSampleOf, learnLanes, quantile } from '#app/domain/lanes/learn-lanes.ts';
import type { ParcelFacts } from '#app/domain/order-facts.ts';
import { viewParcels } from '#app/domain/parcels/parcel-view.ts';
import { caseOf, sharedPolicy } from '#tests/support/case-facts.ts';
import { daysAgo, now, order, parcel, scan, shipped } from '#tests/support/order-facts.ts';

function sampleOf(changes: Partial<ParcelFacts>) {
  const facts = caseOf({ order: order(shipped([parcel(changes)])) });
  const [view] = viewParcels(facts, sharedPolicy, { clock: clockAt(now), calendar: worldCalendar });
  if (!view) throw new Error('no parcel');
  return laneSampleOf(facts.order, view);
}

describe('what a delivered parcel teaches', () => {
  const came = { createdAt: daysAgo(20), deliveredAt: daysAgo(2), trackingNumbers: ['1'] };

  test('is how long its first scan, its longest silence and its delivery took', () => {
    const scans = [
      scan({ status: 'LABEL_PRINTED', happenedAt: daysAgo(19) }),
      scan({ happenedAt: daysAgo(17) }),
      scan({ happenedAt: daysAgo(7) }),
    ];
    expect(sampleOf({ ...came, scans })).toEqual({
      lane: { origin: 'CN', destination: 'US', carrier: '4PX', service: null },
      firstScanDays: 3,
      silenceDays: 10,
      deliveryDays: 18,
    });
  });

  test('is one long silence when only the delivery was seen', () => {
    expect(sampleOf(came)).toMatchObject({ firstScanDays: 18, silenceDays: 18 });
  });

  test('is nothing while it is under way, or when an end is unknown', () => {
    expect(sampleOf({ createdAt: daysAgo(20) })).toBeNull();
    expect(sampleOf({ ...came, originCountry: null })).toBeNull();
  });

  test('never takes less than no time', () => {
    expect(sampleOf({ createdAt: daysAgo(2), deliveredAt: daysAgo(2.5) })?.deliveryDays).toBe(0);
  });
});

function sample(changes: Partial<LaneSample['lane']>, days = 1): LaneSample {
  return {
    lane: { origin: 'CN', destination: 'US', carrier: '4PX', service: 'Economy', ...changes },
    firstScanDays: 2,
    silenceDays: days,
    deliveryDays: days * 2,
  };
}

describe('the lanes of a shop', () => {
  test('are kept by countries, by carrier, and by carrier and service', () => {
    const records = learnLanes(
      [
        sample({}),
        sample({ carrier: '4 px' }),
        sample({ service: null }),
        sample({ carrier: null }),
      ],
      99,
    );
    expect(records.map(({ lane, parcels }) => [lane.carrier, lane.service, parcels])).toEqual([
      [null, null, 4],
      ['4PX', null, 3],
      ['4PX', 'Economy', 2],
    ]);
  });

  test('take the quantile of each figure', () => {
    const ten = Array.from({ length: 10 }, (_, index) => sample({ carrier: null }, index + 1));
    expect(learnLanes(ten, 90)[0]).toMatchObject({
      silenceDays: 9,
      deliveryDays: 18,
      firstScanDays: 2,
    });
  });
});

test('a quantile is a value that at least that share of all does not exceed', () => {
  expect(quantile([], 0.5)).toBe(-Infinity);
  const values = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (all, share) => {
      const value = quantile(all, share);
      expect(all).toContain(value);
      const within = all.filter((other) => other <= value).length;
      expect(within / all.length).toBeGreaterThanOrEqual(share - 1e-9);
    }),
  );
});
