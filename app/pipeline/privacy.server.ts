import { parse as parseLossless } from 'lossless-json';
import { z } from 'zod';
import { inTransaction } from '../db/database.server.ts';
import { eraseOrders, eraseShop } from '../db/erase.server.ts';
import { markDeliveryDrained, type StoredDelivery } from '../db/inbox.server.ts';
import { gidOf } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

const redact = z.object({ orders_to_redact: z.array(z.unknown()).nullish() });

export function isPrivacyTopic(topic: string): boolean {
  return (
    topic === 'customers/data_request' || topic === 'customers/redact' || topic === 'shop/redact'
  );
}

/** Shopify's three privacy topics. Needs no token: they come after an uninstall, too. */
export async function drainPrivacyRequest(
  { db, log, now }: Line,
  delivery: StoredDelivery,
): Promise<void> {
  const { id, shop, topic } = delivery;
  await inTransaction(db, async (tx) => {
    switch (topic) {
      case 'customers/data_request':
        // Names, addresses, phones and e-mails are never taken: there is nothing of the person to hand out.
        log.info({ shop, deliveryId: id }, 'a buyer asked for data: none of the person is stored');
        await markDeliveryDrained(tx, id, now());
        break;
      case 'customers/redact': {
        const { orders_to_redact: ids } = redact.parse(parseLossless(delivery.body));
        await eraseOrders(
          tx,
          shop,
          (ids ?? []).map((orderId) => gidOf('Order', String(orderId))),
        );
        await markDeliveryDrained(tx, id, now());
        break;
      }
      case 'shop/redact':
        await eraseShop(tx, shop);
        break;
      default:
        throw new Error(`no privacy topic: ${topic}`);
    }
  });
}
