import { describe, expect, test } from 'vitest';
import { readEvent } from '#app/carriers/read-event.ts';
import type { ToldEvent } from '#app/carriers/told-event.ts';
import { trackingServices, type TrackingService } from '#app/domain/carriers/tracking-services.ts';
import { keptScan } from '#app/domain/scans/told-scan.ts';
import { meaningOfScan } from '#app/domain/scans/meaning-of-scan.ts';
import { troubleIn, webhookOf } from '#tests/support/carrier-payloads.ts';

function read(service: TrackingService, body: unknown): ToldEvent {
  const told = readEvent[service](body);
  if (told.outcome !== 'read') throw new Error(JSON.stringify(told));
  return told.event;
}

describe.each(trackingServices)('%s', (service) => {
  const text = 'Held by customs, duties unpaid';
  const kinds = { lost: ['lost'], returned: ['returned', 'returning'], customs: ['customs-held'] };

  test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
    'tells that a parcel is %s',
    (trouble) => {
      const status = troubleIn[service][trouble];
      const at = '2026-11-20T08:00:00Z';
      const happened = { status, at, country: 'cn', ...(trouble === 'customs' ? { text } : {}) };
      const { scans, unreadable } = read(service, webhookOf[service]('9400 1', [happened]));
      expect(unreadable).toBe(0);
      expect(scans).toEqual([
        expect.objectContaining({
          ...{ trackingNumber: '9400 1', happenedAt: '2026-11-20T08:00:00.000Z', country: 'CN' },
        }),
      ]);
      const [scan] = scans;
      if (!scan) throw new Error('no scan');
      expect(kinds[trouble]).toContain(meaningOfScan(keptScan(scan, service)).kind);
    },
  );

  test('tells codes that nobody knows as they are', () => {
    const at = '2026-11-20T08:00:00Z';
    const { scans } = read(service, webhookOf[service]('1', [{ status: 'Exception_999', at }]));
    expect(scans.map(({ status }) => status)).toEqual(['Exception_999']);
  });

  test('counts scans without an instant, and leaves none out unsaid', () => {
    const happened = [
      { status: 'x', at: 'yesterday' },
      { status: 'x', at: '2026-11-20T08:00:00Z' },
    ];
    const { scans, unreadable } = read(service, webhookOf[service]('1', happened));
    expect([scans.length, unreadable]).toEqual([1, 1]);
  });

  test.each([null, 5, '', [], {}, { event: 1 }])('%j is no event of it', (body) => {
    expect(readEvent[service](body).outcome).toBe('unreadable');
  });

  test('a parcel without a number is none', () => {
    expect(readEvent[service](webhookOf[service](' ', []))).toMatchObject({
      outcome: 'unreadable',
    });
  });

  test('news of other things are let pass', () => {
    const body = webhookOf[service]('1', []);
    const other = { ...body, event: 'edd_revise', description: 'batch.created' };
    expect(readEvent[service](other)).toEqual({ outcome: 'other' });
  });
});

test('17TRACK falls back on the stage and the local time', () => {
  const event = {
    ...{ time_iso: '2026-11-20T16:00:00+08:00', stage: 'Delivered', description: ' ' },
  };
  const tracking = { providers: [{ events: [event] }, {}] };
  const data = { number: '1', track_info: { tracking } };
  expect(read('17track', { event: 'TRACKING_UPDATED', data }).scans).toEqual([
    {
      ...{ trackingNumber: '1', carrier: null, status: 'Delivered', message: null, country: null },
      happenedAt: '2026-11-20T08:00:00.000Z',
    },
  ]);
  const empty = { event: 'TRACKING_UPDATED', data: { number: '1', track_info: {} } };
  expect(read('17track', empty).scans).toEqual([]);
});

test('AfterShip’s wall clock is never later than when it was seen', () => {
  const checkpoint = (more: object) => ({
    event: 'tracking_update',
    ...{ event_id: 'a', ts: 1_796_000_000 },
    msg: { tracking_number: '1', checkpoints: [{ tag: 'InTransit', ...more }] },
  });
  const instantOf = (more: object) => read('aftership', checkpoint(more)).scans[0]?.happenedAt;
  const seen = { created_at: '2026-11-20T04:00:00+00:00' };
  expect(instantOf({ checkpoint_time: '2026-11-20T12:00:00', ...seen })).toBe(
    '2026-11-20T04:00:00.000Z',
  );
  expect(instantOf({ checkpoint_time: '2026-11-20 01:00:00', ...seen })).toBe(
    '2026-11-20T01:00:00.000Z',
  );
  expect(read('aftership', checkpoint({})).unreadable).toBe(1);
});

test('EasyPost’s delivery is one, whatever its detail; a detail that says nothing gives way', () => {
  const detail = (status: string, finer: string | null) => ({
    id: 'evt_1',
    description: 'tracker.created',
    result: {
      ...{ object: 'Tracker', tracking_code: '1' },
      tracking_details: [{ status, status_detail: finer, datetime: '2026-11-20T08:00:00Z' }],
    },
  });
  const statusOf = (...args: Parameters<typeof detail>) =>
    read('easypost', detail(...args)).scans[0]?.status;
  expect(statusOf('delivered', 'arrived_at_destination')).toBe('delivered');
  expect(statusOf('in_transit', 'status_update')).toBe('in_transit');
  expect(statusOf('in_transit', null)).toBe('in_transit');
  expect(statusOf('failure', 'lost')).toBe('lost');
});
