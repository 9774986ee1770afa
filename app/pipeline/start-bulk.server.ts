import { randomUUID } from 'node:crypto';
import { createBulk, moveBulk } from '../db/bulk-approvals.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { findSuggestions } from '../db/suggestions.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import { mostInBulk } from '../domain/bulk.ts';
import { parseBulkId, type BulkId, type ShopDomain, type SuggestionId } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

/** What the merchant ticked, each with the version that was on the screen. */
export interface Ticked {
  readonly suggestionId: SuggestionId;
  readonly version: number;
}

export type StartBulkOutcome =
  { readonly outcome: 'started'; readonly bulkId: BulkId } | { readonly outcome: 'nothing-ticked' };

/** Writes down what was ticked; a job approves it one by one. Suggestions of other shops are not found. */
export async function startBulk(
  { db, queue, now }: Line,
  {
    shop,
    actor,
    ticked,
  }: { readonly shop: ShopDomain; readonly actor: Actor; readonly ticked: readonly Ticked[] },
): Promise<StartBulkOutcome> {
  const versionOf = new Map(ticked.map(({ suggestionId, version }) => [suggestionId, version]));
  const ids = [...versionOf.keys()].slice(0, mostInBulk);
  const found = await findSuggestions(db.prisma, shop, ids);
  if (found.length === 0) return { outcome: 'nothing-ticked' };
  return inTransaction(db, async (tx, sql) => {
    const bulkId = parseBulkId(randomUUID());
    if (!bulkId) throw new Error('a UUID that is none');
    await createBulk(tx, {
      id: bulkId,
      ...{ shop, actor, now: now() },
      items: found.map(({ id, orderName, amount, version }) => ({
        suggestionId: id,
        orderName,
        amount,
        version: versionOf.get(id) ?? version,
      })),
    });
    await queue.requestBulk({ shop, bulkId }, sql);
    return { outcome: 'started', bulkId } as const;
  });
}

/** Stops after the item in hand, or goes on. False where it is over, or as wished already. */
export async function steerBulk(
  { db, queue, now }: Line,
  {
    shop,
    bulkId,
    wish,
  }: { readonly shop: ShopDomain; readonly bulkId: BulkId; readonly wish: 'pause' | 'resume' },
): Promise<boolean> {
  return inTransaction(db, async (tx, sql) => {
    const [from, to] =
      wish === 'pause' ? ([['running'], 'paused'] as const) : ([['paused'], 'running'] as const);
    const moved = await moveBulk(tx, { shop, id: bulkId, from, to, now: now() });
    if (moved && wish === 'resume') await queue.requestBulk({ shop, bulkId }, sql);
    return moved;
  });
}
