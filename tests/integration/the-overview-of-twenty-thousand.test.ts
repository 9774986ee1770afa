import { afterAll, beforeAll, expect, test } from 'vitest';
import { Prisma } from '#generated/prisma/client.ts';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { attemptsSql, cappedSql, watchedSql } from '#app/db/overview/automation.server.ts';
import { openedCourseSql, refundedCourseSql } from '#app/db/overview/course.server.ts';
import { dueSql } from '#app/db/due.server.ts';
import { atStakeSql, paidSql } from '#app/db/overview/money.server.ts';
import { disputedSql, groundOutcomesSql, refundsSql } from '#app/db/overview/outcomes.server.ts';
import { countriesSql, scenariosSql, toldSql } from '#app/db/overview/sources.server.ts';
import { troubledSql } from '#app/db/read-health.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { addDays } from '#app/domain/time.ts';
import { now, order, parcel, shipped } from '#tests/support/order-facts.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';
import { suggestion } from '#tests/support/suggestion.ts';

const shop = parseShopDomain('mine.myshopify.com') as ShopDomain;
const span = { from: addDays(now, -30), to: now };
const starts = [-30, -20, -10].map((days) => addDays(now, days));
let server: EmbeddedPostgres;
let db: Database;
let database: OwnDatabase;

/** A year of a busy shop, one in two hundred of it to decide, beside twenty others of its size together. */
beforeAll(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('overview'));
  await migrate(database.url, 'prisma/migrations');
  db = await openDatabase(database.url, () => undefined);
  const { claim, recommendation } = suggestion();
  const facts = JSON.stringify(order(shipped([parcel(), parcel()])));
  await db.prisma.$executeRaw`
    insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency, probability,
      responsible, destination_country, act_by, legal_by, bank_by, claim, recommendation, opened_at, updated_at)
    select gen_random_uuid(), case when n <= 20000 then ${shop} else 'other-' || n % 20 || '.myshopify.com' end,
      'gid://shopify/Order/' || n, '#' || n,
      case when n % 200 = 0 then 'open' when n % 3 = 0 then 'dismissed' else 'refunded' end,
      'logistics', 'lost', n % 90 + 1, 'USD', 0.8, 'carrier', 'DE', opened_at + interval '9 days',
      opened_at + interval '9 days', opened_at + interval '19 days', ${JSON.stringify(claim)}::jsonb,
      ${JSON.stringify(recommendation)}::jsonb, opened_at, opened_at + interval '1 day'
    from (select n, ${now}::timestamptz - n % 20000 * interval '26 minutes' as opened_at
      from generate_series(1, 40000) as n) as years`;
  await db.prisma.$executeRaw`
    insert into order_record (shop, order_id, name, facts, assessment, read_at)
    select shop, order_id, order_name, ${facts}::jsonb, '{}', opened_at from suggestion`;
  await db.prisma.$executeRaw`
    insert into refund_attempt (id, shop, order_id, suggestion_id, idempotency_key, request, facts, amount, currency, state,
      intended_at, send_after, settled_at, money_status)
    select gen_random_uuid(), shop, order_id, id, gen_random_uuid(), '{}', '{}', amount, currency, 'refunded',
      updated_at, updated_at, updated_at, 'success'
    from suggestion where state = 'refunded'`;
  await db.prisma.$executeRaw`
    update refund_attempt set automatic = true where suggestion_id in (
      select id from suggestion where mod(right(order_name, 1)::int, 5) = 0)`;
  await db.prisma.$executeRaw`
    insert into automatic_verdict (shop, suggestion_id, ground, amount, currency, at)
    select shop, id, ground, amount, currency, opened_at from suggestion`;
  await db.prisma.$executeRaw`
    insert into audit_event (shop, suggestion_id, at, actor, kind, params)
    select shop, id, opened_at, 'system', case when state = 'open' then 'automation-capped' else 'suggestion-opened' end, '{}'
    from suggestion`;
  await db.prisma.$executeRaw`analyze`;
}, 300_000);
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

const byOpening = 'suggestion_shop_opened_at_id_idx';
const byDecision = 'suggestion_shop_updated_at_idx';

test.each<[string, Prisma.Sql, RegExp, number]>([
  ['what waits', dueSql(shop, now), /^suggestion_/, 100],
  ['money at stake', atStakeSql(shop), /^suggestion_/, 100],
  ['refunds in trouble', troubledSql(shop), /^refund_attempt_troubled$/, 0],
  ['what was paid', paidSql(shop, span), /^refund_attempt_paid$/, 1700],
  ['refunds without a click', attemptsSql(shop, span), /^refund_attempt_automatic_settled$/, 400],
  ['limits met', cappedSql(shop, span), /^audit_event_shop_actor_kind_at_id_idx$/, 20],
  // A verdict's refunds are looked up one by one; the average of those read and left out is rounded up.
  ['verdicts', watchedSql(shop, span), /^automatic_verdict_shop_at_idx$/, 2 * 1700],
  ['refunds', refundsSql(shop, span), /^refund_attempt_paid$/, 1700],
  ['disputes', disputedSql(shop, span), /^suggestion_/, 1700],
  ['grounds', groundOutcomesSql(shop, span), new RegExp(byDecision), 1700],
  ['opened by day', openedCourseSql(shop, starts, span), new RegExp(byOpening), 1700],
  ['refunded by day', refundedCourseSql(shop, starts, span), /^refund_attempt_paid$/, 1700],
  ['scenarios', scenariosSql(shop, span), new RegExp(byOpening), 1700],
  ['countries', countriesSql(shop, span), new RegExp(byOpening), 1700],
  ['what only documents say', toldSql(shop, span), new RegExp(byOpening), 1700],
])('%s is found by an index and reads no more than its time', async (_, query, index, most) => {
  const [answer] = await db.prisma.$queryRaw<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
    Prisma.sql`explain (analyze, timing off, format json) ${query}`,
  );
  if (!answer) throw new Error('no plan');
  const nodes = nodesOf(answer['QUERY PLAN'][0].Plan);
  const gone = nodes.filter((node) => node['Node Type'] === 'Seq Scan');
  expect(gone.map((node) => node['Relation Name'])).toEqual([]);
  const used = nodes.filter((node) => index.test(node['Index Name'] ?? ''));
  expect(used.length).toBeGreaterThan(0);
  const tables = nodes.filter((node) => node['Relation Name'] !== undefined);
  for (const node of tables) {
    const read = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
    expect(read * node['Actual Loops']).toBeLessThanOrEqual(most);
  }
});
