import { z } from 'zod';
import { inTransaction } from '../db/database.server.ts';
import { markDeliveryDrained, type StoredDelivery } from '../db/inbox.server.ts';
import { deleteSessions, writeGrantedScopes } from '../db/sessions.server.ts';
import { describeShop, markUninstalled } from '../db/shops.server.ts';
import type { Line } from './line.server.ts';

const scopesUpdate = z.object({ current: z.array(z.string()) });
const shopUpdate = z.object({
  currency: z.string(),
  country_code: z.string().nullish(),
  iana_timezone: z.string(),
});

/** The app was uninstalled, its scopes or the shop's settings changed. Needs no token: there may be none left. */
export async function drainShopNews(
  { db, now, queue }: Line,
  delivery: StoredDelivery,
): Promise<void> {
  const { id, shop, topic } = delivery;
  await inTransaction(db, async (tx, sql) => {
    switch (topic) {
      case 'app/uninstalled':
        if (await markUninstalled(tx, shop, { triggeredAt: delivery.triggeredAt, now: now() })) {
          await deleteSessions(tx, shop);
        }
        break;
      case 'app/scopes_update':
        await writeGrantedScopes(tx, shop, scopesUpdate.parse(JSON.parse(delivery.body)).current);
        break;
      case 'shop/update': {
        const news = shopUpdate.parse(JSON.parse(delivery.body));
        await describeShop(tx, shop, {
          currency: news.currency,
          country: news.country_code ?? '',
          timezone: news.iana_timezone,
        });
        break;
      }
      case 'bulk_operations/finish':
        // Whichever it is: the job reads how its own stands.
        await queue.requestHistory({ shop }, sql);
        break;
      default:
        throw new Error(`a topic that nobody drains: ${topic}`);
    }
    await markDeliveryDrained(tx, id, now());
  });
}
