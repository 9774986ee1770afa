import { inTransaction } from '../db/database.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import {
  findAttempt,
  findAttemptsOfSuggestion,
  moveAttempt,
  notFoundAtShopify,
} from '../db/refund-attempts.server.ts';
import { moveSuggestion } from '../db/suggestions.server.ts';
import { writeAuditEvent } from '../db/audit-events.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import { ownReader } from '../domain/text/read-words.ts';
import { patienceOfPeopleMs } from '../shopify/call-admin.server.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import type { Line } from './line.server.ts';
import { settleByFacts } from './settle.server.ts';

export type CloseUnknownOutcome =
  /** It was not paid, and can be decided again. */
  | { readonly outcome: 'closed' }
  /** Shopify has it after all: it is refunded. */
  | { readonly outcome: 'found' }
  | { readonly outcome: 'nothing-to-close' }
  | { readonly outcome: 'unreachable' };

/**
 * A person looked and says that it was not paid. Shopify is asked once more all the same; and only what is too old to be sent
 * again can be closed, since a request that is still on its way could pay after it.
 */
export async function closeUnknown(
  line: Line,
  about: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly actor: Actor;
  },
): Promise<CloseUnknownOutcome> {
  const { db, admin, queue, now } = line;
  const { shop, suggestionId, actor } = about;
  const attempts = await findAttemptsOfSuggestion(db.prisma, shop, suggestionId);
  const lost = attempts.find(
    ({ state, problem }) => state === 'unknown' && problem === notFoundAtShopify,
  );
  if (!lost) return { outcome: 'nothing-to-close' };
  const { orderId } = lost;
  const caller = { admin, shop, patienceMs: patienceOfPeopleMs };
  const read = await readOrderFacts(caller, orderId, ownReader);
  if (read.outcome === 'unreachable') return { outcome: 'unreachable' };
  return inTransaction(db, async (tx, sql): Promise<CloseUnknownOutcome> => {
    await lockOrder(tx, lost);
    const at = now();
    if (read.outcome === 'read') {
      await settleByFacts(tx, { shop, facts: read.facts, now: at, queue, sql });
    }
    const after = await findAttempt(tx, lost.id);
    if (after?.attempt.state === 'refunded') return { outcome: 'found' };
    const problem = 'closed-by-hand';
    const from = ['unknown'] as const;
    if (!(await moveAttempt(tx, { id: lost.id, from, to: 'rejected', now: at, problem }))) {
      return { outcome: 'nothing-to-close' };
    }
    await moveSuggestion(tx, { shop, id: suggestionId, to: 'rejected', now: at });
    await writeAuditEvent(tx, {
      ...{ shop, orderId, suggestionId, at, actor },
      kind: 'refund-closed',
      params: { amount: { kind: 'money', money: lost.amount }, problem },
    });
    await queue.requestLooks([{ shop, orderId }], sql);
    return { outcome: 'closed' };
  });
}
