import type { ShopDomain } from '../domain/ids.ts';
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
