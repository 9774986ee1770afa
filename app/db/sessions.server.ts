import type { ShopDomain } from '../domain/ids.ts';
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
