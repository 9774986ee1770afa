import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { QueuePage, QueueQuery, QueueSort } from '../domain/queue.ts';
import type { Instant } from '../domain/time.ts';
import type { Database } from './database.server.ts';
import { actByKey } from './due.server.ts';
import { queueConditions } from './queue-conditions.server.ts';
import { countTabs, readOffers } from './queue-surroundings.server.ts';
import { suggestionFields, suggestionFrom, type SuggestionRow } from './suggestion-row.ts';

/** What each order sorts by, as text that a cursor can carry; `suggestion_queue` and its like serve them. */
const sortKeys: Readonly<
  Record<QueueSort, { readonly sql: Prisma.Sql; readonly cast: Prisma.Sql; readonly down: boolean }>
> = {
  'act-by': {
    sql: actByKey,
    cast: Prisma.sql`::timestamptz`,
    down: false,
  },
  amount: { sql: Prisma.sql`amount`, cast: Prisma.sql`::numeric`, down: true },
  newest: { sql: Prisma.sql`opened_at`, cast: Prisma.sql`::timestamptz`, down: true },
  confidence: { sql: Prisma.sql`probability`, cast: Prisma.sql`::double precision`, down: true },
};

/** One page of the queue, with what stands around its rows. */
export async function readQueue(
  db: Database,
  shop: ShopDomain,
  query: QueueQuery,
  now: Instant,
): Promise<QueuePage> {
  const [rows, counts, offers] = await Promise.all([
    readQueueRows(db, shop, query, now),
    countTabs(db, shop),
    readOffers(db, shop, query.tab),
  ]);
  return { ...rows, counts, ...offers };
}

/** The rows of one page, by keyset. A cursor that is none reads as the first page. */
export async function readQueueRows(
  { prisma }: Database,
  shop: ShopDomain,
  query: QueueQuery,
  now: Instant,
): Promise<Pick<QueuePage, 'rows' | 'next'>> {
  const found = await prisma.$queryRaw<(SuggestionRow & { readonly key: string })[]>(
    pageSql(shop, query, now),
  );
  const rows = found.slice(0, query.limit);
  const last = found.length > query.limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(suggestionFrom),
    next: last ? encodeCursor(query.sort, last) : null,
  };
}

const columns = Prisma.raw(
  Object.entries(suggestionFields)
    .map(([field, column]) => `suggestion.${column} as "${field}"`)
    .join(', '),
);

/** The rows of a page and what they sort by, one more than are shown. */
export function pageSql(shop: ShopDomain, query: QueueQuery, now: Instant): Prisma.Sql {
  const key = sortKeys[query.sort];
  const direction = key.down ? Prisma.sql`desc` : Prisma.sql`asc`;
  return Prisma.sql`
    select ${columns}, (${key.sql})::text as key from suggestion
    where ${queueConditions(shop, query, now)} ${beyond(query)}
    order by ${key.sql} ${direction}, suggestion.id ${direction}
    limit ${query.limit + 1}`;
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
  // As PostgreSQL writes it: read back, it is the same number.
  confidence: /^\d(\.\d{1,20})?(e-\d{1,3})?$/,
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
