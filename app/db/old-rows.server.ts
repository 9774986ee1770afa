import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { isOver, type SweptCounts } from '../domain/retention.ts';
import { unfinishedStates } from '../domain/suggestion-states.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import {
  isDone,
  oldRowsSql,
  type OldKind,
  type OldRow,
  type OldSpan,
} from './old-rows-sql.server.ts';

/** The oldest rows of a kind, those of an order that is somebody's business included. */
export async function findOldRows(
  tx: Tx,
  shop: ShopDomain,
  kind: OldKind,
  span: OldSpan,
): Promise<readonly OldRow[]> {
  return tx.$queryRaw<OldRow[]>(oldRowsSql(shop, kind, span));
}

/**
 * Of these orders, those that are nobody's business any more: no suggestion is unfinished, no refund is on its way, nothing is
 * under way at Shopify, and time alone brings no look. Until the transaction ends nobody else writes to any of them.
 */
export async function lockClosedOrders(
  tx: Tx,
  shop: ShopDomain,
  orderIds: readonly Gid<'Order'>[],
): Promise<ReadonlySet<string>> {
  if (orderIds.length === 0) return new Set();
  // In one order for everybody, and the same locks that a look takes.
  const ids = [...new Set(orderIds)].sort();
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${shop} || ' ' || id, 0)) 
    from unnest(${ids}::text[]) as asked(id)`;
  const rows = await tx.$queryRaw<{ id: string; facts: OrderFacts | null }[]>`
    select asked.id, record.facts from unnest(${ids}::text[]) as asked(id)
      left join order_record record on record.shop = ${shop} and record.order_id = asked.id
    where record.look_again_at is null
      and not exists (select from suggestion where suggestion.shop = ${shop} and suggestion.order_id = asked.id
        and suggestion.state = any (${[...unfinishedStates]}::text[]))
      and not exists (select from refund_attempt where refund_attempt.shop = ${shop} and refund_attempt.order_id = asked.id
        and (refund_attempt.state in ('intended', 'sent', 'unknown')
          or (refund_attempt.state = 'refunded' and refund_attempt.money_status = 'pending')))`;
  return new Set(rows.filter(({ facts }) => facts === null || isOver(facts)).map(({ id }) => id));
}

/** Deletes what was found and is still so old; says how many there were. */
export async function deleteOldRows(
  tx: Tx,
  shop: ShopDomain,
  {
    kind,
    rows,
    before,
  }: {
    readonly kind: OldKind;
    readonly rows: readonly OldRow[];
    readonly before: Instant;
  },
): Promise<number> {
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  const orderIds = rows.map(({ orderId }) => orderId ?? '');
  switch (kind) {
    case 'delivery':
      // One that was taken up again meanwhile is not done.
      return tx.$executeRaw`
        delete from inbox_delivery where shop = ${shop} and id = any (${ids}::bigint[]) and ${isDone}`;
    case 'signal':
      // A report goes with what it said, and its photos with it.
      await tx.$executeRaw`
        delete from buyer_report where shop = ${shop} and id::text in (
          select external_id from signal where shop = ${shop} and kind = 'report' and id = any (${ids}::bigint[]))`;
      return tx.$executeRaw`delete from signal where shop = ${shop} and id = any (${ids}::bigint[])`;
    case 'reading':
      return tx.$executeRaw`
        delete from second_reading where shop = ${shop}
          and (order_id, digest) in (select * from unnest(${orderIds}::text[], ${ids}::text[]))`;
    case 'order':
      return deleteOrders(tx, shop, { ids, before });
  }
}

/** With all that was said about them. What their parcels taught about lanes names none of this, and stays. */
async function deleteOrders(
  tx: Tx,
  shop: ShopDomain,
  { ids, before }: { readonly ids: readonly string[]; readonly before: Instant },
): Promise<number> {
  // Read again meanwhile: something happened to it.
  const gone = await tx.$queryRaw<{ order_id: string }[]>`
    delete from order_record
    where shop = ${shop} and order_id = any (${[...ids]}::text[]) and read_at < ${before}::timestamptz
    returning order_id`;
  const theirs = { shop, orderId: { in: gone.map(({ order_id: id }) => id) } };
  await tx.signal.deleteMany({ where: theirs });
  await tx.buyerReport.deleteMany({ where: theirs });
  await tx.secondReading.deleteMany({ where: theirs });
  await tx.parcelNumber.deleteMany({ where: theirs });
  return gone.length;
}

/** Counts what was deleted, in its transaction: a sweep that is broken off forgets nothing of it. */
export async function addSwept(
  tx: Tx,
  shop: ShopDomain,
  { kind, count, now }: { readonly kind: OldKind; readonly count: number; readonly now: Instant },
): Promise<void> {
  if (count === 0) return;
  const column = columns[kind];
  await tx.retentionSweep.upsert({
    where: { shop },
    create: { shop, startedAt: now, [column]: count },
    update: { [column]: { increment: count } },
  });
}

const columns: Readonly<Record<OldKind, keyof SweptCounts>> = {
  delivery: 'deliveries',
  signal: 'said',
  reading: 'said',
  order: 'orders',
};

/** What was deleted since the sweep began, which is over now. */
export async function takeSwept(tx: Tx, shop: ShopDomain): Promise<SweptCounts> {
  const [swept] = await tx.$queryRaw<SweptCounts[]>`
    delete from retention_sweep where shop = ${shop} returning deliveries, said, orders`;
  return swept ?? { deliveries: 0, said: 0, orders: 0 };
}
