import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { exportSuggestions } from '#app/db/export-suggestions.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { readOverview } from '#app/db/read-overview.server.ts';
import { readQueue } from '#app/db/read-queue.server.ts';
import { dueWindows } from '#app/domain/due.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { parseMoney } from '#app/domain/money.ts';
import { parseDay, type Day } from '#app/domain/overview/day.ts';
import type { Overview } from '#app/domain/overview/figures.ts';
import { spanOf } from '#app/domain/overview/zoned-days.ts';
import { automaticGrounds } from '#app/domain/policy/automatic-grounds.ts';
import { addDays, addSeconds } from '#app/domain/time.ts';
import { queueQueryOf } from '#app/ui/queue-url.ts';
import { daysAgo, dispatch, instant, line, now, parcel, usd } from '#tests/support/order-facts.ts';
import { addRow, bankBy, legalBy, type OverviewRow } from '#tests/support/overview-rows.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';

let server: EmbeddedPostgres;
let db: Database;
let database: OwnDatabase;
let shops = 0;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('overview'));
  await migrate(database.url, 'prisma/migrations');
  db = await openDatabase(database.url, () => undefined);
});
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

const newYork = 'America/New_York';

function day(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed) throw new Error(`no day: ${text}`);
  return parsed;
}

/** A shop of its own with these rows, beside another one that has the same. */
async function shopWith(rows: readonly Omit<OverviewRow, 'shop'>[]): Promise<ShopDomain> {
  shops += 1;
  const [shop, other] = [`mine-${shops}`, `other-${shops}`].map((name) =>
    parseShopDomain(`${name}.myshopify.com`),
  );
  if (!shop || !other) throw new Error('no shop');
  for (const row of rows) {
    await addRow(db.prisma, { ...row, shop });
    await addRow(db.prisma, { ...row, shop: other });
  }
  return shop;
}

/** The thirty days that end on the day of `now`. */
function overviewOf(
  shop: ShopDomain,
  days = { from: day('2026-10-27'), to: day('2026-11-25') },
): Promise<Overview> {
  return readOverview(db, shop, { days, timezone: newYork, now });
}

const usual = { openedAt: daysAgo(5), amount: usd('10.00') };
const paid = { suggestion: { state: 'refunded' }, refund: {} } as const;

test('a shop without anything has no figures', async () => {
  const overview = await overviewOf(await shopWith([]));
  expect(overview).toMatchObject({
    due: Object.fromEntries(dueWindows.map((window) => [window, 0])),
    ...{ troubledRefunds: 0, atStake: [], paid: [], grounds: [] },
    outcomes: { refunded: 0, medianSeconds: null, ninetiethSeconds: null, disputed: 0 },
    sources: { scenarios: [], countries: [], looked: 0, lanes: [], carriers: [], skus: [] },
  });
  expect(overview.course.opened).toEqual(Array.from({ length: 30 }, () => 0));
});

describe('what waits', () => {
  const open = (deadlines: NonNullable<OverviewRow['claim']>['deadlines']) => ({
    ...usual,
    claim: { deadlines: deadlines ?? [] },
  });

  test('is counted by its earlier clock, and the queue finds the same', async () => {
    const shop = await shopWith([
      open([legalBy(daysAgo(1))]),
      open([legalBy(now), bankBy(addDays(now, 2))]),
      open([bankBy(addSeconds(now, 60)), legalBy(addDays(now, 20))]),
      open([legalBy(addDays(now, 2))]),
      open([legalBy(addDays(now, 7))]),
      open([legalBy(addDays(now, 8))]),
      open([]),
      { ...open([]), suggestion: { state: 'snoozed' } },
      { ...open([legalBy(daysAgo(1))]), ...paid },
      { ...open([legalBy(daysAgo(1))]), suggestion: { state: 'dismissed' } },
    ]);
    const { due } = await overviewOf(shop);
    expect(due).toEqual({
      ...{ overdue: 2, 'within-day': 1, 'within-3-days': 1, 'within-7-days': 1 },
      ...{ later: 1, 'no-deadline': 1 },
    });
    for (const window of dueWindows) {
      const query = queueQueryOf(new URLSearchParams({ due: window }));
      const { rows } = await readQueue(db, shop, query, now);
      expect([window, rows.length]).toEqual([window, due[window]]);
    }
  });

  test('is summed up in each currency, exactly', async () => {
    const shop = await shopWith([
      { ...usual, amount: usd('0.10') },
      { ...usual, amount: usd('0.20') },
      { ...usual, amount: usd('90071992547409.27') },
      { ...usual, amount: parseMoney('1.234', 'KWD') },
      { ...usual, amount: parseMoney('1200', 'JPY') },
      { ...usual, ...paid, amount: usd('500.00') },
    ]);
    const { atStake } = await overviewOf(shop);
    expect(atStake).toEqual([
      { count: 3, amount: usd('90071992547409.57') },
      { count: 1, amount: parseMoney('1200', 'JPY') },
      { count: 1, amount: parseMoney('1.234', 'KWD') },
    ]);
  });

  test('are refunds, too, that somebody has to look at', async () => {
    const shop = await shopWith([
      { ...usual, ...paid },
      { ...usual, ...paid, refund: { moneyStatus: 'failure' } },
      { ...usual, ...paid, refund: { problem: 'missing-at-shopify' } },
      { ...usual, suggestion: { state: 'unknown' }, refund: { state: 'unknown' } },
      { ...usual, refund: { state: 'rejected', problem: 'no' } },
    ]);
    expect((await overviewOf(shop)).troubledRefunds).toBe(3);
  });
});

describe('what was paid back', () => {
  test('is what went out in the time, with what is not confirmed, without what failed or was nothing', async () => {
    const shop = await shopWith([
      { ...usual, ...paid },
      { ...usual, ...paid, amount: usd('2.50'), refund: { moneyStatus: 'pending' } },
      { ...usual, ...paid, refund: { moneyStatus: 'failure' } },
      { ...usual, ...paid, amount: usd('0') },
      { ...usual, ...paid, amount: parseMoney('7.00', 'EUR') },
      { ...usual, ...paid, decidedAt: daysAgo(40), openedAt: daysAgo(41) },
      { ...usual, refund: { state: 'stopped' } },
    ]);
    const { paid: sums, outcomes } = await overviewOf(shop);
    expect(sums).toEqual([
      { count: 2, amount: usd('12.50'), pending: usd('2.50') },
      { count: 1, amount: parseMoney('7.00', 'EUR'), pending: parseMoney('0', 'EUR') },
    ]);
    expect(outcomes.refunded).toBe(3);
  });

  test('was so quick, before such clocks, and regretted so often', async () => {
    const after = (days: number, more: Partial<OverviewRow> = {}) => ({
      ...usual,
      ...paid,
      openedAt: daysAgo(20),
      decidedAt: addDays(daysAgo(20), days),
      ...more,
    });
    const shop = await shopWith([
      after(1, { claim: { deadlines: [legalBy(daysAgo(19)), bankBy(daysAgo(18))] } }),
      after(2, { claim: { deadlines: [legalBy(daysAgo(19))] } }),
      after(3, { claim: { deadlines: [bankBy(daysAgo(18))] } }),
      after(4, { claim: { deadlines: [] } }),
      after(9, {
        claim: { deadlines: [] },
        suggestion: { state: 'refunded', regrettedAt: daysAgo(2) },
      }),
      // Two disputes came before a decision, one of them long ago.
      { ...usual, suggestion: { state: 'withdrawn', withdrawnBecause: 'disputed' } },
      {
        ...usual,
        openedAt: daysAgo(60),
        suggestion: { state: 'withdrawn', withdrawnBecause: 'disputed' },
      },
      { ...usual, suggestion: { state: 'withdrawn', withdrawnBecause: 'delivered' } },
    ]);
    const dayLong = 86_400;
    expect((await overviewOf(shop)).outcomes).toEqual({
      refunded: 5,
      medianSeconds: 3 * dayLong,
      // Between the fourth, 4 days, and the fifth, 9 days, at six tenths of the way.
      ninetiethSeconds: 7 * dayLong,
      ...{ legalClocks: 2, beforeLegal: 1, bankClocks: 2, beforeBank: 1 },
      ...{ regretted: 1, disputed: 1 },
    });
  });
});

describe('what automation did', () => {
  const machine = { suggestion: { state: 'refunded', decidedBy: 'system' } } as const;
  const staff = 'staff:1';

  test('is what was paid without a click in the time, and what came between', async () => {
    const shop = await shopWith([
      { ...usual, ...machine, refund: { automatic: true }, verdict: usd('10.00') },
      { ...usual, ...machine, amount: usd('2.50'), refund: { automatic: true } },
      { ...usual, ...machine, amount: parseMoney('7.00', 'EUR'), refund: { automatic: true } },
      { ...usual, ...machine, refund: { automatic: true, moneyStatus: 'failure' } },
      { ...usual, ...machine, openedAt: daysAgo(40), refund: { automatic: true } },
      { ...usual, ...paid },
      { ...usual, refund: { automatic: true, state: 'undone' } },
      { ...usual, amount: parseMoney('1', 'JPY'), refund: { automatic: true, state: 'undone' } },
      { ...usual, refund: { automatic: true, state: 'stopped' } },
      { ...usual, refund: { state: 'stopped' } },
    ]);
    const limit = (suggestionId: string, at = daysAgo(3)) => ({
      ...{ shop, suggestionId, at, actor: 'system', kind: 'automation-capped', params: {} },
    });
    const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()];
    await db.prisma.auditEvent.createMany({
      data: [limit(first), limit(first, daysAgo(2)), limit(second), limit(third, daysAgo(40))],
    });
    const { automation } = await overviewOf(shop);
    expect(automation).toMatchObject({
      paid: [
        { count: 2, amount: usd('12.50') },
        { count: 1, amount: parseMoney('7.00', 'EUR') },
      ],
      ...{ undone: 2, stopped: 1, capped: 2, watched: [] },
    });
  });

  test('is compared with what people did where it only watched', async () => {
    const watched = (suggestion: OverviewRow['suggestion'], verdict = usd('10.00')) => ({
      ...{ ...usual, verdict, ...(suggestion ? { suggestion } : {}) },
    });
    const shop = await shopWith([
      watched({ state: 'refunded', decidedBy: staff }),
      watched({ state: 'unknown', decidedBy: staff }),
      watched({ state: 'refunded', decidedBy: staff }, usd('9.99')),
      watched({ state: 'dismissed', decidedBy: staff, dismissReason: 'not-owed' }),
      watched({ state: 'withdrawn', withdrawnBecause: 'delivered' }),
      // These say nothing of it.
      watched({ state: 'dismissed', decidedBy: staff, dismissReason: 'already-handled' }),
      watched({ state: 'open', decidedBy: null }),
      {
        ...watched({ state: 'refunded', decidedBy: staff }),
        claim: { ground: 'lost' },
      },
      { ...watched({ state: 'refunded', decidedBy: staff }), openedAt: daysAgo(40) },
      // The machine acted on it, whatever became of that.
      {
        ...watched({ state: 'dismissed', decidedBy: staff, dismissReason: 'not-owed' }),
        refund: { automatic: true, state: 'undone' },
      },
    ]);
    expect((await overviewOf(shop)).automation.watched).toEqual([
      { ground: 'late-dispatch', count: 7, agreed: 2, otherwise: 1, disagreed: 2 },
      { ground: 'lost', count: 1, agreed: 1, otherwise: 0, disagreed: 0 },
    ]);
  });

  test('goes with how the grounds are set', async () => {
    const shop = await shopWith([]);
    expect((await overviewOf(shop)).automation.modes).toEqual({ on: 0, watching: 0 });
    await db.prisma.shop.create({
      data: { domain: shop, policy: { automatic: { lost: 'on', damaged: 'off' } } },
    });
    expect((await overviewOf(shop)).automation.modes).toEqual({
      on: 1,
      watching: automaticGrounds.length - 2,
    });
  });
});

test('each ground has its decisions of the time', async () => {
  const decided = (state: 'refunded' | 'dismissed' | 'rejected' | 'approved' | 'open') => ({
    ...usual,
    suggestion: { state },
  });
  const because = (dismissReason: 'not-owed' | 'wrong-reason' | 'already-handled') => ({
    ...usual,
    suggestion: { state: 'dismissed' as const, dismissReason },
  });
  const shop = await shopWith([
    ...[decided('refunded'), decided('rejected'), decided('approved'), decided('open')],
    ...[because('not-owed'), because('wrong-reason'), because('already-handled')],
    { ...decided('refunded'), claim: { ground: 'lost' } },
    { ...decided('refunded'), openedAt: daysAgo(50) },
    // What the machine decided says nothing of how often it is right.
    { ...usual, suggestion: { state: 'refunded', decidedBy: 'system' } },
  ]);
  expect((await overviewOf(shop)).grounds).toEqual([
    { ground: 'late-dispatch', decided: 6, approved: 3, wrong: 2 },
    { ground: 'lost', decided: 1, approved: 1, wrong: 0 },
  ]);
});

describe('a day is the shop’s', () => {
  test('from midnight to midnight there', async () => {
    const at = (text: string) => ({ ...usual, ...paid, openedAt: instant(text) });
    const shop = await shopWith([
      // 23:59:59 on the 24th, and 00:00 on the 25th.
      at('2026-11-25T04:59:59.999Z'),
      at('2026-11-25T05:00:00Z'),
      // Before the first of the days and in its first second: clocks went back since.
      at('2026-10-27T03:59:59.999Z'),
      at('2026-10-27T04:00:00Z'),
      // The day after the last.
      at('2026-11-26T05:00:00Z'),
    ]);
    const { course, sources, paid: sums } = await overviewOf(shop);
    expect(course.opened.slice(-2)).toEqual([1, 1]);
    expect(course.opened[0]).toBe(1);
    expect(course.opened.reduce((sum, count) => sum + count)).toBe(3);
    expect(course.refunded).toEqual(course.opened);
    expect(sources.scenarios[0]?.count).toBe(3);
    expect(sums[0]?.count).toBe(3);
  });

  test('also where a day has 25 hours', async () => {
    const at = (text: string) => ({ ...usual, openedAt: instant(text) });
    const shop = await shopWith([at('2026-11-01T04:00:00Z'), at('2026-11-02T04:59:59Z')]);
    const sunday = { from: day('2026-11-01'), to: day('2026-11-01') };
    expect((await overviewOf(shop, sunday)).course.opened).toEqual([2]);
  });
});

describe('where suggestions come from', () => {
  test('is told by scenario, country, route, carrier and product', async () => {
    const two = [
      line({ lineItemId: 'gid://shopify/LineItem/1', sku: 'MUG-1' }),
      line({ lineItemId: 'gid://shopify/LineItem/2', sku: 'MUG-2' }),
    ];
    const stakeOf = (...ids: readonly string[]) => ({
      lines: ids.map((id) => ({
        lineItemId: `gid://shopify/LineItem/${id}` as const,
        quantity: 1,
        ...{ restock: 'NO_RESTOCK' as const, locationId: null },
      })),
      ...{ shipping: null, duties: null, fee: null, everything: false, estimate: usd('10.00') },
    });
    const second = 'gid://shopify/Fulfillment/2';
    const parcels = [
      parcel({ status: 'CANCELLED', carrier: 'Nobody' }),
      parcel({
        fulfillmentId: 'gid://shopify/Fulfillment/3',
        carrier: 'USPS',
        originCountry: 'US',
      }),
      parcel({ fulfillmentId: second, carrier: '4PX', originCountry: 'CN' }),
    ];
    const lost = { scenario: 'logistics', ground: 'lost' } as const;
    const shop = await shopWith([
      // About one parcel of several, and one product of two.
      {
        ...usual,
        claim: { ...lost, fulfillmentId: second, stake: stakeOf('2') },
        facts: { lines: two, parcels },
      },
      // About the order: its first parcel, both products.
      {
        ...usual,
        claim: { ...lost, fulfillmentId: null, stake: stakeOf('1', '2') },
        facts: { lines: two, parcels },
      },
      // Nothing was sent; everything is at stake.
      {
        ...usual,
        amount: parseMoney('3.00', 'EUR'),
        suggestion: { destinationCountry: 'DE' },
        claim: { stake: { ...stakeOf(), everything: true } },
        facts: { lines: two, dispatches: [dispatch({ originCountry: 'CN' })] },
      },
      // Only shipping is at stake, and the product has no number.
      { ...usual, claim: { stake: stakeOf() }, facts: { lines: [line({ sku: null })] } },
      // The order was erased.
      { ...usual, suggestion: { destinationCountry: null }, facts: null },
    ]);
    const { sources } = await overviewOf(shop);
    expect(sources.scenarios).toEqual([
      { scenario: 'logistics', count: 4, amount: usd('40.00') },
      { scenario: 'logistics', count: 1, amount: parseMoney('3.00', 'EUR') },
    ]);
    expect(sources.countries).toEqual([
      { key: 'US', count: 3 },
      { key: 'DE', count: 1 },
      { key: null, count: 1 },
    ]);
    expect(sources.looked).toBe(5);
    expect(sources.lanes).toEqual([
      { origin: 'CN', destination: 'US', count: 2 },
      { origin: 'CN', destination: 'DE', count: 1 },
      { origin: 'US', destination: 'US', count: 1 },
      { origin: null, destination: null, count: 1 },
    ]);
    expect(sources.carriers).toEqual([
      { key: null, count: 3 },
      { key: '4PX', count: 1 },
      { key: 'USPS', count: 1 },
    ]);
    expect(sources.skus).toEqual([
      { key: 'MUG-2', count: 3 },
      { key: 'MUG-1', count: 2 },
    ]);
  });

  test('is the ten with most', async () => {
    const countries = 'ABCDEFGHIJKL'.split('').map((letter) => `${letter}${letter}`);
    const shop = await shopWith(
      countries.map((destinationCountry) => ({ ...usual, suggestion: { destinationCountry } })),
    );
    const { sources } = await overviewOf(shop);
    expect(sources.countries.map(({ key }) => key)).toEqual(countries.slice(0, 10));
  });
});

test('a file has each suggestion of the time once, in batches, oldest first', async () => {
  const shop = await shopWith([
    { ...usual, ...paid, openedAt: daysAgo(1), decidedAt: now },
    { ...usual, openedAt: daysAgo(31) },
  ]);
  // As many at the same moment as three batches hold.
  await db.prisma.$executeRaw`
    insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency, probability,
      responsible, claim, recommendation, opened_at, updated_at)
    select gen_random_uuid(), ${shop}, 'gid://shopify/Order/' || n, '#' || n, 'open', 'logistics', 'lost', 1, 'USD', 0.5,
      'carrier', '{}', '{}', ${daysAgo(2)}::timestamptz, ${daysAgo(2)}::timestamptz
    from generate_series(1, 1200) as n`;
  const span = spanOf({ from: day('2026-10-27'), to: day('2026-11-25') }, newYork);
  const batches: number[] = [];
  const names = new Set<string>();
  let last;
  for await (const batch of exportSuggestions(db, shop, span)) {
    batches.push(batch.length);
    for (const { orderName } of batch) names.add(orderName);
    last = batch.at(-1);
  }
  expect(batches).toEqual([500, 500, 201]);
  expect(names.size).toBe(1201);
  expect(last).toMatchObject({ state: 'refunded', amount: usd('10.00'), refundedAt: now });
});
