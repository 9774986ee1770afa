import { describe, expect, test } from 'vitest';
import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import { laneOf } from '#app/domain/lanes/lane.ts';
import { isPeak, limitReached, limitsOf } from '#app/domain/lanes/lane-limits.ts';
import type { LaneRecord } from '#app/domain/lanes/lane-record.ts';
import type { LanePolicy } from '#app/domain/policy/sections.ts';
import type { LaneRule } from '#app/domain/policy/setting.ts';
import { addDays } from '#app/domain/time.ts';
import { sharedPolicy } from '#tests/support/case-facts.ts';
import { instant, order, parcel } from '#tests/support/order-facts.ts';

function limits(
  changes: { origin?: string | null; destination?: string | null; service?: string | null } = {},
  { records = [], policy = {} }: { records?: LaneRecord[]; policy?: Partial<LanePolicy> } = {},
) {
  const { origin = 'CN', destination = 'US', service = null } = changes;
  const facts = order({
    destinationCountry: destination,
    shipping: { ...order().shipping, service },
  });
  const sent = parcel({ originCountry: origin, carrier: '4PX Express' });
  return limitsOf({
    order: facts,
    parcel: sent,
    lane: laneOf(facts, sent),
    records,
    policy: { ...sharedPolicy.lanes, ...policy },
  });
}

function record(changes: Partial<LaneRecord['lane']> = {}, figures: Partial<LaneRecord> = {}) {
  return {
    lane: { origin: 'CN', destination: 'US', carrier: null, service: null, ...changes },
    parcels: 40,
    firstScanDays: 3.2,
    silenceDays: 11.5,
    deliveryDays: 20,
    ...figures,
  };
}

const rule: LaneRule = {
  origin: null,
  destination: 'US',
  carrier: null,
  service: null,
  neverScannedDays: null,
  silentDays: 9,
  lostDays: null,
};

describe('how long a parcel may take', () => {
  test('is the field’s usual figures, longer across a border and where an end is unknown', () => {
    expect(limits()).toMatchObject({ neverScannedDays: 7, silentDays: 20, lostDays: 60 });
    expect(limits({ origin: null })).toMatchObject({ silentDays: 20 });
    const home = limits({ origin: 'US' });
    expect(home).toMatchObject({ neverScannedDays: 5, silentDays: 7, lostDays: 30 });
    expect(home.evidence.code).toBe('lane-default');
  });

  test('is the merchant’s own rule where one fits', () => {
    const own = (changes: Partial<LaneRule>, service: string | null = null) =>
      limits({ service }, { policy: { rules: [{ ...rule, ...changes }] } }).silentDays;
    expect(own({})).toBe(9);
    expect(own({ carrier: '4px  express' })).toBe(9);
    expect(own({ carrier: 'DHL' })).toBe(20);
    expect(own({ origin: 'DE' })).toBe(20);
    expect(own({ destination: 'FR' })).toBe(20);
    expect(own({ service: 'Standard' })).toBe(20);
    expect(own({ service: 'Standard' }, 'standard')).toBe(9);
    expect(
      limits(
        {},
        { policy: { rules: [{ ...rule, neverScannedDays: 2, silentDays: null, lostDays: 40 }] } },
      ),
    ).toMatchObject({ neverScannedDays: 2, silentDays: 20, lostDays: 40 });
  });

  test('is learnt from the shop’s own parcels, once there are enough', () => {
    const learnt = limits({}, { records: [record()] });
    expect(learnt).toMatchObject({ neverScannedDays: 5, silentDays: 13, lostDays: 60 });
    expect(learnt.evidence).toMatchObject({ code: 'lane-learnt', params: { parcels: 40 } });
    expect(limits({}, { records: [record({}, { parcels: 29 })] }).silentDays).toBe(20);
    expect(limits({}, { records: [record({ origin: 'DE' })] }).silentDays).toBe(20);
    expect(limits({}, { records: [record({ destination: 'DE' })] }).silentDays).toBe(20);
  });

  test('is learnt from the closest lane', () => {
    const records = [
      record({}, { silenceDays: 10 }),
      record({ carrier: '4px express' }, { silenceDays: 14 }),
      record({ carrier: '4PX Express', service: 'Economy' }, { silenceDays: 18 }),
      record({ carrier: 'DHL' }, { silenceDays: 12 }),
    ];
    expect(limits({}, { records }).silentDays).toBe(15);
    expect(limits({ service: 'economy' }, { records }).silentDays).toBe(19);
    expect(limits({}, { records: [...records].reverse() }).silentDays).toBe(15);
  });

  test('may halve or double by what was learnt', () => {
    const silent = (silenceDays: number) => limits({}, { records: [record({}, { silenceDays })] });
    expect(silent(0.5).silentDays).toBe(10);
    expect(silent(300).silentDays).toBe(40);
  });
});

describe('the end of ordinary waiting', () => {
  const on = (destination: string | null = 'US', policy: Partial<LanePolicy> = {}) => ({
    lane: laneOf(order({ destinationCountry: destination }), parcel()),
    policy: { ...sharedPolicy.lanes, ...policy },
    calendar: worldCalendar,
  });

  test('comes later in the peak season', () => {
    const start = instant('2026-03-02T08:00:00Z');
    expect(limitReached(start, 7, on(null))).toBe(addDays(start, 7));
    const peak = instant('2026-12-01T08:00:00Z');
    expect(Date.parse(limitReached(peak, 7, on(null)))).toBeGreaterThanOrEqual(
      Date.parse(addDays(peak, 17)),
    );
  });

  test('comes later over the holidays of either end', () => {
    // Chinese New Year 2026: 16 to 23 February.
    const start = instant('2026-02-14T08:00:00Z');
    expect(Date.parse(limitReached(start, 7, on()))).toBeGreaterThan(
      Date.parse(addDays(start, 11)),
    );
  });

  test('knows a season within a year, and one over New Year', () => {
    const within = { ...sharedPolicy.lanes, peakFrom: '11-20', peakTo: '12-31' };
    const over = { ...sharedPolicy.lanes, peakFrom: '12-15', peakTo: '01-10' };
    const is = (text: string, policy: LanePolicy) => isPeak(instant(`${text}T12:00:00Z`), policy);
    expect(is('2026-11-19', within)).toBe(false);
    expect(is('2026-11-20', within)).toBe(true);
    expect(is('2026-12-31', within)).toBe(true);
    expect(is('2027-01-01', within)).toBe(false);
    expect(is('2026-12-14', over)).toBe(false);
    expect(is('2026-12-15', over)).toBe(true);
    expect(is('2027-01-10', over)).toBe(true);
    expect(is('2027-01-11', over)).toBe(false);
  });
});
