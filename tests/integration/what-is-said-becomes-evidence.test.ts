import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { readLaneRecords } from '#app/db/parcel-transits.server.ts';
import { openQueue, type Queue } from '#app/db/queue.server.ts';
import type { NewSignal } from '#app/db/signals.server.ts';
import { parseGid, parseShopDomain } from '#app/domain/ids.ts';
import { callNotes } from '#app/pipeline/call-notes.ts';
import { photoStoreAt } from '#app/photo-store/photo-store.server.ts';
import { recordSignal } from '#app/pipeline/record-signal.server.ts';
import {
  decide,
  load,
  onlySuggestion,
  stateIs,
  suggested,
  suggestionsOf,
} from '#tests/support/decide.ts';
import { refundCallsFor } from '#tests/support/refunds.ts';
import { instant } from '#tests/support/order-facts.ts';
import { daysBefore, restOrder, silentOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;
let db: Database;
let queue: Queue;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
  db = await openDatabase(stage.databaseUrl, () => undefined);
  queue = await openQueue(stage.databaseUrl, () => undefined);
});
afterAll(async () => {
  await queue.boss.stop();
  await db.close();
  await stage.close();
});

const shop = parseShopDomain(shopDomain);

/** What the app will do once buyers and carriers can tell it; the queue leads to the app's own workers. */
async function tell(orderId: string, signal: NewSignal): Promise<string> {
  const id = parseGid('Order', orderId);
  if (!shop || !id) throw new Error(`no order ${orderId}`);
  const line = {
    db,
    queue,
    now: () => instant(new Date().toISOString()),
    calls: callNotes(),
    secondReader: null,
    photos: photoStoreAt({ kind: 'disk', directory: '.data/test/photos' }),
    admin: () => Promise.reject(new Error('nothing is asked of Shopify here')),
    log: pino({ enabled: false }),
  };
  return (await recordSignal(line, { shop, orderId: id }, signal)).outcome;
}

const sku = `MUG-${randomUUID().slice(0, 8)}`;

/** Two mugs that came a week ago. */
function arrived(product = sku): string {
  const at = daysBefore(20);
  const order = restOrder({ created_at: at, updated_at: at, processed_at: at });
  const [line] = order['line_items'] as Record<string, unknown>[];
  const orderId = load(stage, { ...order, line_items: [{ ...line, sku: product }] });
  const { api } = stage.simulator;
  const parcel = api.addFulfillment(shopDomain, orderId, {
    trackingCompany: 'USPS',
    trackingNumber: '94',
    createdAt: daysBefore(15),
  });
  api.addScan(shopDomain, parcel, { status: 'IN_TRANSIT', happenedAt: daysBefore(13) });
  api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
  return orderId;
}

function report(problem: 'damaged' | 'safety', externalId: string = randomUUID()): NewSignal {
  const at = instant(daysBefore(1));
  const signal = { at, problem, lines: [], photos: 1, intents: [] };
  return { kind: 'report', externalId, skus: [sku], signal };
}

async function groundOf(orderId: string): Promise<string | null> {
  return (await suggestionsOf(stage, orderId))[0]?.ground ?? null;
}

describe('a report', () => {
  test('makes a suggestion, once', async () => {
    const orderId = arrived();
    await stage.simulator.api.deliveriesSettled();
    await stage.drained();
    expect(await groundOf(orderId)).toBeNull();
    expect(await tell(orderId, report('damaged', 'r-1'))).toBe('recorded');
    expect(await tell(orderId, report('damaged', 'r-1'))).toBe('known');
    await waitUntil(async () => (await groundOf(orderId)) === 'damaged', 'the report to be heard');
  });

  test('by enough buyers of one product flags the others who bought it', async () => {
    const quiet = arrived();
    const loud = [arrived(), arrived(), arrived()];
    await stage.simulator.api.deliveriesSettled();
    await stage.drained();
    for (const orderId of loud) await tell(orderId, report('damaged'));
    await waitUntil(async () => (await groundOf(quiet)) === 'defect-cluster', 'the others');
  });
});

describe('delivered parcels', () => {
  test('teach the shop its lanes', async () => {
    const at = { origin: 'US', destination: 'US', quantilePercent: 99 };
    if (!shop) throw new Error('no shop');
    const records = await readLaneRecords(db.prisma, shop, at);
    const [all] = records.filter(({ lane }) => lane.carrier === null);
    expect(all?.parcels).toBeGreaterThanOrEqual(5);
    expect(all?.firstScanDays).toBeCloseTo(2, 1);
    expect(all?.silenceDays).toBeCloseTo(5, 1);
    expect(all?.deliveryDays).toBeCloseTo(7, 1);
    expect(records.map(({ lane }) => lane.carrier)).toContain('USPS');
  });
});

describe('a carrier’s answer', () => {
  const answer = (id: string, verdict: string) =>
    stage.fetch(`/app/suggestions/${id}/carrier-answer`, {
      method: 'POST',
      body: new URLSearchParams({ verdict }),
    });

  test('turns a silent parcel into a lost one', async () => {
    const { order, scannedAt } = silentOrder();
    const { id, order_id } = await suggested(stage, order, (orderId) => {
      const { api } = stage.simulator;
      const parcel = api.addFulfillment(shopDomain, orderId, {
        trackingCompany: 'USPS',
        trackingNumber: '95',
        createdAt: daysBefore(25),
      });
      api.addScan(shopDomain, parcel, { status: 'IN_TRANSIT', happenedAt: scannedAt });
    });
    await waitUntil(async () => (await groundOf(order_id)) === 'silent-parcel', 'its silence');
    expect((await answer(id, 'eaten')).status).toBe(400);
    const response = await answer(id, 'lost');
    expect(await response.json()).toEqual({ outcome: 'recorded' });
    await waitUntil(async () => (await groundOf(order_id)) === 'lost', 'the answer to be heard');
    const audit = await stage.query<{ kind: string }>(
      'select kind from audit_event where suggestion_id = $1',
      [id],
    );
    expect(audit.map(({ kind }) => kind)).toContain('carrier-answer-recorded');
  });

  test('about a suggestion that is not there, or has no parcel, changes nothing', async () => {
    expect((await answer(randomUUID(), 'lost')).status).toBe(404);
    const { id } = await suggested(
      stage,
      restOrder({ created_at: daysBefore(14), processed_at: daysBefore(14) }),
    );
    expect(await (await answer(id, 'lost')).json()).toEqual({ outcome: 'no-such-parcel' });
  });
});

describe('special circumstances', () => {
  test('move no money before the questions are answered, by two people above the limit', async () => {
    await stage.query('update shop set policy = $1 where domain = $2', [
      { care: { secondPersonAbove: '20' } },
      shopDomain,
    ]);
    const orderId = arrived();
    await stage.simulator.api.deliveriesSettled();
    await tell(orderId, report('safety'));
    await waitUntil(async () => (await groundOf(orderId)) === 'safety', 'the danger');
    const suggestion = await onlySuggestion(stage, orderId);
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'checklist-open' });
    const [row] = await stage.query<{ care: { checklist: string[] } }>(
      'select care from suggestion where id = $1',
      [suggestion.id],
    );
    const checked = row?.care.checklist.join(',') ?? '';
    for (let click = 0; click < 2; click += 1) {
      expect(await decide(stage, suggestion, 'refund', { checked })).toMatchObject({
        outcome: 'second-person-needed',
      });
    }
    // Somebody else agreed before.
    await stage.query(
      `insert into audit_event (shop, order_id, suggestion_id, at, actor, kind, params)
       values ($1, $2, $3, now(), 'staff:2', 'second-person-asked', $4)`,
      [
        ...[shopDomain, orderId, suggestion.id],
        {
          version: suggestion.version,
          amount: { kind: 'money', money: { amount: Number(suggestion.amount).toFixed(2) } },
        },
      ],
    );
    expect(await decide(stage, suggestion, 'refund', { checked })).toMatchObject({
      outcome: 'approved',
    });
  });
});

describe('a return', () => {
  test('is paid back less the fee that the policy keeps, to the cent', async () => {
    await stage.query('update shop set policy = $1 where domain = $2', [
      { holdSeconds: 0, returns: { refundWithinDays: 0, restockingFeePercent: 10 } },
      shopDomain,
    ]);
    const orderId = arrived('BOWL-1');
    const { api } = stage.simulator;
    const lineItemId = String(Number(orderId.split('/').at(-1)) * 10);
    const lines = [{ lineItemId, quantity: 1, reason: 'size-too-small' }];
    const returnId = api.requestReturn(shopDomain, orderId, { lines });
    api.approveReturn(shopDomain, returnId);
    api.receiveReturn(shopDomain, returnId);
    await waitUntil(async () => (await groundOf(orderId)) === 'return-received', 'the goods');
    const suggestion = await onlySuggestion(stage, orderId);
    expect(Number(suggestion.amount)).toBe(18);
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    const [paid] = refundCallsFor(stage, suggestion);
    expect(JSON.stringify(paid?.variables)).toContain('"amount":"18.00"');
  });

  test('is suggested when it is asked for, and again when the goods are back', async () => {
    await stage.query('update shop set policy = $1 where domain = $2', [
      { returns: { refundWithinDays: 0 } },
      shopDomain,
    ]);
    const orderId = arrived('BOWL-1');
    const { api } = stage.simulator;
    const lineItemId = String(Number(orderId.split('/').at(-1)) * 10);
    const returnId = api.requestReturn(shopDomain, orderId, {
      lines: [{ lineItemId, quantity: 1, reason: 'size-too-small' }],
    });
    await waitUntil(async () => (await groundOf(orderId)) === 'eligible-return', 'the request');
    api.approveReturn(shopDomain, returnId);
    await waitUntil(
      async () => (await onlySuggestion(stage, orderId)).state === 'withdrawn',
      'the request to be settled',
    );
    api.receiveReturn(shopDomain, returnId);
    await waitUntil(
      async () =>
        (await suggestionsOf(stage, orderId)).some(({ ground }) => ground === 'return-received'),
      'the goods to be back',
    );
  });
});
