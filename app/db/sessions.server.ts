import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** The shop's tokens are of no use any more. */
export async function deleteSessions(tx: Tx, shop: ShopDomain): Promise<void> {
  await tx.session.deleteMany({ where: { shop } });
}

/** What the merchant granted; of a shop without a token, nothing. */
export async function readGrantedScopes(tx: Tx, shop: ShopDomain): Promise<readonly string[]> {
  const row = await tx.session.findFirst({
    where: { shop, isOnline: false },
    select: { scope: true },
  });
  return (row?.scope ?? '').split(',').filter((scope) => scope !== '');
}

export async function writeGrantedScopes(
  tx: Tx,
  shop: ShopDomain,
  scopes: readonly string[],
): Promise<void> {
  await tx.session.updateMany({ where: { shop }, data: { scope: scopes.join(',') } });
}

/** A token that Shopify no longer takes is to be refreshed, unless that was done meanwhile. */
export async function expireToken(
  tx: Tx,
  token: { readonly sessionId: string; readonly expires: Date | null; readonly now: Instant },
): Promise<void> {
  const { sessionId: id, expires, now } = token;
  await tx.session.updateMany({ where: { id, expires }, data: { expires: now } });
}
