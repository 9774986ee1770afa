import { Prisma } from '#generated/prisma/client.ts';
import type { ActivityFilter } from '../domain/activity.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { TrailCursor } from './trail-cursor.ts';

/** What somebody did at least once. */
export interface Doing {
  readonly actor: Actor;
  readonly kind: string;
}

/**
 * Everybody with every kind of event of theirs, by one jump along `audit_event_shop_actor_kind_at_id_idx`
 * each: they are few, however many events there are.
 */
export function doingsSql(shop: ShopDomain): Prisma.Sql {
  return Prisma.sql`
    with recursive doing as (
      (select actor, kind from audit_event where shop = ${shop} order by actor, kind limit 1)
      union all
      select following.actor, following.kind from doing cross join lateral (
        select actor, kind from audit_event
        where shop = ${shop} and (actor, kind) > (doing.actor, doing.kind)
        order by actor, kind limit 1
      ) as following
    )
    select actor, kind from doing`;
}

/** Orders by a part of their name; `suggestion_shop_order_name_order_id_idx` has all that is read. */
export function namedOrdersSql(shop: ShopDomain, search: string, limit: number): Prisma.Sql {
  return Prisma.sql`select order_id as "orderId" from suggestion
    where shop = ${shop} and ${isNamed(search)} limit ${limit}`;
}

export interface TrailPart {
  /** The doings that the filter wants; null: all there are. */
  readonly doings: readonly Doing[] | null;
  /** The orders that the search found; null: it is held against each event, or there is none. */
  readonly orderIds: readonly string[] | null;
  readonly cursor: TrailCursor | null;
  readonly limit: number;
}

/**
 * Events of the filter, newest first. Whatever it filters by has an index that is in the order of time, and
 * each is read no further than one page: a rare kind in a long trail is found as fast as a common one.
 */
export function trailSql(shop: ShopDomain, filter: ActivityFilter, part: TrailPart): Prisma.Sql {
  const { doings, orderIds, limit } = part;
  const conditions = [Prisma.sql`shop = ${shop}`, ...spanOf(filter, part.cursor)];
  const newest = (more: readonly Prisma.Sql[]) => Prisma.sql`
    select id, order_id, suggestion_id, at, actor, kind, params from audit_event
    where ${Prisma.join([...conditions, ...more], ' and ')} order by at desc, id desc limit ${limit}`;
  const merged = (parts: Prisma.Sql, more: readonly Prisma.Sql[]) => Prisma.sql`
    select event.* from ${parts} cross join lateral (${newest(more)}) as event
    order by at desc, id desc limit ${limit}`;
  if (orderIds) {
    return merged(Prisma.sql`unnest(${[...orderIds]}::text[]) as found(of_order)`, [
      Prisma.sql`order_id = of_order`,
      ...doingConditions(filter),
    ]);
  }
  const named = filter.search === null ? [] : [isOfNamedOrder(shop, filter.search)];
  if (!doings) return newest(named);
  const actors = doings.map(({ actor }) => actor);
  const kinds = doings.map(({ kind }) => kind);
  return merged(
    Prisma.sql`unnest(${actors}::text[], ${kinds}::text[]) as doing(of_actor, of_kind)`,
    [Prisma.sql`actor = of_actor and kind = of_kind`, ...named],
  );
}

function spanOf({ from, until }: ActivityFilter, cursor: TrailCursor | null): Prisma.Sql[] {
  return [
    from ? Prisma.sql`at >= ${from}::timestamptz` : null,
    until ? Prisma.sql`at < ${until}::timestamptz` : null,
    cursor ? Prisma.sql`(at, id) < (${cursor.at}::timestamptz, ${cursor.id}::bigint)` : null,
  ].filter((condition) => condition !== null);
}

/** The events of a few orders are few: they need no index of their own for this. */
function doingConditions({ kinds, actor }: ActivityFilter): readonly Prisma.Sql[] {
  return [
    ...(kinds ? [Prisma.sql`kind = any(${[...kinds]}::text[])`] : []),
    ...(actor === null
      ? []
      : [actor === 'people' ? Prisma.sql`actor <> 'system'` : Prisma.sql`actor = ${actor}`]),
  ];
}

/** Asked of one event after the other, and never joined: many orders have the name, so a page is soon full. */
function isOfNamedOrder(shop: ShopDomain, search: string): Prisma.Sql {
  return Prisma.sql`(
    select bool_or(${isNamed(search)}) from suggestion
    where shop = ${shop} and order_id = audit_event.order_id)`;
}

function isNamed(search: string): Prisma.Sql {
  return Prisma.sql`strpos(lower(order_name), lower(${search})) > 0`;
}
