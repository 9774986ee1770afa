import { inTransaction } from '../db/database.server.ts';
import {
  assignOrder,
  markDeliveryDead,
  markDeliveryDrained,
  noteDeliveryError,
  readDelivery,
  type StoredDelivery,
} from '../db/inbox.server.ts';
import type { DeliveryJob } from '../db/queue.server.ts';
import { findShop } from '../db/shops.server.ts';
import type { Gid } from '../domain/ids.ts';
import { findOrderOf } from '../shopify/find-order-of.server.ts';
import { orderOfDelivery } from '../shopify/order-of-delivery.ts';
import type { Line } from './line.server.ts';
import { drainPrivacyRequest, isPrivacyTopic } from './privacy.server.ts';
import { drainShopNews } from './shop-news.server.ts';

export type DrainOutcome =
  | { readonly outcome: 'drained' }
  /** A look at its order will drain it. */
  | { readonly outcome: 'handed-to-look' }
  /** It can never be read: a dead letter at once. */
  | { readonly outcome: 'dead'; readonly reason: string }
  | { readonly outcome: 'unreachable'; readonly reason: string };

/** Works through a delivery that named no order: news about the shop, about a part, or nothing readable. */
export async function drainDelivery(
  line: Line,
  { deliveryId }: DeliveryJob,
): Promise<DrainOutcome> {
  const { db, now } = line;
  const delivery = await readDelivery(db.prisma, deliveryId);
  if (!delivery) return { outcome: 'drained' };
  // A job that ended between its work and its end is handed out again: what it wrote stands.
  if (delivery.orderId) return handToLook(line, delivery, delivery.orderId);
  if (delivery.isDrained) return { outcome: 'drained' };
  const about = orderOfDelivery(delivery.topic, delivery.body, delivery.shop);
  switch (about.about) {
    case 'order':
      return handToLook(line, delivery, about.orderId);
    case 'part':
      return findAndHand(line, delivery, about.partId);
    case 'shop':
      if (isPrivacyTopic(delivery.topic)) await drainPrivacyRequest(line, delivery);
      else await drainShopNews(line, delivery);
      return { outcome: 'drained' };
    case 'unreadable': {
      const { reason } = about;
      await markDeliveryDead(db.prisma, { id: deliveryId, now: now(), error: reason });
      return { outcome: 'dead', reason };
    }
  }
}

async function findAndHand(
  line: Line,
  delivery: StoredDelivery,
  partId: Parameters<typeof findOrderOf>[1],
): Promise<DrainOutcome> {
  const { db, now } = line;
  const merchant = await findShop(db.prisma, delivery.shop);
  if (merchant?.installed === false) {
    await markDeliveryDrained(db.prisma, delivery.id, now());
    return { outcome: 'drained' };
  }
  const found = await findOrderOf({ admin: line.admin, shop: delivery.shop }, partId);
  switch (found.outcome) {
    case 'found':
      return handToLook(line, delivery, found.orderId);
    case 'no-such-thing':
      await markDeliveryDrained(db.prisma, delivery.id, now());
      return { outcome: 'drained' };
    case 'unreachable':
      await noteDeliveryError(db.prisma, delivery.id, found.reason);
      return found;
  }
}

async function handToLook(
  { db, queue }: Line,
  { id, shop }: StoredDelivery,
  orderId: Gid<'Order'>,
): Promise<DrainOutcome> {
  await inTransaction(db, async (tx, sql) => {
    await assignOrder(tx, id, orderId);
    await queue.requestLooks([{ shop, orderId }], sql);
  });
  return { outcome: 'handed-to-look' };
}
