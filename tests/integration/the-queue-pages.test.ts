import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/db/database.server.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { migrate } from '#app/db/migrate.server.ts';
import { readQueue } from '#app/db/read-queue.server.ts';
import { openSuggestion } from '#app/db/suggestions.server.ts';
import { assess } from '#app/domain/assess.ts';
import { optionKinds } from '#app/domain/claim.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { carriersOf } from '#app/domain/parcels/carriers-of.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { queueSorts, type QueueQuery } from '#app/domain/queue.ts';
import { suggestionStates, type Suggestion } from '#app/domain/suggestion.ts';
import { addDays } from '#app/domain/time.ts';
import { amountOf } from '#app/ui/queue-url.ts';
import { caseOf } from '#tests/support/case-facts.ts';
import { insertSuggestions, type Turn } from '#tests/support/many-suggestions.ts';
import { daysAgo, instant, now, order } from '#tests/support/order-facts.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';

let server: EmbeddedPostgres;
let db: Database;
let database: OwnDatabase;
const shop = parseShopDomain('mine.myshopify.com') as ShopDomain;
const other = parseShopDomain('other.myshopify.com') as ShopDomain;

beforeAll(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('queue'));
  await migrate(database.url, 'prisma/migrations');
  db = await openDatabase(database.url, () => undefined);
  for (let index = 0; index < 60; index += 1) await open(shop, index);
  await open(other, 999);
});
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

async function open(at: ShopDomain, index: number): Promise<void> {
  const facts = order({
    createdAt: daysAgo(20 + (index % 7)),
    payment: { ...order().payment, paidAt: daysAgo(20 + (index % 7)) },
    destinationCountry: index % 3 === 0 ? 'DE' : 'US',
  });
  const { claims, recommendation, care } = assess(caseOf({ order: facts }), defaultPolicy, now);
  const [claim] = claims;
  if (!claim || !recommendation) throw new Error('no claim');
  await openSuggestion(db.prisma, {
    shop: at,
    orderId: `gid://shopify/Order/${index}`,
    orderName: `#${1000 + index}`,
    destinationCountry: facts.destinationCountry,
    judged: { claim, recommendation, care, carriers: carriersOf(facts), policyVersion: 0 },
    now,
  });
}

/** Late parcels that are still moving: to wait is cheaper. */
const everything: QueueQuery = {
  tab: 'waiting',
  scenario: null,
  ground: null,
  responsible: null,
  country: null,
  carrier: null,
  due: null,
  confidence: null,
  currency: null,
  from: null,
  to: null,
  search: null,
  sort: 'act-by',
  after: null,
  limit: 25,
};

function read(at: ShopDomain, query: QueueQuery) {
  return readQueue(db, at, query, now);
}

async function allPages(query: QueueQuery): Promise<readonly string[]> {
  const names: string[] = [];
  for (let after: string | null = null; ;) {
    const page = await read(shop, { ...query, after });
    names.push(...page.rows.map(({ orderName }) => orderName));
    after = page.next;
    if (after === null) return names;
  }
}

describe('the queue', () => {
  test.each(queueSorts)('by %s shows each row once', async (sort) => {
    const names = await allPages({ ...everything, sort, limit: 7 });
    expect(names.length).toBe(60);
    expect(new Set(names).size).toBe(60);
  });

  test('by act-by is in the order of the earlier clock', async () => {
    const { rows } = await read(shop, { ...everything, limit: 60 });
    const clocks = rows.map(({ actBy }) => actBy?.at ?? '9999');
    expect(clocks).toEqual([...clocks].sort());
  });

  test('shows a shop its own rows only', async () => {
    const { rows, counts } = await read(other, everything);
    expect(rows.map(({ orderName }) => orderName)).toEqual(['#1999']);
    expect(counts).toEqual({ 'to-decide': 0, snoozed: 0, waiting: 1, refunding: 0, done: 0 });
  });

  test('has each suggestion in the one tab that its state and recommendation ask for', async () => {
    const tabbed = parseShopDomain('tabbed.myshopify.com') as ShopDomain;
    const all = suggestionStates.flatMap((state) =>
      optionKinds.map((option): Turn => [state, option]),
    );
    await insertSuggestions(db, tabbed, { count: all.length, turns: all });
    const waits = ['wait', 'ask-buyer', 'contact-carrier'].length;
    const { counts, rows } = await read(tabbed, { ...everything, tab: 'waiting' });
    expect(
      rows.map(({ state, recommendation }) => [state, recommendation.options[0].kind]),
    ).toEqual(
      expect.arrayContaining([
        ['open', 'wait'],
        ['open', 'ask-buyer'],
        ['open', 'contact-carrier'],
      ]),
    );
    const kinds = optionKinds.length;
    expect(counts).toEqual({
      'to-decide': 2 * kinds - waits,
      snoozed: kinds,
      waiting: waits,
      refunding: 3 * kinds,
      done: 3 * kinds,
    });
  });

  test('filters, and offers what there is to filter by', async () => {
    const german = await read(shop, { ...everything, country: 'DE', limit: 60 });
    expect(german.rows.length).toBe(20);
    expect(german.countries).toEqual(['DE', 'US']);
    expect(german.currencies).toEqual(['USD']);
    const searched = await read(shop, { ...everything, search: '#1007' });
    expect(searched.rows.map(({ orderName }) => orderName)).toEqual(['#1007']);
    expect((await read(shop, { ...everything, ground: 'silent-parcel' })).rows).toEqual([]);
  });

  describe('filters by what is on the row', () => {
    const filtered = parseShopDomain('filtered.myshopify.com') as ShopDomain;
    const all = { ...everything, tab: 'to-decide', limit: 1000 } as const;
    const at = instant(new Date().toISOString());
    let rows: readonly Suggestion[];

    beforeAll(async () => {
      const turns = [
        ['open', 'refund'],
        ['open', 'reship'],
      ] as const;
      await insertSuggestions(db, filtered, { count: 400, turns });
      ({ rows } = await readQueue(db, filtered, all, at));
      expect(rows.length).toBe(400);
    });

    const between = (from: number, to: number) => (row: Suggestion) =>
      row.actBy !== null && row.actBy.at > addDays(at, from) && row.actBy.at <= addDays(at, to);
    const sure =
      (from: number, below: number) =>
      ({ claim }: Suggestion) =>
        claim.probability.value >= from && claim.probability.value < below;
    const best = ({ recommendation }: Suggestion) => recommendation.options[0].kind;

    test.each<[string, Partial<QueueQuery>, (row: Suggestion) => boolean]>([
      ['overdue', { due: 'overdue' }, between(-1000, 0)],
      ['due within a day', { due: 'within-day' }, between(0, 1)],
      ['due in one to three days', { due: 'within-3-days' }, between(1, 3)],
      ['due in three to seven days', { due: 'within-7-days' }, between(3, 7)],
      ['due later', { due: 'later' }, between(7, 1000)],
      ['sure enough', { confidence: 'pay-now' }, (row) => best(row) === 'refund'],
      ['not sure enough', { confidence: 'not-yet' }, (row) => best(row) === 'reship'],
      ['from 90 %', { confidence: 'from-90' }, sure(0.9, 2)],
      ['from 70 %', { confidence: 'from-70' }, sure(0.7, 0.9)],
      ['from 50 %', { confidence: 'from-50' }, sure(0.5, 0.7)],
      ['below 50 %', { confidence: 'below-50' }, sure(0, 0.5)],
      [
        'of an amount',
        { currency: 'EUR', from: amountOf('100', 'EUR'), to: amountOf('499.99', 'EUR') },
        ({ amount }) =>
          amount.currencyCode === 'EUR' &&
          Number(amount.amount) >= 100 &&
          Number(amount.amount) <= 499.99,
      ],
    ])('%s', async (_what, filter, holds) => {
      const found = await readQueue(db, filtered, { ...all, ...filter }, at);
      const expected = rows.filter(holds);
      expect(expected.length).toBeGreaterThan(5);
      expect(found.rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
    });

    test('by any of the order’s carriers, which are offered', async () => {
      const found = await readQueue(db, filtered, { ...all, carrier: 'UPS' }, at);
      expect(found.rows.length).toBe(100);
      expect(found.carriers).toEqual(['DHL', 'UPS', 'USPS']);
      expect((await readQueue(db, filtered, { ...all, carrier: "U'PS" }, at)).rows).toEqual([]);
    });

    test('the surest first', async () => {
      const sorted = await readQueue(db, filtered, { ...all, sort: 'confidence' }, at);
      const odds = sorted.rows.map(({ claim }) => claim.probability.value);
      expect(odds).toEqual([...odds].sort((a, b) => b - a));
    });
  });

  test.each([
    'x',
    '{}',
    'W10',
    Buffer.from(`["act-by","'; drop table suggestion; --","x"]`).toString('base64url'),
  ])('reads the cursor %s as the first page', async (after) => {
    const [first, given] = await Promise.all([
      read(shop, everything),
      read(shop, { ...everything, after }),
    ]);
    expect(given.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
  });

  test('treats a search as text and not as a pattern', async () => {
    expect((await read(shop, { ...everything, search: '%' })).rows).toEqual([]);
    expect((await read(shop, { ...everything, search: `'` })).rows).toEqual([]);
  });
});
