import { describe, expect, test } from 'vitest';
import { contestedStatuses } from '#app/domain/scans/contested-statuses.ts';
import { meaningOfScan } from '#app/domain/scans/meaning-of-scan.ts';
import type { Said } from '#app/domain/scans/said.ts';
import { scanKinds } from '#app/domain/scans/scan-meaning.ts';
import { statusKey } from '#app/domain/scans/status-key.ts';
import { vocabularies } from '#app/domain/scans/vocabularies.ts';

const read = (status: string, source: string | null) =>
  meaningOfScan({ status, message: null, source }).kind;

const withSource = vocabularies.flatMap(({ name, sources, statuses }) =>
  sources.map((source) => [name, source, statuses] as const),
);

describe.each(withSource)('what %s says, told by %s', (_, source, statuses) => {
  test('is read by its own table, in any case and with any separator', () => {
    for (const [status, { kind }] of Object.entries(statuses)) {
      const cases = [status, status.toUpperCase(), status.toLowerCase(), ` ${status} `];
      const separated = ['-', ' ', '.'].map((between) => status.replaceAll('_', between));
      for (const spelling of [...cases, ...separated]) {
        expect([spelling, read(spelling, source)]).toEqual([spelling, kind]);
      }
    }
  });
});

const contested = new Map(
  Object.entries(contestedStatuses).map(([status, said]) => [statusKey(status), said]),
);
const spoken = vocabularies.filter(({ onlyFromItsSource }) => !onlyFromItsSource);

test('every status is read alike whoever tells it, but the contested ones, read as what claims less', () => {
  const read = new Map<string, Said>();
  for (const [status, said] of spoken.flatMap(({ statuses }) => Object.entries(statuses))) {
    const key = statusKey(status);
    const known = read.get(key);
    if (known && !contested.has(key)) {
      expect([key, known.kind, known.reason]).toEqual([key, said.kind, said.reason]);
    }
    read.set(key, said);
  }
  for (const [key, { kind }] of read) {
    const { kind: meant } = meaningOfScan({ status: key, message: null });
    expect([key, meant]).toEqual([key, contested.get(key)?.kind ?? kind]);
  }
});

test('every kind but those that only words tell is said by some status', () => {
  const said = new Set(vocabularies.flatMap(({ statuses }) => Object.values(statuses)).map(kindOf));
  expect(scanKinds.filter((kind) => !said.has(kind))).toEqual([]);
});

function kindOf({ kind }: Said) {
  return kind;
}

test.each([
  ['Exception_011', null, 'returned'],
  ['EXCEPTION-011', null, 'returned'],
  ['exception 011', null, 'returned'],
  ['exception011', null, 'returning'],
  ['Exception_011', 'trackingmore', 'returning'],
  ['exception011', 'aftership', 'returned'],
  ['PICKED_UP', null, 'picked-up'],
  ['PICKED_UP', 'shopify', 'delivered'],
  ['pickup', 'trackingmore', 'out-for-delivery'],
  ['RETURNED', null, 'returning'],
  ['RETURNED', 'Cainiao', 'returned'],
  ['DE', null, 'moving'],
  ['DE', 'ShipEngine', 'delivered'],
  ['DE', 'USPS', 'moving'],
  ['01', 'usps_international', 'delivered'],
  ['01', null, 'unknown'],
  ['IN_TRANSIT', 'usps', 'moving'],
  ['X7', 'usps', 'unknown'],
  ['DELIVERED', 'warp-post', 'delivered'],
  ['InTransit_CustomsRequiringInformation', '17TRACK', 'customs-held'],
  ['in transit customs requiring information', null, 'customs-held'],
])('%s of %s is %s', (status, source, kind) => {
  expect(read(status, source)).toBe(kind);
});

test.each([
  ['customs_inspection', 'customs'],
  ['customs_duties_unpaid', null],
  ['retailer_packaging_issue', 'seller'],
  ['Exception_018', 'seller'],
  ['consignee_refused', 'buyer'],
  ['wrong_address', 'buyer'],
  ['AttemptFail_002', 'buyer'],
  ['carrier_damaged_parcel', 'carrier'],
  ['Exception_Lost', 'carrier'],
  ['missorted', 'carrier'],
  ['DELAYED', 'carrier'],
  ['weather_delay', null],
  ['force_majeure', null],
  ['ATTEMPTED_DELIVERY', null],
])('%s blames %s', (status, party) => {
  expect(meaningOfScan({ status, message: null }).party).toBe(party);
});

test.each([
  ['EMA', 'origin'],
  ['EXB', 'export'],
  ['EMC', 'line-haul'],
  ['EME', 'import'],
  ['EMH', 'last-mile'],
  ['InTransit_Arrival', 'import'],
  ['LH_DEPART', 'line-haul'],
  ['InTransit', null],
])('%s is on the leg %s', (status, leg) => {
  expect(meaningOfScan({ status, message: null }).leg).toBe(leg);
});
