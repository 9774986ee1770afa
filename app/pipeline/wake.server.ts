import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction, type Tx } from '../db/database.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import { findSuggestion, findToWake, moveSuggestion } from '../db/suggestions.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Suggestion, SuggestionState, WakeReason } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export type WakeOutcome =
  | { readonly outcome: 'woken' }
  /** It was not asleep (any more). */
  | { readonly outcome: 'already-decided'; readonly state: SuggestionState }
  | { readonly outcome: 'gone' };

/** The merchant wants it back now. */
export async function wake(
  { db, now }: Line,
  woken: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly actor: Actor;
  },
): Promise<WakeOutcome> {
  const { shop, suggestionId, actor } = woken;
  const found = await findSuggestion(db.prisma, shop, suggestionId);
  if (!found) return { outcome: 'gone' };
  return inTransaction(db, async (tx): Promise<WakeOutcome> => {
    await lockOrder(tx, found);
    if (await wakeIn(tx, found, { because: 'asked', actor, now: now() })) {
      return { outcome: 'woken' };
    }
    const winner = await findSuggestion(tx, shop, suggestionId);
    return winner ? { outcome: 'already-decided', state: winner.state } : { outcome: 'gone' };
  });
}

const atOnce = 100;

/** Wakes what is due. Each one by itself, since a look at its order must not be in the middle of it. */
export async function wakeDue({ db, now }: Line): Promise<number> {
  let woken = 0;
  for (const suggestion of await findToWake(db.prisma, now(), atOnce)) {
    const isWoken = await inTransaction(db, async (tx) => {
      await lockOrder(tx, suggestion);
      const { version } = suggestion;
      return wakeIn(tx, suggestion, { because: 'time', actor: 'system', now: now(), version });
    });
    if (isWoken) woken += 1;
  }
  return woken;
}

/** Under the order's lock; false when it is not asleep any more, or not in the version that is given. */
export async function wakeIn(
  tx: Tx,
  { shop, id, orderId }: Suggestion,
  woken: {
    readonly because: WakeReason;
    readonly actor: Actor;
    readonly now: Instant;
    readonly version?: number;
  },
): Promise<boolean> {
  const { because, actor, now, version } = woken;
  const moved = await moveSuggestion(tx, {
    ...{ shop, id, to: 'open', from: ['snoozed'], now },
    ...(version === undefined ? {} : { version }),
    wokenBecause: because,
  });
  if (!moved) return false;
  await writeAuditEvent(tx, {
    ...{ shop, orderId, suggestionId: id, at: now, actor },
    kind: 'suggestion-woken',
    params: { because },
  });
  return true;
}
