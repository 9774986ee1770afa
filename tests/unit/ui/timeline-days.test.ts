import { expect, test } from 'vitest';
import { addSeconds } from '#app/domain/time.ts';
import type { TimelineEntry } from '#app/domain/timeline/timeline-entry.ts';
import { timelineDays } from '#app/ui/timeline-days.ts';
import { daysAgo, instant } from '#tests/support/order-facts.ts';

const scanned: Extract<TimelineEntry, { kind: 'scan' }> = {
  ...{ kind: 'scan', at: daysAgo(1), evidence: [] },
  scan: {
    ...{ means: 'moving', status: 'IN_TRANSIT', leg: null, country: null, message: null },
    ...{ isInferred: false, provider: null, parcel: null, isOnWayBack: false },
  },
};
const doubt: TimelineEntry = {
  ...{ kind: 'doubt', at: daysAgo(1), evidence: [] },
  doubt: { code: 'scan-in-future', params: {}, at: null },
};
const utc = { timezone: 'UTC' };

function scans(count: number): readonly TimelineEntry[] {
  return Array.from({ length: count }, (_, index) => ({
    ...scanned,
    at: addSeconds(scanned.at, -index),
  }));
}

function rowsOf(entries: readonly TimelineEntry[]) {
  return timelineDays(entries, utc).flatMap(({ rows }) => rows);
}

test('days are those of the shop', () => {
  const entries = ['2026-11-24T06:00:00Z', '2026-11-24T04:00:00Z', '2026-11-23T06:00:00Z'].map(
    (at) => ({ ...scanned, at: instant(at) }),
  );
  const daysIn = (timezone: string) => timelineDays(entries, { timezone }).map(({ day }) => day);
  expect(daysIn('UTC')).toEqual(['2026-11-24', '2026-11-23']);
  expect(daysIn('America/New_York')).toEqual(['2026-11-24', '2026-11-23']);
  expect(timelineDays(entries, { timezone: 'UTC' })[0]?.rows.length).toBe(2);
  expect(timelineDays(entries, { timezone: 'America/New_York' })[0]?.rows.length).toBe(1);
});

test('a long run of scans keeps its first two and its last', () => {
  const rows = rowsOf(scans(8));
  expect(rows.map(({ run }) => run)).toEqual([null, null, 0, 0, 0, 0, 0, null]);
  expect(rows.map(({ folds }) => folds)).toEqual([null, null, 5, null, null, null, null, null]);
});

test('a short run is shown whole', () => {
  expect(rowsOf(scans(5)).every(({ run }) => run === null)).toBe(true);
});

test('what else happened parts two runs', () => {
  const rows = rowsOf([...scans(6), doubt, ...scans(6)]);
  expect(rows.flatMap(({ folds }) => folds ?? [])).toEqual([3, 3]);
  const runs = new Set(rows.map(({ run }) => run));
  expect(runs.size).toBe(3);
});

test('a scan that is evidence is never folded away', () => {
  const evidence = [{ code: 'last-scan', params: {}, at: scanned.at }];
  const middle = { ...scanned, evidence };
  const rows = rowsOf([...scans(4), middle, ...scans(4)]);
  expect(rows.every(({ run }) => run === null)).toBe(true);
});

test.each(['delivered', 'attempt-failed', 'lost', 'returning'] as const)(
  'a scan that says %s is never folded away',
  (means) => {
    const telling = { ...scanned, scan: { ...scanned.scan, means } };
    const rows = rowsOf([...scans(6), telling, telling, telling, telling, telling, telling]);
    expect(rows.filter(({ run }) => run !== null).length).toBe(3);
    expect(rows.slice(6).every(({ run }) => run === null)).toBe(true);
  },
);
