import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Database, Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';

/** A delivery that could not be worked through, with the reason. */
export interface DeadLetter {
  readonly id: string;
  readonly topic: string;
  readonly orderId: Gid<'Order'> | null;
  readonly receivedAt: Instant;
  readonly deadAt: Instant;
  readonly error: string;
}

/** Newest first; `after` is the `next` of the page before. */
export async function readDeadLetters(
  { prisma }: Database,
  shop: ShopDomain,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly DeadLetter[]; readonly next: string | null }> {
  const cursor = after !== null && /^\d{1,18}$/.test(after) ? BigInt(after) : null;
  const found = await prisma.inboxDelivery.findMany({
    where: { shop, deadAt: { not: null }, ...(cursor === null ? {} : { id: { lt: cursor } }) },
    orderBy: { id: 'desc' },
    take: limit + 1,
    omit: { body: true },
  });
  const rows = found.slice(0, limit).map((row): DeadLetter => ({
    id: row.id.toString(),
    topic: row.topic,
    orderId: row.orderId as Gid<'Order'> | null,
    receivedAt: instantOf(row.receivedAt),
    deadAt: instantOf(row.deadAt ?? row.receivedAt),
    error: row.error ?? '',
  }));
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

export async function countDeadLetters({ prisma }: Database, shop: ShopDomain): Promise<number> {
  return prisma.inboxDelivery.count({ where: { shop, deadAt: { not: null } } });
}

/** Takes a delivery out of the dead letters; null when it is none (any more). */
export async function reviveDeadLetter(
  tx: Tx,
  shop: ShopDomain,
  deliveryId: string,
): Promise<{ readonly orderId: Gid<'Order'> | null } | null> {
  if (!/^\d{1,18}$/.test(deliveryId)) return null;
  const where = { id: BigInt(deliveryId), shop, deadAt: { not: null } };
  const row = await tx.inboxDelivery.findFirst({ where, select: { orderId: true } });
  const revived = await tx.inboxDelivery.updateMany({ where, data: { deadAt: null } });
  return row && revived.count > 0 ? { orderId: row.orderId as Gid<'Order'> | null } : null;
}
