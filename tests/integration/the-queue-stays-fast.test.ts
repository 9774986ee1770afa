import { Prisma } from '#generated/prisma/client.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { pageSql, readQueueRows } from '#app/db/read-queue.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { queueSorts, queueTabs } from '#app/domain/queue.ts';
import { queueQueryOf } from '#app/ui/queue-url.ts';
import { insertSuggestions } from '#tests/support/many-suggestions.ts';
import { now } from '#tests/support/order-facts.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';

let server: EmbeddedPostgres;
let db: Database;
let database: OwnDatabase;
const shop = parseShopDomain('large.myshopify.com') as ShopDomain;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('fast'));
  await migrate(database.url, 'prisma/migrations');
  db = await openDatabase(database.url, () => undefined);
  const turns = [
    ['open', 'refund'],
    ['open', 'contact-carrier'],
    ['snoozed', 'refund'],
    ['approved', 'refund'],
    ['refunded', 'refund'],
  ] as const;
  await insertSuggestions(db, shop, { count: 20_000, turns });
});
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

async function nodesOf(sql: Prisma.Sql): Promise<readonly PlanNode[]> {
  const [explained] = await db.prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: PlanNode }] }[]>(
    Prisma.sql`explain (analyze, format json) ${sql}`,
  );
  if (!explained) throw new Error('no plan');
  const flat = (node: PlanNode): readonly PlanNode[] => [
    node,
    ...(node.Plans ?? []).flatMap((inner) => flat(inner)),
  ];
  return flat(explained['QUERY PLAN'][0].Plan);
}

describe.each(queueTabs)('with 20,000 suggestions, the tab %s', (tab) => {
  test.each(queueSorts)('by %s reads a page from an index and sorts nothing', async (sort) => {
    const first = { ...queueQueryOf(new URLSearchParams()), tab, sort };
    const { rows, next } = await readQueueRows(db, shop, first, now);
    expect(rows.length).toBe(first.limit);
    if (next === null) throw new Error('a tab of one page');
    for (const query of [first, { ...first, after: next }]) {
      const nodes = await nodesOf(pageSql(shop, query, now));
      const scans = nodes.filter((node) => node['Index Name'] !== undefined);
      expect(
        nodes.map((node) => node['Node Type']).filter((type) => /Sort|Seq/.test(type)),
      ).toEqual([]);
      expect(scans.map((node) => node['Index Name'])).toEqual([
        expect.stringMatching(/^suggestion_.*queue/),
      ]);
      expect(Math.max(...nodes.map((node) => node['Actual Rows']))).toBe(first.limit + 1);
    }
  });
});
