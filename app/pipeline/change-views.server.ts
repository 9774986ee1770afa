import { randomUUID } from 'node:crypto';
import { inTransaction } from '../db/database.server.ts';
import {
  createView,
  deleteView,
  lockViews,
  readViews,
  renameView,
} from '../db/saved-views.server.ts';
import { parseViewId, type ShopDomain, type ViewId } from '../domain/ids.ts';
import { mostViews, viewNameKey, viewNameOf } from '../domain/saved-view.ts';
import type { Line } from './line.server.ts';

export type ViewChange =
  | { readonly intent: 'save'; readonly name: string; readonly params: string }
  | { readonly intent: 'rename'; readonly id: ViewId; readonly name: string }
  | { readonly intent: 'delete'; readonly id: ViewId };

export type ChangeViewsOutcome =
  | { readonly outcome: 'saved' }
  | { readonly outcome: 'renamed' }
  | { readonly outcome: 'deleted' }
  /** Nothing to see in it, or too long. */
  | { readonly outcome: 'wrong-name' }
  /** Another view has that name. */
  | { readonly outcome: 'name-taken' }
  | { readonly outcome: 'too-many' }
  | { readonly outcome: 'gone' };

/** Saves, renames or deletes one of the shop's views. */
export async function changeViews(
  { db }: Line,
  shop: ShopDomain,
  change: ViewChange,
): Promise<ChangeViewsOutcome> {
  return inTransaction(db, async (tx): Promise<ChangeViewsOutcome> => {
    await lockViews(tx, shop);
    if (change.intent === 'delete') {
      return { outcome: (await deleteView(tx, shop, change.id)) ? 'deleted' : 'gone' };
    }
    const name = viewNameOf(change.name);
    if (name === null) return { outcome: 'wrong-name' };
    const views = await readViews(tx, shop);
    const renamed = change.intent === 'rename' ? change.id : null;
    const isTaken = views.some(
      (view) => view.id !== renamed && viewNameKey(view.name) === viewNameKey(name),
    );
    if (isTaken) return { outcome: 'name-taken' };
    if (change.intent === 'rename') {
      const isRenamed = await renameView(tx, shop, { id: change.id, name });
      return { outcome: isRenamed ? 'renamed' : 'gone' };
    }
    if (views.length >= mostViews) return { outcome: 'too-many' };
    await createView(tx, shop, { id: newViewId(), name, params: change.params });
    return { outcome: 'saved' };
  });
}

function newViewId(): ViewId {
  const id = parseViewId(randomUUID());
  if (!id) throw new Error('a UUID that is none');
  return id;
}
