import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Prisma } from '#generated/prisma/client.ts';
import { writeAuditEvent } from '#app/db/audit-events.server.ts';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { readActivity, streamTrail } from '#app/db/read-activity.server.ts';
import { kindsOfGroup, type ActivityFilter, type TrailEvent } from '#app/domain/activity.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { instant } from '#tests/support/order-facts.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';
import { writeTrail } from '#tests/support/trail.ts';

let server: EmbeddedPostgres;
let db: Database;
let database: OwnDatabase;
const shop = parseShopDomain('mine.myshopify.com') as ShopDomain;
const other = parseShopDomain('other.myshopify.com') as ShopDomain;
const large = parseShopDomain('large.myshopify.com') as ShopDomain;
const ofShop = 1000;
const ofLarge = 100_000;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('activity'));
  await migrate(database.url, 'prisma/migrations');
  db = await openDatabase(database.url, () => undefined);
  for (const [domain, events] of [
    [shop, ofShop],
    [other, 20],
    [large, ofLarge],
  ] as const) {
    await writeTrail((sql, values) => db.pool.query(sql, values), { shop: domain, events });
  }
});
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

const everything: ActivityFilter = {
  kinds: null,
  actor: null,
  from: null,
  until: null,
  search: null,
};
const filters: readonly (readonly [name: string, Partial<ActivityFilter>])[] = [
  ['nothing', {}],
  ['a kind that is rare and old', { kinds: ['policy-changed'] }],
  ['a kind that never was', { kinds: ['refund-missing'] }],
  ['a group', { kinds: kindsOfGroup('refunds') }],
  ['the app', { actor: 'system' }],
  ['all staff', { actor: 'people' }],
  ['one of the staff', { actor: 'staff:2' }],
  ['somebody who never was', { actor: 'staff:3' }],
  ['a kind of somebody who never did that', { kinds: ['refund-made'], actor: 'staff:1' }],
  ['days', { from: instant('2026-11-01T00:02:00Z'), until: instant('2026-11-01T00:04:00Z') }],
  ['days before all', { until: instant('2026-01-01T00:00:00Z') }],
  ['an order', { search: '#1007' }],
  ['an order, by its name in small letters', { search: '#x1010' }],
  ['a part of a name', { search: '101' }],
  ['a part that many names have', { search: '#x' }],
  ['a part that no name has', { search: '%' }],
  ['a part that would end a text in SQL', { search: `'` }],
  ['all at once', { kinds: kindsOfGroup('decisions'), actor: 'people', search: '#10' }],
];

async function allPages(
  at: ShopDomain,
  filter: ActivityFilter,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<readonly TrailEvent[]> {
  const events: TrailEvent[] = [];
  for (let after: string | null = null; ;) {
    const page = await readActivity(db, at, filter, { after, limit: 50 });
    events.push(...page.rows);
    after = page.next;
    if (after === null) return events;
    await between();
  }
}

/** What a filter means, said once more and plainly. */
async function expectedIds(at: ShopDomain, filter: ActivityFilter): Promise<readonly string[]> {
  const names = await db.prisma.suggestion.findMany({ where: { shop: at } });
  const nameOf = new Map(names.map(({ orderId, orderName }) => [orderId, orderName]));
  const rows = await db.prisma.auditEvent.findMany({
    where: { shop: at },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    omit: { params: true },
  });
  const { kinds, actor, from, until, search } = filter;
  return rows
    .filter(
      (row) =>
        (kinds === null || kinds.some((kind) => kind === row.kind)) &&
        (actor === null || (actor === 'people' ? row.actor !== 'system' : row.actor === actor)) &&
        (from === null || row.at.toISOString() >= from) &&
        (until === null || row.at.toISOString() < until) &&
        (search === null ||
          (nameOf.get(row.orderId ?? '') ?? '').toLowerCase().includes(search.toLowerCase())),
    )
    .map(({ id }) => id.toString());
}

describe('the pages together', () => {
  test.each(filters)('filtered by %s have each row of it once, newest first', async (_, asked) => {
    const filter = { ...everything, ...asked };
    const ids = (await allPages(shop, filter)).map(({ id }) => id);
    expect(ids).toEqual(await expectedIds(shop, filter));
  });

  test('and a file have the same', async () => {
    const filter = { ...everything, actor: 'system' } as const;
    const streamed: string[] = [];
    let most = 0;
    for await (const batch of streamTrail(db, large, filter)) {
      streamed.push(...batch.map(({ id }) => id));
      most = Math.max(most, batch.length);
    }
    expect(most).toBe(1000);
    expect(streamed).toEqual(await expectedIds(large, filter));
  });

  test('have each row once while others are written', async () => {
    const before = await expectedIds(shop, everything);
    let written = 0;
    const seen = await allPages(shop, everything, async () => {
      written += 1;
      await writeAuditEvent(db.prisma, {
        ...{ shop, orderId: null, suggestionId: null, kind: 'policy-changed', params: {} },
        // Some of them at the very instant where the first page ended.
        at: instant(written % 2 === 0 ? '2026-11-25T00:00:00Z' : '2026-11-01T00:15:48Z'),
        actor: 'staff:9',
      });
    });
    expect(written).toBeGreaterThan(15);
    const ids = seen.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const existed = new Set(before);
    expect(ids.filter((id) => existed.has(id))).toEqual(before);
  });

  test('show a shop its own rows, names and staff only', async () => {
    await writeAuditEvent(db.prisma, {
      ...{ shop: other, orderId: 'gid://shopify/Order/9', suggestionId: null, params: {} },
      ...{ at: instant('2026-11-20T00:00:00Z'), actor: 'staff:77', kind: 'refund-closed' },
    });
    const { rows, staff } = await readActivity(db, other, everything, { after: null, limit: 50 });
    expect(rows.length).toBe(21);
    expect(rows[0]).toMatchObject({ orderId: 'gid://shopify/Order/9', orderName: null });
    expect(rows[1]).toMatchObject({ orderId: 'gid://shopify/Order/2', orderName: '#1002' });
    expect(new Set(rows.map((row) => row.shop))).toEqual(new Set([other]));
    expect(staff).toEqual(['staff:1', 'staff:2', 'staff:77']);
    const mine = await readActivity(db, shop, everything, { after: null, limit: 50 });
    expect(mine.staff).not.toContain('staff:77');
    // The other shop has an order of that name too.
    const named = await allPages(shop, { ...everything, search: '#1002' });
    expect(named.length).toBe(5);
  });

  test.each(['x', '{}', '1', '-1-1', '1-1-1', `1-1'; drop table audit_event; --`])(
    'read the cursor %s as the first page',
    async (after) => {
      const [first, given] = await Promise.all([
        readActivity(db, shop, everything, { after: null, limit: 5 }),
        readActivity(db, shop, everything, { after, limit: 5 }),
      ]);
      expect(given.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    },
  );
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(node: PlanNode): readonly PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Reads a page and has PostgreSQL explain every statement that it took, as it was carried out. */
async function plansOfPage(filter: ActivityFilter, after: string | null) {
  const statements: Prisma.Sql[] = [];
  const listening = db.prisma.$extends({
    query: {
      $queryRaw: ({ args, query }) => {
        statements.push(args);
        return query(args);
      },
    },
  });
  const prisma = listening as unknown as Database['prisma'];
  await readActivity({ ...db, prisma }, large, filter, { after, limit: 50 });
  const nodes: PlanNode[] = [];
  for (const statement of statements) {
    const [explained] = await db.prisma.$queryRaw<
      { 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }[]
    >(Prisma.sql`explain (analyze, format json) ${statement}`);
    const [plan] = explained?.['QUERY PLAN'] ?? [];
    if (!plan) throw new Error('no plan');
    nodes.push(...nodesOf(plan.Plan));
  }
  return nodes.filter((node) => node['Relation Name'] === 'audit_event');
}

describe('of a hundred thousand rows, a page', () => {
  // In the middle of the trail, and at its end.
  const depths = ['first', `${Date.parse('2026-11-01T12:00:00Z')}-999999999`, '1793491200000-1'];

  test.each(filters.flatMap(([name, filter]) => depths.map((after) => ({ name, filter, after }))))(
    'by $name after $after is read by index, and little more than itself',
    async ({ filter, after }) => {
      const reads = await plansOfPage(
        { ...everything, ...filter },
        after === 'first' ? null : after,
      );
      expect(reads.length).toBeGreaterThan(0);
      expect(reads.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      const touched = reads.reduce(
        (sum, node) =>
          sum +
          (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
        0,
      );
      // A page of each kind of each of the staff at most, or all that was done about a thousand orders.
      expect(touched).toBeLessThan(filter.search === undefined ? 1000 : 6000);
    },
  );
});
