import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { dropReadingLabel } from '../db/reading-labels.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import { findAttemptsOfSuggestion, moveAttempt } from '../db/refund-attempts.server.ts';
import { findSuggestion, moveSuggestion } from '../db/suggestions.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { SuggestionState } from '../domain/suggestion.ts';
import type { Line } from './line.server.ts';

export type UndoOutcome =
  /** Nothing was sent, and nothing will be. */
  | { readonly outcome: 'undone' }
  /** The hold is over (or there was none to undo). */
  | { readonly outcome: 'too-late'; readonly state: SuggestionState }
  | { readonly outcome: 'gone' };

/** Takes an approval back while nothing was sent. */
export async function undo(
  { db, queue, now }: Line,
  undone: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly actor: Actor;
  },
): Promise<UndoOutcome> {
  const { shop, suggestionId, actor } = undone;
  const found = await findSuggestion(db.prisma, shop, suggestionId);
  if (!found) return { outcome: 'gone' };
  const { orderId, claim } = found;
  return inTransaction(db, async (tx, sql): Promise<UndoOutcome> => {
    await lockOrder(tx, { shop, orderId });
    const at = now();
    const attempts = await findAttemptsOfSuggestion(tx, shop, suggestionId);
    const intended = attempts.find(({ state }) => state === 'intended');
    const taken =
      intended !== undefined &&
      (await moveAttempt(tx, { id: intended.id, from: ['intended'], to: 'undone', now: at }));
    const suggestion = await findSuggestion(tx, shop, suggestionId);
    if (!taken)
      return suggestion ? { outcome: 'too-late', state: suggestion.state } : { outcome: 'gone' };
    const moved = await moveSuggestion(tx, {
      shop,
      id: suggestionId,
      to: 'open',
      from: ['approved'],
      now: at,
      holdUntil: null,
      // What was chosen instead is forgotten with the click.
      amount: claim.stake.estimate,
    });
    if (!moved)
      throw new Error(`suggestion ${suggestionId} had an intended refund but was not approved`);
    await writeAuditEvent(tx, {
      shop,
      orderId,
      suggestionId,
      at,
      actor,
      kind: 'approval-undone',
      params: {},
    });
    await dropReadingLabel(tx, shop, suggestionId);
    // While it was approved the suggestion did not follow the facts.
    await queue.requestLooks([{ shop, orderId }], sql);
    return { outcome: 'undone' };
  });
}
