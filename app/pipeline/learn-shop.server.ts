import { describeShop, findShop } from '../db/shops.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { readShop } from '../shopify/read-shop.server.ts';
import type { Line } from './line.server.ts';

/** Reads the shop's currency, country and time zone once; later changes come by shop/update. */
export async function learnShop(
  { db, admin, log }: Line,
  shop: ShopDomain,
): Promise<{ readonly outcome: 'known' | 'learnt' | 'unreachable' }> {
  const known = await findShop(db.prisma, shop);
  if (known?.currency) return { outcome: 'known' };
  const read = await readShop({ admin, shop });
  if (read.outcome === 'unreachable') {
    // The page works without; the next token exchange asks again.
    log.warn({ shop, reason: read.reason }, 'the shop could not be read');
    return { outcome: 'unreachable' };
  }
  await describeShop(db.prisma, shop, read.shop);
  return { outcome: 'learnt' };
}
