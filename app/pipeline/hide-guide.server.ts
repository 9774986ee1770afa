import { writeGuideHidden } from '../db/shops.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

export const guideWishes = ['hide', 'show'] as const;
export type GuideWish = (typeof guideWishes)[number];

/** Puts the set-up guide away for everybody in the shop, or brings it back. Only a view changes: nothing is written down of it. */
export async function hideGuide(
  { db, now }: Line,
  { shop, wish }: { readonly shop: ShopDomain; readonly wish: GuideWish },
): Promise<{ readonly outcome: 'done' }> {
  await writeGuideHidden(db.prisma, shop, wish === 'hide' ? now() : null);
  return { outcome: 'done' };
}
