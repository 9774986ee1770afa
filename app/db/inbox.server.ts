import type pg from 'pg';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { maybeInstantOf } from './instant-column.ts';

/** One webhook request, before it is stored. */
export interface NewDelivery {
  readonly webhookId: string;
  readonly shop: ShopDomain;
  readonly topic: string;
  readonly apiVersion: string;
  readonly eventId: string | null;
  readonly triggeredAt: Instant | null;
  readonly orderId: Gid<'Order'> | null;
  readonly body: Buffer;
}

export interface StoredDelivery {
  readonly id: string;
  readonly shop: ShopDomain;
  readonly topic: string;
  readonly orderId: Gid<'Order'> | null;
  readonly triggeredAt: Instant | null;
  readonly isDrained: boolean;
  readonly body: string;
}

/**
 * Stores many deliveries in one statement; those whose webhook id is known already are left out of the
 * answer.
 */
export async function insertDeliveries(
  client: pg.PoolClient,
  unordered: readonly NewDelivery[],
): Promise<readonly { readonly id: string; readonly webhookId: string }[]> {
  // In one order for everybody: two batches with the same ids must not wait for each other.
  const deliveries = [...unordered].sort((a, b) => (a.webhookId < b.webhookId ? -1 : 1));
  const stored = await client.query<{ id: string; webhookId: string }>({
    name: 'insert-deliveries',
    text: `insert into inbox_delivery
        (webhook_id, shop, topic, api_version, event_id, triggered_at, order_id, body)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[],
        $6::timestamptz[], $7::text[], $8::bytea[])
      on conflict (webhook_id) do nothing
      returning id::text as id, webhook_id as "webhookId"`,
    values: [
      deliveries.map((delivery) => delivery.webhookId),
      deliveries.map((delivery) => delivery.shop),
      deliveries.map((delivery) => delivery.topic),
      deliveries.map((delivery) => delivery.apiVersion),
      deliveries.map((delivery) => delivery.eventId),
      deliveries.map((delivery) => delivery.triggeredAt),
      deliveries.map((delivery) => delivery.orderId),
      deliveries.map((delivery) => delivery.body),
    ],
  });
  return stored.rows;
}

export async function readDelivery(tx: Tx, id: string): Promise<StoredDelivery | null> {
  const row = await tx.inboxDelivery.findUnique({ where: { id: BigInt(id) } });
  if (!row) return null;
  return {
    id,
    shop: row.shop as ShopDomain,
    topic: row.topic,
    orderId: row.orderId as Gid<'Order'> | null,
    triggeredAt: maybeInstantOf(row.triggeredAt),
    isDrained: row.drainedAt !== null,
    body: row.body ? Buffer.from(row.body).toString('utf8') : '',
  };
}

/** The newest delivery about the order so far: what a look that starts now will have taken in. */
export async function newestDeliveryOf(
  tx: Tx,
  order: { readonly shop: ShopDomain; readonly orderId: Gid<'Order'> },
): Promise<bigint | null> {
  const newest = await tx.inboxDelivery.aggregate({
    where: { ...order, drainedAt: null },
    _max: { id: true },
  });
  return newest._max.id;
}

/** Marks an order's deliveries as drained up to one, dead letters included, and lets go of their bodies. */
export async function markOrderDrained(
  tx: Tx,
  order: {
    readonly shop: ShopDomain;
    readonly orderId: Gid<'Order'>;
    readonly upTo: bigint | null;
    readonly now: Instant;
  },
): Promise<void> {
  if (order.upTo === null) return;
  await tx.inboxDelivery.updateMany({
    where: { shop: order.shop, orderId: order.orderId, drainedAt: null, id: { lte: order.upTo } },
    data: { drainedAt: order.now, deadAt: null, error: null, body: null },
  });
}

export async function markDeliveryDrained(tx: Tx, id: string, now: Instant): Promise<void> {
  await tx.inboxDelivery.update({
    where: { id: BigInt(id) },
    data: { drainedAt: now, deadAt: null, error: null, body: null },
  });
}

/** Writes down which order a delivery turned out to be about. */
export async function assignOrder(tx: Tx, id: string, orderId: Gid<'Order'>): Promise<void> {
  await tx.inboxDelivery.update({ where: { id: BigInt(id) }, data: { orderId, body: null } });
}

/** Keeps the last error beside what could not be drained yet. */
export async function noteOrderError(
  tx: Tx,
  order: { readonly shop: ShopDomain; readonly orderId: Gid<'Order'>; readonly error: string },
): Promise<void> {
  await tx.inboxDelivery.updateMany({
    where: { shop: order.shop, orderId: order.orderId, drainedAt: null, deadAt: null },
    data: { error: order.error },
  });
}

export async function noteDeliveryError(tx: Tx, id: string, error: string): Promise<void> {
  await tx.inboxDelivery.update({ where: { id: BigInt(id) }, data: { error } });
}

/**
 * Gives an order's deliveries up, unless another look at it is still to come: of two looks that wait for
 * their next try the queue keeps one and gives the other up.
 */
export async function markOrderDead(
  tx: Tx,
  order: { readonly shop: ShopDomain; readonly orderId: Gid<'Order'>; readonly now: Instant },
): Promise<boolean> {
  const { shop, orderId, now } = order;
  const dead = await tx.$executeRaw`
    update inbox_delivery set dead_at = ${now}::timestamptz
    where shop = ${shop} and order_id = ${orderId} and drained_at is null and dead_at is null
      and not exists (
        select from pgboss.job where job.name = 'look'
          and job.singleton_key = ${`${shop} ${orderId}`}
          and job.state in ('created', 'retry', 'active'))`;
  return dead > 0;
}

/** The shop is back: what was given up for want of a token is tried again. */
export async function reviveOrders(tx: Tx, shop: ShopDomain): Promise<void> {
  await tx.inboxDelivery.updateMany({
    where: { shop, deadAt: { not: null }, orderId: { not: null } },
    data: { deadAt: null },
  });
}

export async function markDeliveryDead(
  tx: Tx,
  dead: { readonly id: string; readonly now: Instant; readonly error?: string },
): Promise<void> {
  await tx.inboxDelivery.update({
    where: { id: BigInt(dead.id) },
    data: { deadAt: dead.now, ...(dead.error === undefined ? {} : { error: dead.error }) },
  });
}

/** Deliveries without an order that wait though no job will drain them. */
export async function findForgottenDeliveries(
  tx: Tx,
  before: Instant,
): Promise<readonly { readonly deliveryId: string }[]> {
  return tx.$queryRaw<{ deliveryId: string }[]>`
    select delivery.id::text as "deliveryId" from inbox_delivery delivery
    where delivery.drained_at is null and delivery.dead_at is null and delivery.order_id is null
      and delivery.received_at < ${before}::timestamptz
      and not exists (
        select from pgboss.job where job.name = 'delivery'
          and job.singleton_key = delivery.id::text
          and job.state in ('created', 'retry', 'active'))
    limit 500`;
}
