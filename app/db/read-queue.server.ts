import { Prisma } from '#generated/prisma/client.ts';
import {
  queueTabs,
  statesOfTab,
  type QueuePage,
  type QueueQuery,
  type QueueSort,
  type QueueTab,
} from '../domain/queue.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Database } from './database.server.ts';
import { isDueIn } from './overview/due.server.ts';
import { suggestionFrom } from './suggestion-row.ts';

/** What each order sorts by, as text that a cursor can carry; `suggestion_queue` and its like serve them. */
const sortKeys: Readonly<
  Record<QueueSort, { readonly sql: Prisma.Sql; readonly cast: Prisma.Sql; readonly down: boolean }>
> = {
  'act-by': {
    sql: Prisma.sql`coalesce(act_by, 'infinity'::timestamptz)`,
    cast: Prisma.sql`::timestamptz`,
    down: false,
  },
  amount: { sql: Prisma.sql`amount`, cast: Prisma.sql`::numeric`, down: true },
  newest: { sql: Prisma.sql`opened_at`, cast: Prisma.sql`::timestamptz`, down: true },
};

/** What is asked for, and when: what is due is due by then. */
export interface QueueReading extends QueueQuery {
  readonly now: Instant;
}

/** One page of the queue, by keyset. A cursor that is none reads as the first page. */
export async function readQueue(
  { prisma }: Database,
  shop: ShopDomain,
  query: QueueReading,
): Promise<QueuePage> {
  const key = sortKeys[query.sort];
  const direction = key.down ? Prisma.sql`desc` : Prisma.sql`asc`;
  const found = await prisma.$queryRaw<{ id: string; key: string }[]>`
    select id::text as id, (${key.sql})::text as key from suggestion
    where ${whereOf(shop, query)} ${beyond(query)}
    order by ${key.sql} ${direction}, id ${direction}
    limit ${query.limit + 1}`;
  const ids = found.slice(0, query.limit);
  const last = found.length > query.limit ? ids.at(-1) : undefined;
  const [rows, counts, offers] = await Promise.all([
    prisma.suggestion.findMany({ where: { shop, id: { in: ids.map(({ id }) => id) } } }),
    countTabs(prisma, shop),
    readOffers(prisma, shop, query.tab),
  ]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return {
    rows: ids.flatMap(({ id }) => {
      const row = byId.get(id);
      return row ? [suggestionFrom(row)] : [];
    }),
    next: last ? encodeCursor(query.sort, last) : null,
    counts,
    ...offers,
  };
}

function whereOf(shop: ShopDomain, query: QueueReading): Prisma.Sql {
  const states = Prisma.join([...statesOfTab[query.tab]]);
  const conditions = [Prisma.sql`shop = ${shop}`, Prisma.sql`state in (${states})`];
  if (query.scenario) conditions.push(Prisma.sql`scenario = ${query.scenario}`);
  if (query.ground) conditions.push(Prisma.sql`ground = ${query.ground}`);
  if (query.responsible) conditions.push(Prisma.sql`responsible = ${query.responsible}`);
  if (query.country) conditions.push(Prisma.sql`destination_country = ${query.country}`);
  if (query.currency) conditions.push(Prisma.sql`currency = ${query.currency}`);
  if (query.due) conditions.push(isDueIn(query.due, query.now));
  if (query.search) {
    conditions.push(Prisma.sql`strpos(lower(order_name), lower(${query.search})) > 0`);
  }
  return Prisma.join(conditions, ' and ');
}

function beyond({ after, sort }: QueueQuery): Prisma.Sql {
  const cursor = after === null ? null : decodeCursor(sort, after);
  if (!cursor) return Prisma.empty;
  const { sql, cast, down } = sortKeys[sort];
  const comparison = down ? Prisma.sql`<` : Prisma.sql`>`;
  return Prisma.sql`and (${sql}, id) ${comparison} (${cursor.key}${cast}, ${cursor.id}::uuid)`;
}

interface Cursor {
  readonly key: string;
  readonly id: string;
}

function encodeCursor(sort: QueueSort, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([sort, key, id])).toString('base64url');
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const keyOfSort: Readonly<Record<QueueSort, RegExp>> = {
  'act-by': /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?)$/,
  amount: /^\d{1,20}(\.\d{1,6})?$/,
  newest: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/,
};

/** Cursors come back through a URL: what is not exactly one of ours is no cursor. */
function decodeCursor(sort: QueueSort, text: string): Cursor | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    // Not JSON, so not a cursor of ours.
    return null;
  }
  if (!Array.isArray(parts)) return null;
  const [ofSort, key, id] = parts as unknown[];
  if (ofSort !== sort || typeof key !== 'string' || typeof id !== 'string') return null;
  return keyOfSort[sort].test(key) && uuid.test(id) ? { key, id } : null;
}

async function countTabs(
  prisma: Database['prisma'],
  shop: ShopDomain,
): Promise<Record<QueueTab, number>> {
  const groups = await prisma.suggestion.groupBy({ by: ['state'], where: { shop }, _count: true });
  const countOf = (tab: QueueTab) =>
    groups
      .filter(({ state }) => (statesOfTab[tab] as readonly string[]).includes(state))
      .reduce((count, group) => count + group._count, 0);
  return Object.fromEntries(queueTabs.map((tab) => [tab, countOf(tab)])) as Record<
    QueueTab,
    number
  >;
}

async function readOffers(prisma: Database['prisma'], shop: ShopDomain, tab: QueueTab) {
  const groups = await prisma.suggestion.groupBy({
    by: ['destinationCountry', 'currency'],
    where: { shop, state: { in: [...statesOfTab[tab]] } },
  });
  const countries = new Set(groups.flatMap((group) => group.destinationCountry ?? []));
  const currencies = new Set(groups.map((group) => group.currency));
  return { countries: [...countries].sort(), currencies: [...currencies].sort() };
}
