import { Prisma } from '#generated/prisma/client.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** Something that may be old enough to go. */
export interface OldRow {
  readonly id: string;
  /** Null for what is about no order. */
  readonly orderId: Gid<'Order'> | null;
  readonly at: Date;
}

export const oldKinds = ['delivery', 'signal', 'reading', 'order'] as const;
export type OldKind = (typeof oldKinds)[number];

export interface OldSpan {
  readonly before: Instant;
  /** The last row that was looked at; null at the start. */
  readonly after: OldRow | null;
  readonly limit: number;
}

/** The oldest rows of a kind, each by an index that has the order of age: no more is read than is answered. */
export function oldRowsSql(shop: ShopDomain, kind: OldKind, span: OldSpan): Prisma.Sql {
  const { before, after, limit } = span;
  const since = (column: string, later: (after: OldRow) => Prisma.Sql) => {
    if (!after) return Prisma.empty;
    const at = Prisma.raw(column);
    return Prisma.sql`and ${at} >= ${after.at}::timestamptz and (${at} > ${after.at}::timestamptz or ${later(after)})`;
  };
  switch (kind) {
    case 'delivery':
      return Prisma.sql`
        select id::text as id, order_id as "orderId", received_at as at from inbox_delivery
        where shop = ${shop} and received_at < ${before}::timestamptz and ${isDone}
          ${since('received_at', ({ id }) => Prisma.sql`id > ${id}::bigint`)}
        order by received_at, inbox_delivery.id limit ${limit}`;
    case 'signal':
      return Prisma.sql`
        select id::text as id, order_id as "orderId", at from signal
        where shop = ${shop} and at < ${before}::timestamptz and kind in ('report', 'message')
          ${since('at', ({ id }) => Prisma.sql`id > ${id}::bigint`)}
        order by signal.at, signal.id limit ${limit}`;
    case 'reading':
      return Prisma.sql`
        select digest as id, order_id as "orderId", asked_at as at from second_reading
        where shop = ${shop} and asked_at < ${before}::timestamptz
          ${since('asked_at', ({ orderId, id }) => Prisma.sql`(order_id, digest) > (${orderId}, ${id})`)}
        order by asked_at, order_id, digest limit ${limit}`;
    case 'order':
      // Backwards along an index of the newest: of one instant the last order comes first.
      return Prisma.sql`
        select order_id as id, order_id as "orderId", read_at as at from order_record
        where shop = ${shop} and read_at < ${before}::timestamptz and look_again_at is null
          ${since('read_at', ({ id }) => Prisma.sql`order_id < ${id}`)}
        order by read_at, order_id desc limit ${limit}`;
  }
}

/** Worked through or given up; what the law asks of us is never given up. */
export const isDone = Prisma.sql`(drained_at is not null or dead_at is not null) and (drained_at is not null
  or topic not in ('customers/data_request', 'customers/redact', 'shop/redact'))`;
