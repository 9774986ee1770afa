import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { readHealth } from '#app/db/read-health.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { instantAt } from '#app/domain/time.ts';
import { decide, load, suggested } from '#tests/support/decide.ts';
import { startOver } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

const shop = parseShopDomain(shopDomain) as ShopDomain;
let stage: Stage;
let db: Database;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
  await stage.query("update shop set installed_at = now() - interval '100 days'");
  db = await openDatabase(stage.databaseUrl, () => undefined);
});
afterAll(async () => {
  await db.close();
  await stage.close();
});
beforeEach(() => startOver(stage));

const health = (of = shop) => readHealth(db, of, instantAt(Date.now()));
/** In whole seconds, as Shopify tells it. */
const minutesAgo = (minutes: number) =>
  instantAt(Math.floor(Date.now() / 1000 - minutes * 60) * 1000);

async function readAgain(orderId: string): Promise<void> {
  const looks = async () => {
    const [row] = await stage.query<{ looks: number }>(
      'select looks from order_record where order_id = $1',
      [orderId],
    );
    return row?.looks ?? 0;
  };
  const before = await looks();
  await stage.query('update order_record set look_again_at = now() where order_id = $1', [orderId]);
  await waitUntil(async () => (await looks()) > before, 'the order to be read again');
}

/** An order that was read an hour ago, changed since without a notification, and is read again by itself. */
async function changedQuietly(updatedAt: string): Promise<string> {
  const order = lateDispatchOrder();
  const { order_id: orderId } = await suggested(stage, order);
  await stage.drained();
  load(stage, { ...order, updated_at: updatedAt });
  await stage.query(
    `update order_record set read_at = now() - interval '1 hour',
       facts = jsonb_set(facts, '{updatedAt}', to_jsonb($2::text)) where order_id = $1`,
    [orderId, minutesAgo(120)],
  );
  await readAgain(orderId);
  return orderId;
}

describe('a change that no notification told of', () => {
  test('is counted and named once it is found, and not found a second time', async () => {
    const { untold: before } = await health();
    const changedAt = minutesAgo(40);
    const orderId = await changedQuietly(changedAt);
    const { untold } = await health();
    expect(untold.count).toBe(before.count + 1);
    expect(untold.newest).toMatchObject({ orderId, changedAt });
    expect(untold.newest?.orderName).toMatch(/^#/);
    await readAgain(orderId);
    expect((await health()).untold.count).toBe(before.count + 1);
    expect((await health(parseShopDomain('other.myshopify.com') as ShopDomain)).untold).toEqual({
      count: 0,
      newest: null,
    });
  });

  test('may be told yet while it is new', async () => {
    const { untold: before } = await health();
    await changedQuietly(minutesAgo(2));
    expect((await health()).untold.count).toBe(before.count);
  });

  test('in a time without the app is none', async () => {
    const { untold: before } = await health();
    await stage.query("update shop set installed_at = now() - interval '10 minutes'");
    await changedQuietly(minutesAgo(40));
    await stage.query("update shop set installed_at = now() - interval '100 days'");
    expect((await health()).untold.count).toBe(before.count);
  });
});

test('the kinds of notifications that came are told from those that never did', async () => {
  await suggested(stage, lateDispatchOrder());
  const { topics } = await health();
  const lastOf = (topic: string) => topics.find((known) => known.topic === topic)?.lastAt ?? null;
  expect(lastOf('orders/create')).not.toBeNull();
  expect(lastOf('returns/cancel')).toBeNull();
});

describe('calls', () => {
  test('show what is left of the budget', async () => {
    await stage.query('delete from api_budget');
    expect((await health()).calls.last).toBeNull();
    await suggested(stage, lateDispatchOrder());
    await waitUntil(async () => (await health()).calls.last !== null, 'the budget');
    const { last } = (await health()).calls;
    expect(last).toMatchObject({ maximum: 2000, restoreRate: 100 });
    expect(last?.available).toBeGreaterThan(0);
    expect(last?.available).toBeLessThan(2000);
  });

  test.each(['graphql', 'http'] as const)('that were throttled are counted: %s', async (as) => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const { throttled } = (await health()).calls;
    stage.simulator.api.faults.throttle = 2;
    stage.simulator.api.faults.throttleAs = as;
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await waitUntil(
      async () => (await health()).calls.throttled === throttled + 2,
      'the throttled calls',
    );
    await stage.query("update api_throttling set minute = minute - interval '25 hours'");
    expect((await health()).calls.throttled).toBe(0);
  });
});
