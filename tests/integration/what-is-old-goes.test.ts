import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Prisma } from '#generated/prisma/client.ts';
import { openDatabase } from '#app/db/database.server.ts';
import { oldKinds, oldRowsSql } from '#app/db/old-rows-sql.server.ts';
import { openQueue, queues, type Queue } from '#app/db/queue.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import {
  keepAttempt,
  keepDelivery,
  keepOrder,
  keepReading,
  keepSignal,
  keepSuggestion,
} from '#tests/support/old-data.ts';
import { instant, order } from '#tests/support/order-facts.ts';
import { suggested } from '#tests/support/decide.ts';
import { daysBefore, lateDispatchOrder } from '#tests/support/rest-order.ts';
import { wordsIn } from '#tests/support/words.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const shop = parseShopDomain(shopDomain) as ShopDomain;
const otherShop = parseShopDomain('other-test.myshopify.com') as ShopDomain;
const { deliveryDays, wordsDays, orderDays } = defaultPolicy.retention;
let stage: Stage;
let queue: Queue;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: otherShop }] });
  await stage.install();
  await stage.install(otherShop);
  queue = await openQueue(stage.databaseUrl, () => undefined);
});
afterAll(async () => {
  await queue.boss.stop();
  await stage.close();
});
beforeEach(() => stage.drained());
afterEach(async () => {
  await stage.query(`update shop set policy = null, policy_version = 0`);
  for (const table of ['inbox_delivery', 'signal', 'second_reading', 'order_record'])
    await stage.query(`delete from ${table}`);
  for (const table of ['suggestion', 'refund_attempt']) await stage.query(`delete from ${table}`);
});

interface SweptEvent {
  readonly shop: string;
  readonly actor: string;
  readonly params: Readonly<Record<string, number>>;
}

async function sweptEvents(): Promise<readonly SweptEvent[]> {
  return stage.query<SweptEvent & Record<string, unknown>>(
    `select shop, actor, params from audit_event where kind = 'retention-swept' order by id`,
  );
}

/** Sweeps the shop, and waits until its job is over; what was written down of it. */
async function sweep(of: ShopDomain = shop): Promise<readonly SweptEvent[]> {
  const before = (await sweptEvents()).length;
  await queue.requestForgetting([{ shop: of }]);
  await isSwept();
  return (await sweptEvents()).slice(before);
}

async function isSwept(): Promise<void> {
  await waitUntil(
    async () => {
      const left = await stage.query(
        `select from pgboss.job where name in ('forget', 'forget-all') and state in ('created', 'retry', 'active')`,
      );
      return left.length === 0;
    },
    'the sweep',
    200_000,
  );
}

async function save(version: number, values: unknown): Promise<unknown> {
  const body = new URLSearchParams({ version: String(version), values: JSON.stringify(values) });
  const answer = await stage.fetch('/app/settings/policy', { method: 'POST', body });
  return ((await answer.json()) as { readonly outcome: unknown }).outcome;
}

async function idsIn(table: string, column: string): Promise<readonly string[]> {
  const rows = await stage.query<{ id: string }>(`select ${column} as id from ${table}`);
  return rows.map(({ id }) => id).sort();
}

const ordersLeft = () => idsIn('order_record', 'order_id');
const deliveriesLeft = () => idsIn('inbox_delivery', 'webhook_id');

describe('of a shop', () => {
  test('what is old goes, what is young stays, and another shop’s is not touched', async () => {
    const old = await keepOrder(stage, { daysOld: orderDays + 1 });
    const young = await keepOrder(stage, { daysOld: orderDays - 1 });
    const others = await keepOrder(stage, { shop: otherShop, daysOld: orderDays + 1 });
    // With an order goes all that was said about it, by the carrier too.
    await keepSignal(stage, old, { daysOld: orderDays, kind: 'carrier-scan' });
    await keepSignal(stage, old, { daysOld: 3 });
    await keepReading(stage, old, { daysOld: 3 });
    await keepSignal(stage, young, { daysOld: wordsDays + 1 });
    await keepSignal(stage, young, { daysOld: wordsDays + 1, kind: 'report' });
    await keepSignal(stage, young, { daysOld: wordsDays + 1, kind: 'carrier-scan' });
    await keepSignal(stage, young, { daysOld: wordsDays - 1 });
    await keepReading(stage, young, { daysOld: wordsDays + 1 });
    await keepSignal(stage, others, { shop: otherShop, daysOld: wordsDays + 1 });
    await keepReading(stage, others, { shop: otherShop, daysOld: wordsDays + 1 });
    const theirs = await keepDelivery(stage, {
      ...{ shop: otherShop, daysOld: deliveryDays + 1, state: 'drained' },
    });
    await keepDelivery(stage, { daysOld: deliveryDays + 1, state: 'drained' });
    await keepDelivery(stage, { daysOld: deliveryDays + 1, state: 'dead', orderId: young });
    const kept = [
      await keepDelivery(stage, { daysOld: deliveryDays - 1, state: 'drained' }),
      await keepDelivery(stage, { daysOld: deliveryDays - 1, state: 'dead' }),
      // What the law asks of us is never given up.
      await keepDelivery(stage, {
        ...{ daysOld: deliveryDays + 1, state: 'dead', topic: 'customers/redact' },
      }),
    ];

    expect(await sweep()).toEqual([
      { shop, actor: 'system', params: { deliveries: 2, said: 3, orders: 1 } },
    ]);
    expect(await ordersLeft()).toEqual([young, others].sort());
    expect(await deliveriesLeft()).toEqual([theirs, ...kept].sort());
    const signals = await stage.query<{ order_id: string; kind: string }>(
      'select order_id, kind from signal order by order_id, kind',
    );
    expect(signals).toEqual([
      { order_id: young, kind: 'carrier-scan' },
      { order_id: young, kind: 'message' },
      { order_id: others, kind: 'message' },
    ]);
    expect(await idsIn('second_reading', 'order_id')).toEqual([others]);

    // Once more: there is nothing to do, and nothing to write down.
    expect(await sweep()).toEqual([]);
    expect(await ordersLeft()).toEqual([young, others].sort());
    expect(await stage.query('select from retention_sweep')).toEqual([]);
  });

  test('nothing goes of an order that is somebody’s business', async () => {
    const { payment } = order();
    const amount = { ...payment.refundPending, amount: '1.00' } as typeof payment.refundPending;
    const daysOld = 2000;
    const open = async (changes: Parameters<typeof keepOrder>[2] = {}) =>
      keepOrder(stage, { daysOld }, changes);
    const dispute = { disputeId: '1', initiatedAs: 'CHARGEBACK', reason: null, openedAt: null };
    const back = {
      ...{ returnId: 'gid://shopify/Return/1' as const, requestedAt: order().createdAt },
      ...{ receivedAt: null, lines: [], scans: [], refundIds: [] },
    };
    const looked = await open();
    await stage.query(
      `update order_record set look_again_at = now() + interval '9 days' where order_id = $1`,
      [looked],
    );
    const busy = [looked];
    for (const state of ['open', 'snoozed', 'approved', 'refunding', 'unknown', 'rejected']) {
      const orderId = await open();
      busy.push(orderId);
      await keepSuggestion(stage, orderId, state);
    }
    for (const attempt of [
      { state: 'intended' },
      { state: 'unknown' },
      { state: 'refunded', money: 'pending' },
    ]) {
      const orderId = await open();
      busy.push(orderId);
      await keepAttempt(stage, orderId, attempt);
    }
    busy.push(
      await open({ disputes: [{ ...dispute, status: 'UNDER_REVIEW' }] }),
      await open({ returns: [{ ...back, status: 'OPEN' }] }),
      await open({ payment: { ...payment, refundPending: amount } }),
    );
    const dead: string[] = [];
    for (const orderId of busy) {
      await keepSignal(stage, orderId, { daysOld });
      await keepReading(stage, orderId, { daysOld });
      dead.push(await keepDelivery(stage, { daysOld, state: 'dead', orderId }));
    }
    const over = await open({
      disputes: [{ ...dispute, status: 'LOST' }],
      returns: [{ ...back, status: 'CLOSED' }],
    });
    await keepAttempt(stage, over, { state: 'refunded', money: 'success' });
    const suggestion = await keepSuggestion(stage, over, 'refunded');
    // An order that was never read can be nobody's.
    await keepSignal(stage, 'gid://shopify/Order/1', { daysOld });

    expect(await sweep()).toEqual([{ shop, actor: 'system', params: { said: 1, orders: 1 } }]);
    expect(await ordersLeft()).toEqual([...busy].sort());
    expect(await deliveriesLeft()).toEqual([...dead].sort());
    expect(await idsIn('signal', 'order_id')).toEqual([...busy].sort());
    expect(await idsIn('second_reading', 'order_id')).toEqual([...busy].sort());
    // The record of the money stays.
    expect(await idsIn('refund_attempt', 'order_id')).toContain(over);
    expect(await idsIn('suggestion', 'id')).toContain(suggestion);
  });

  test('what was decided can still be read', async () => {
    const { id } = await suggested(stage, lateDispatchOrder());
    await stage.drained();
    await stage.query(`update suggestion set state = 'dismissed' where id = $1`, [id]);
    await stage.query('update order_record set read_at = $1, look_again_at = null', [
      daysBefore(2000),
    ]);
    expect(await sweep()).toMatchObject([{ params: { orders: 1 } }]);
    const page = await stage.fetch(`/app/suggestions/${id}?locale=en`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(wordsIn('en').t('order.not-kept'));
  });

  test('the merchant says how long', async () => {
    const orderId = await keepOrder(stage, { daysOld: 400 });
    await keepSignal(stage, orderId, { daysOld: 200 });
    await keepDelivery(stage, { daysOld: 8, state: 'drained' });
    expect(await sweep()).toEqual([]);
    expect(await save(0, { 'retention.deliveryDays': 7, 'retention.wordsDays': 180 })).toBe(
      'saved',
    );
    expect(await sweep()).toMatchObject([{ params: { deliveries: 1, said: 1 } }]);
    expect(await save(1, { 'retention.orderDays': 365 })).toBe('saved');
    expect(await sweep()).toMatchObject([{ params: { orders: 1 } }]);
    expect(await ordersLeft()).toEqual([]);
  });
});

test('every shop is swept at night', async () => {
  const [schedule] = await stage.query<{ cron: string; timezone: string }>(
    'select cron, timezone from pgboss.schedule where name = $1',
    [queues.forgetAll],
  );
  expect(schedule).toEqual({ cron: '20 3 * * *', timezone: 'UTC' });
  await keepOrder(stage, { daysOld: orderDays + 1 });
  await keepOrder(stage, { shop: otherShop, daysOld: orderDays + 1 });
  const before = (await sweptEvents()).length;
  await queue.boss.send(queues.forgetAll);
  await waitUntil(async () => (await sweptEvents()).length === before + 2, 'both sweeps');
  await isSwept();
  expect((await sweptEvents()).slice(before).map((event) => event.shop)).toEqual(
    expect.arrayContaining([shop, otherShop]),
  );
});

test('a sweep that is broken off goes on, and is written down once', async () => {
  await keepOrders(2000);
  await keepDelivery(stage, { daysOld: deliveryDays + 1, state: 'drained' });
  const before = (await sweptEvents()).length;
  // Somebody has an order in the middle in his hand: the sweep waits there, and is killed waiting.
  const holder = new pg.Client({ connectionString: stage.databaseUrl });
  await holder.connect();
  await holder.query('select pg_advisory_lock(hashtextextended($1, 0))', [
    `${shop} gid://shopify/Order/881000`,
  ]);
  await queue.requestForgetting([{ shop }]);
  await waitUntil(async () => (await ordersLeft()).length === 1000, 'half of the sweep');
  expect(await deliveriesLeft()).toEqual([]);
  await stage.app.kill();
  await holder.end();
  await waitUntil(async () => {
    const held = await stage.query(
      `select from pg_stat_activity where application_name = 'amends-prisma' and datname = current_database()`,
    );
    return held.length === 0;
  }, 'the connections of the killed');
  expect((await ordersLeft()).length).toBe(1000);
  expect((await sweptEvents()).length).toBe(before);
  await stage.restart();
  await waitUntil(async () => (await ordersLeft()).length === 0, 'the rest of it', 200_000);
  await isSwept();
  expect((await sweptEvents()).slice(before)).toMatchObject([
    { params: { deliveries: 1, orders: 2000 } },
  ]);
});

/** Read so long ago, one minute after the other, the first the oldest. */
async function keepOrders(count: number): Promise<void> {
  await stage.query(
    `insert into order_record (shop, order_id, name, facts, assessment, read_at)
     select $1, 'gid://shopify/Order/88' || lpad((n - 1)::text, 4, '0'), '#1', $2, '{"claims": []}',
       $3::timestamptz + n * interval '1 minute' from generate_series(1, $4::int) n`,
    [shop, order(), daysBefore(2000), count],
  );
}

test('what is old is found by an index, however much there is', async () => {
  await keepOrders(9000);
  await stage.query(
    `insert into inbox_delivery (webhook_id, shop, topic, api_version, received_at, drained_at)
     select 'w' || n, $1, 'orders/updated', '2026-10', now() - n * interval '1 minute', now() from generate_series(1, 9000) n`,
    [otherShop],
  );
  await stage.query(
    `insert into signal (shop, order_id, kind, external_id, at, payload)
     select $1, 'o' || n, 'message', 's' || n, now() - n * interval '1 minute', '{}' from generate_series(1, 9000) n`,
    [otherShop],
  );
  await stage.query(
    `insert into second_reading (shop, order_id, digest, asked_at, outcome)
     select $1, 'o' || n, 'd', now() - n * interval '1 minute', 'failed' from generate_series(1, 9000) n`,
    [otherShop],
  );
  await stage.query('analyze');
  const db = await openDatabase(stage.databaseUrl, () => undefined);
  try {
    for (const kind of oldKinds) {
      for (const after of [null, { id: '1', orderId: null, at: new Date('2019-01-01') }]) {
        const span = { before: instant(daysBefore(900)), after, limit: 250 };
        const sql = oldRowsSql(kind === 'order' ? shop : otherShop, kind, span);
        const rows = await db.prisma.$queryRaw<{ 'QUERY PLAN': string }[]>(
          Prisma.sql`explain ${sql}`,
        );
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(plan).toMatch(/Index (Only )?Scan/);
        expect(plan).not.toMatch(/Seq Scan|Sort/);
      }
    }
  } finally {
    await db.close();
  }
});
