import type { Prisma } from '#generated/prisma/client.ts';
import type { ActivityFilter, ActivityPage, TrailEvent } from '../domain/activity.ts';
import type { Gid, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { doingsSql, namedOrdersSql, trailSql, type Doing } from './activity-sql.server.ts';
import type { Database } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { decodeTrailCursor, encodeTrailCursor } from './trail-cursor.ts';

export interface TrailSpan {
  /** The `next` of the page before; what is none reads as the first page. */
  readonly after: string | null;
  readonly limit: number;
}

/** One page of the audit trail with what the page shows beside it. */
export async function readActivity(
  { prisma }: Database,
  shop: ShopDomain,
  filter: ActivityFilter,
  span: TrailSpan,
): Promise<ActivityPage> {
  const doings = await prisma.$queryRaw<Doing[]>(doingsSql(shop));
  const { events, next } = await readTrail(prisma, { shop, filter, doings, span });
  const ids = events.flatMap(({ suggestionId }) => suggestionId ?? []);
  const named = await prisma.suggestion.findMany({
    where: { shop, id: { in: [...new Set(ids)] } },
    select: { id: true, orderName: true },
  });
  const nameOf = new Map(named.map(({ id, orderName }) => [id, orderName]));
  return {
    rows: events.map((event) => ({
      ...event,
      orderName: nameOf.get(event.suggestionId ?? '') ?? null,
    })),
    next,
    staff: [...new Set(doings.map(({ actor }) => actor))].filter((actor) => actor !== 'system'),
  };
}

const batchSize = 1000;

/** The whole trail of a filter, newest first, in batches: no more than one of them is ever in memory. */
export async function* streamTrail(
  { prisma }: Database,
  shop: ShopDomain,
  filter: ActivityFilter,
): AsyncGenerator<readonly TrailEvent[], void, undefined> {
  const doings = await prisma.$queryRaw<Doing[]>(doingsSql(shop));
  for (let after: string | null = null; ;) {
    const span: TrailSpan = { after, limit: batchSize };
    const { events, next } = await readTrail(prisma, { shop, filter, doings, span });
    yield events;
    if (next === null) return;
    after = next;
  }
}

interface Asked {
  readonly shop: ShopDomain;
  readonly filter: ActivityFilter;
  readonly doings: readonly Doing[];
  readonly span: TrailSpan;
}

interface TrailRow {
  readonly id: bigint;
  readonly order_id: Gid<'Order'> | null;
  readonly suggestion_id: SuggestionId | null;
  readonly at: Date;
  readonly actor: TrailEvent['actor'];
  readonly kind: TrailEvent['kind'];
  readonly params: TrailEvent['params'];
}

async function readTrail(
  prisma: Database['prisma'],
  { shop, filter, doings, span }: Asked,
): Promise<{ readonly events: readonly TrailEvent[]; readonly next: string | null }> {
  const sql: Prisma.Sql = trailSql(shop, filter, {
    doings: wantedOf(doings, filter),
    orderIds: await findNamedOrders(prisma, shop, filter.search),
    cursor: span.after === null ? null : decodeTrailCursor(span.after),
    limit: span.limit + 1,
  });
  const found = await prisma.$queryRaw<TrailRow[]>(sql);
  const events = found.slice(0, span.limit).map((row): TrailEvent => ({
    id: row.id.toString(),
    shop,
    orderId: row.order_id,
    suggestionId: row.suggestion_id,
    at: instantOf(row.at),
    actor: row.actor,
    kind: row.kind,
    params: row.params,
  }));
  const last = found.length > span.limit ? events.at(-1) : undefined;
  return { events, next: last ? encodeTrailCursor(last) : null };
}

/** Above this, it is sooner to look at the events one by one than at the events of each order. */
const mostOrders = 1000;

/** The orders whose name has this part; null where nothing is searched, or so many have it. */
async function findNamedOrders(
  prisma: Database['prisma'],
  shop: ShopDomain,
  search: string | null,
): Promise<readonly string[] | null> {
  if (search === null) return null;
  const sql = namedOrdersSql(shop, search, mostOrders + 1);
  const found = await prisma.$queryRaw<{ orderId: string }[]>(sql);
  if (found.length > mostOrders) return null;
  return [...new Set(found.map(({ orderId }) => orderId))];
}

/** What the filter wants of all that was ever done; null where it wants everything. */
function wantedOf(
  doings: readonly Doing[],
  { kinds, actor }: ActivityFilter,
): readonly Doing[] | null {
  if (kinds === null && actor === null) return null;
  const isWanted = (doing: Doing) =>
    (kinds === null || kinds.some((kind) => kind === doing.kind)) &&
    (actor === null || (actor === 'people' ? doing.actor !== 'system' : doing.actor === actor));
  return doings.filter(isWanted);
}
