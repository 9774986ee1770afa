import type { Gid, ShopDomain } from '../domain/ids.ts';
import { isPositive } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Assessment, Claim } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';

export interface OrderKey {
  readonly shop: ShopDomain;
  readonly orderId: Gid<'Order'>;
}

/** What was last read of an order. */
export interface OrderRecord {
  readonly facts: OrderFacts;
  readonly claims: readonly Claim[];
  readonly readAt: Instant;
}

export async function readOrderRecord(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<OrderRecord | null> {
  const row = await tx.orderRecord.findUnique({ where: { shop_orderId: { shop, orderId } } });
  if (!row) return null;
  const { claims } = row.assessment as unknown as Assessment;
  return { facts: row.facts as unknown as OrderFacts, claims, readAt: instantOf(row.readAt) };
}

/** When the order was last read; null when it never was. */
export async function readFactsInstant(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<Instant | null> {
  const row = await tx.orderRecord.findUnique({
    where: { shop_orderId: { shop, orderId } },
    select: { readAt: true },
  });
  return row ? instantOf(row.readAt) : null;
}

/** The shop's order of this name, with or without its `#`; the newest where there are several. */
export async function findOrderByName(
  tx: Tx,
  shop: ShopDomain,
  name: string,
): Promise<Gid<'Order'> | null> {
  const bare = name.trim().replace(/^#/, '');
  const row = await tx.orderRecord.findFirst({
    where: { shop, name: { in: [bare, `#${bare}`] } },
    orderBy: { readAt: 'desc' },
    select: { orderId: true },
  });
  return row && (row.orderId as Gid<'Order'>);
}

/** Facts read later win: a look that was overtaken writes nothing and answers false. */
export async function writeOrderRecord(
  tx: Tx,
  shop: ShopDomain,
  look: { readonly facts: OrderFacts; readonly assessment: Assessment; readonly readAt: Instant },
): Promise<boolean> {
  const { facts, assessment, readAt } = look;
  const data = {
    name: facts.name,
    facts: jsonOf(facts),
    assessment: jsonOf(assessment),
    readAt,
    lookAgainAt: assessment.lookAgainAt,
    customerId: facts.customerId,
    refunded: isPositive(facts.payment.refunded),
  };
  const key = { shop, orderId: facts.orderId };
  const updated = await tx.orderRecord.updateMany({
    where: { ...key, readAt: { lte: readAt } },
    data: { ...data, looks: { increment: 1 } },
  });
  if (updated.count > 0) return true;
  const created = await tx.orderRecord.createMany({
    data: { ...key, ...data },
    skipDuplicates: true,
  });
  return created.count > 0;
}

export async function forgetOrder(tx: Tx, { shop, orderId }: OrderKey): Promise<void> {
  await tx.orderRecord.deleteMany({ where: { shop, orderId } });
  await tx.parcelNumber.deleteMany({ where: { shop, orderId } });
}

/** Time alone brings no more looks at the order. */
export async function stopLooking(tx: Tx, { shop, orderId }: OrderKey): Promise<void> {
  await tx.orderRecord.updateMany({ where: { shop, orderId }, data: { lookAgainAt: null } });
}

/** The shop's other orders that hold a product, oldest first. */
export async function findOrdersOf(
  tx: Tx,
  { shop, orderId }: OrderKey,
  { sku, limit }: { readonly sku: string; readonly limit: number },
): Promise<readonly OrderKey[]> {
  const holds = JSON.stringify([{ sku }]);
  const rows = await tx.$queryRaw<{ order_id: string }[]>`
    select order_id from order_record
    where shop = ${shop} and facts -> 'lines' @> ${holds}::jsonb and order_id <> ${orderId}
    order by facts ->> 'createdAt' limit ${limit}`;
  return rows.map((row) => ({ shop, orderId: row.order_id as Gid<'Order'> }));
}

/** One writer per order at a time, until the transaction ends. */
export async function lockOrder(tx: Tx, { shop, orderId }: OrderKey): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${shop} ${orderId}`}, 0))`;
}

/**
 * Orders whose verdict may have changed by time alone. Each is put off by five minutes, so that a sweep
 * that dies after asking for the look is made good, and one that doesn't asks only once.
 */
export async function takeDueOrders(
  tx: Tx,
  now: Instant,
  limit: number,
): Promise<readonly OrderKey[]> {
  const due = await tx.$queryRaw<{ shop: string; order_id: string }[]>`
    update order_record set look_again_at = ${now}::timestamptz + interval '5 minutes'
    where (shop, order_id) in (
      select shop, order_id from order_record
      where look_again_at <= ${now}::timestamptz
      order by look_again_at limit ${limit} for update skip locked)
    returning shop, order_id`;
  return due.map((row) => ({
    shop: row.shop as ShopDomain,
    orderId: row.order_id as Gid<'Order'>,
  }));
}

/**
 * Orders with deliveries that wait though no job will drain them: the rare delivery that was stored while
 * the job it was coalesced with had just begun to look.
 */
export async function findForgottenOrders(tx: Tx, before: Instant): Promise<readonly OrderKey[]> {
  const found = await tx.$queryRaw<{ shop: string; order_id: string }[]>`
    select distinct delivery.shop, delivery.order_id from inbox_delivery delivery
    where delivery.drained_at is null and delivery.dead_at is null and delivery.order_id is not null
      and delivery.received_at < ${before}::timestamptz
      and not exists (
        select from pgboss.job where job.name = 'look'
          and job.singleton_key = delivery.shop || ' ' || delivery.order_id
          and job.state in ('created', 'retry', 'active'))
    limit 500`;
  return found.map((row) => ({
    shop: row.shop as ShopDomain,
    orderId: row.order_id as Gid<'Order'>,
  }));
}
