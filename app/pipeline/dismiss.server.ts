import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { findSuggestion, moveSuggestion } from '../db/suggestions.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { DismissReason, SuggestionState } from '../domain/suggestion.ts';
import { labelReading } from './label-reading.server.ts';
import type { Line } from './line.server.ts';

export type DismissOutcome =
  | { readonly outcome: 'dismissed' }
  /** Somebody was quicker, or the suggestion changed since it was shown. */
  | { readonly outcome: 'already-decided'; readonly state: SuggestionState }
  | { readonly outcome: 'gone' };

export async function dismiss(
  { db, now }: Line,
  dismissal: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly version: number;
    readonly reason: DismissReason;
    readonly actor: Actor;
  },
): Promise<DismissOutcome> {
  const { shop, suggestionId, version, reason, actor } = dismissal;
  return inTransaction(db, async (tx): Promise<DismissOutcome> => {
    const at = now();
    const moved = await moveSuggestion(tx, {
      shop,
      id: suggestionId,
      to: 'dismissed',
      version,
      now: at,
      dismissReason: reason,
      decidedBy: actor,
    });
    const suggestion = await findSuggestion(tx, shop, suggestionId);
    if (!suggestion) return { outcome: 'gone' };
    if (!moved) return { outcome: 'already-decided', state: suggestion.state };
    await writeAuditEvent(tx, {
      shop,
      orderId: suggestion.orderId,
      suggestionId,
      at,
      actor,
      kind: 'suggestion-dismissed',
      params: { reason },
    });
    const verdict = reason === 'wrong-reason' ? 'wrong' : 'dismissed';
    // What a workflow decides teaches nothing about what people think of it.
    if (actor !== 'system') await labelReading(tx, suggestion, { verdict, at });
    return { outcome: 'dismissed' };
  });
}
