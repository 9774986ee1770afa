import { standingOf, type Guide } from '../domain/overview/guide.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { decidedStates } from '../domain/suggestion-states.ts';
import type { Database } from './database.server.ts';
import { readProgress } from './read-progress.server.ts';

export async function readGuide(db: Database, shop: ShopDomain): Promise<Guide> {
  const [row, decision] = await Promise.all([
    db.prisma.shop.findUnique({
      where: { domain: shop },
      select: { policyVersion: true, guideHiddenAt: true },
    }),
    db.prisma.suggestion.findFirst({
      where: { shop, state: { in: [...decidedStates] } },
      select: { id: true },
    }),
  ]);
  const facts = {
    policyReviewed: (row?.policyVersion ?? 0) > 0,
    decided: decision !== null,
    hidden: row?.guideHiddenAt != null,
  };
  const isShown = standingOf(facts) === 'shown';
  return { ...facts, progress: isShown ? await readProgress(db, shop) : null };
}
