import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Database } from './database.server.ts';
import { maybeInstantOf } from './instant-column.ts';

/** How far the line has come with a shop: what an empty queue has to say. */
export interface Progress {
  readonly ordersLooked: number;
  readonly deliveriesWaiting: number;
  readonly lastLookAt: Instant | null;
}

export async function readProgress({ prisma }: Database, shop: ShopDomain): Promise<Progress> {
  const [orders, deliveriesWaiting] = await Promise.all([
    prisma.orderRecord.aggregate({ where: { shop }, _count: true, _max: { readAt: true } }),
    prisma.inboxDelivery.count({ where: { shop, drainedAt: null, deadAt: null } }),
  ]);
  return {
    ordersLooked: orders._count,
    deliveriesWaiting,
    lastLookAt: maybeInstantOf(orders._max.readAt),
  };
}
