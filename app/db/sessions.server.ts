import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** The shop's tokens are of no use any more. */
export async function deleteSessions(tx: Tx, shop: ShopDomain): Promise<void> {
  await tx.session.deleteMany({ where: { shop } });
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
