import type { ShopDomain, ViewId } from '../domain/ids.ts';
import { viewNameKey, type SavedView } from '../domain/saved-view.ts';
import type { Tx } from './database.server.ts';

/** By name. */
export async function readViews(tx: Tx, shop: ShopDomain): Promise<readonly SavedView[]> {
  const rows = await tx.savedView.findMany({ where: { shop }, orderBy: { nameKey: 'asc' } });
  return rows.map(({ id, name, params }) => ({ id: id as ViewId, name, params }));
}

/** One writer of a shop's views at a time, until the transaction ends. */
export async function lockViews(tx: Tx, shop: ShopDomain): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`views ${shop}`}, 0))`;
}

export async function createView(
  tx: Tx,
  shop: ShopDomain,
  { id, name, params }: SavedView,
): Promise<void> {
  await tx.savedView.create({ data: { id, shop, name, nameKey: viewNameKey(name), params } });
}

/** False where the shop has no such view. */
export async function renameView(
  tx: Tx,
  shop: ShopDomain,
  { id, name }: Pick<SavedView, 'id' | 'name'>,
): Promise<boolean> {
  const data = { name, nameKey: viewNameKey(name) };
  return (await tx.savedView.updateMany({ where: { id, shop }, data })).count > 0;
}

/** False where the shop has no such view. */
export async function deleteView(tx: Tx, shop: ShopDomain, id: ViewId): Promise<boolean> {
  return (await tx.savedView.deleteMany({ where: { id, shop } })).count > 0;
}
