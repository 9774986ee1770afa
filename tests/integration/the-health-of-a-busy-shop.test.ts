import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from '#generated/prisma/client.ts';
import { writeShopCalls, readCallHealth } from '#app/db/api-calls.server.ts';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { readHealth } from '#app/db/read-health.server.ts';
import { topicDaysSql } from '#app/db/topic-days.server.ts';
import { orderTopics } from '#app/domain/health/order-topics.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { addDays, addSeconds } from '#app/domain/time.ts';
import { now } from '#tests/support/order-facts.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';

const shop = parseShopDomain('mine.myshopify.com') as ShopDomain;
let server: EmbeddedPostgres;
let db: Database;
let database: OwnDatabase;

/** Two months of notifications: one kind every day, one that stopped three days ago, one only of another shop. */
beforeAll(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('health'));
  await migrate(database.url, 'prisma/migrations');
  db = await openDatabase(database.url, () => undefined);
  await db.prisma.shop.create({ data: { domain: shop } });
  await db.prisma.$executeRaw`
    insert into inbox_delivery (webhook_id, shop, topic, api_version, received_at, drained_at)
    select gen_random_uuid(), case when n % 2 = 0 then ${shop} else 'other.myshopify.com' end,
      case n % 3 when 0 then 'orders/updated' when 1 then 'fulfillments/update' else 'orders/edited' end,
      '2026-10', at, at
    from (select n, ${now}::timestamptz - n * interval '2 minutes' as at from generate_series(1, 40000) as n) as months
    where (n % 3 <> 1 or at < ${addDays(now, -3)}::timestamptz) and (n % 3 <> 2 or n % 2 = 1)`;
  await db.prisma.$executeRaw`analyze`;
}, 300_000);
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

test('what fell silent is told from what comes and what never came', async () => {
  const { topics } = await readHealth(db, shop, now);
  expect(topics.map(({ topic }) => topic).sort()).toEqual([...orderTopics].sort());
  const [first, second, third] = topics;
  expect(first).toMatchObject({ topic: 'fulfillments/update', longestBefore: 0, isUnusual: true });
  expect(first?.lastAt?.slice(0, 10)).toBe(addDays(now, -3).slice(0, 10));
  expect(second).toEqual({
    ...{ topic: 'orders/updated', longestBefore: 0, isUnusual: false },
    lastAt: addSeconds(now, -6 * 120),
  });
  expect(third).toMatchObject({ lastAt: null, longestBefore: null, isUnusual: false });
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

test('however many came, one of each kind and day is read', async () => {
  const [answer] = await db.prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
    Prisma.sql`explain (analyze, timing off, format json) ${topicDaysSql(shop, now)}`,
  );
  if (!answer) throw new Error('no plan');
  const tables = nodesOf(answer['QUERY PLAN'][0].Plan).filter(
    (node) => node['Relation Name'] !== undefined,
  );
  expect(new Set(tables.map((node) => node['Index Name']))).toEqual(
    new Set(['inbox_delivery_shop_topic_received_at_idx']),
  );
  for (const node of tables) {
    expect(node['Actual Rows']).toBeLessThanOrEqual(1);
    expect(node['Actual Loops']).toBeLessThanOrEqual(orderTopics.length * 60);
  }
});

test('calls that several processes saw are one shop’s health; a shop that is gone has none', async () => {
  const gone = parseShopDomain('gone.myshopify.com') as ShopDomain;
  const seen = (available: number, seconds: number) => ({
    ...{ available, maximum: 2000, restoreRate: 100, seenAt: addSeconds(now, seconds) },
  });
  const minute = addSeconds(now, -60);
  const calls = (of: ShopDomain, last: ReturnType<typeof seen> | null, times: number) => ({
    ...{ shop: of, last, throttled: times > 0 ? [{ minute, times }] : [] },
  });
  await writeShopCalls(
    db.prisma,
    [calls(shop, seen(1500, -5), 2), calls(gone, seen(9, 0), 1)],
    now,
  );
  // Seen before, written later.
  await writeShopCalls(db.prisma, [calls(shop, seen(1999, -60), 1)], now);
  await writeShopCalls(db.prisma, [calls(shop, null, 0)], now);
  expect(await readCallHealth(db.prisma, shop, now)).toEqual({
    last: seen(1500, -5),
    throttled: 3,
  });
  expect(await readCallHealth(db.prisma, gone, now)).toEqual({ last: null, throttled: 0 });
  expect((await readCallHealth(db.prisma, shop, addDays(now, 2))).throttled).toBe(0);
  const later = addDays(now, 3);
  const again = { ...calls(shop, null, 0), throttled: [{ minute: later, times: 1 }] };
  await writeShopCalls(db.prisma, [again], later);
  expect(await db.prisma.apiThrottling.count({ where: { shop } })).toBe(1);
});
