import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import { findSuggestion, moveSuggestion } from '../db/suggestions.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import { morningOf } from '../domain/calendar/morning-of.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import { mostSnoozeDays } from '../domain/snooze.ts';
import type { SuggestionState } from '../domain/suggestion.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export type SnoozeOutcome =
  | { readonly outcome: 'snoozed'; readonly until: Instant }
  /** It would sleep past its act-by clock, and the merchant did not say that he knows. */
  | { readonly outcome: 'past-act-by'; readonly actBy: Instant }
  /** That morning is over, or too far away. */
  | { readonly outcome: 'wrong-date' }
  /** Somebody was quicker, or the suggestion changed since it was shown. */
  | { readonly outcome: 'already-decided'; readonly state: SuggestionState }
  | { readonly outcome: 'gone' };

/** Puts a suggestion off until the morning of a day. It follows the facts meanwhile, and wakes when they change it. */
export async function snooze(
  { db, now }: Line,
  snoozed: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly version: number;
    /** `YYYY-MM-DD` on the shop's calendar. */
    readonly date: string;
    readonly timezone: string;
    /** The merchant was told that it sleeps past its act-by clock. */
    readonly pastActBy: boolean;
    readonly actor: Actor;
  },
): Promise<SnoozeOutcome> {
  const { shop, suggestionId, version, actor } = snoozed;
  const found = await findSuggestion(db.prisma, shop, suggestionId);
  if (!found) return { outcome: 'gone' };
  const until = morningOf(snoozed.date, snoozed.timezone);
  return inTransaction(db, async (tx): Promise<SnoozeOutcome> => {
    // A look that is at it now either comes first and changes the version, or finds it snoozed.
    await lockOrder(tx, found);
    const at = now();
    // The morning of the last day may be a few hours more.
    if (until <= at || until > addDays(at, mostSnoozeDays + 1)) return { outcome: 'wrong-date' };
    const suggestion = await findSuggestion(tx, shop, suggestionId);
    if (!suggestion) return { outcome: 'gone' };
    const { actBy, orderId } = suggestion;
    if (actBy && until > actBy.at && !snoozed.pastActBy) {
      return { outcome: 'past-act-by', actBy: actBy.at };
    }
    const moved = await moveSuggestion(tx, {
      ...{ shop, id: suggestionId, to: 'snoozed', version, now: at },
      snoozedUntil: until,
      decidedBy: actor,
    });
    if (!moved) {
      const winner = await findSuggestion(tx, shop, suggestionId);
      return winner ? { outcome: 'already-decided', state: winner.state } : { outcome: 'gone' };
    }
    await writeAuditEvent(tx, {
      ...{ shop, orderId, suggestionId, at, actor },
      kind: 'suggestion-snoozed',
      params: { until: { kind: 'instant', instant: until } },
    });
    return { outcome: 'snoozed', until };
  });
}
