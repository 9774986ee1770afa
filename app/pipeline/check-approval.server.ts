import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import { moveAttempt } from '../db/refund-attempts.server.ts';
import { findShop, type Shop } from '../db/shops.server.ts';
import { findSuggestion, moveSuggestion } from '../db/suggestions.server.ts';
import { assess } from '../domain/assess.ts';
import type { Evidence, NonEmpty } from '../domain/claim.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import { staleness } from '../domain/stale.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import { addDays } from '../domain/time.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import { gatherCase, knownAt } from './gather-case.server.ts';
import { keepFirstSeen } from './keep-first-seen.ts';
import type { Line } from './line.server.ts';
import { textReader } from './text-reader.server.ts';

export type CheckApprovalOutcome =
  /** The facts changed in the hold: nothing was sent, and nothing will be. */
  | { readonly outcome: 'stopped'; readonly changes: NonEmpty<Evidence> }
  /** Taken back meanwhile. */
  | { readonly outcome: 'nothing-to-send' }
  /** Ask again later: the hold is not over, or Shopify did not answer. */
  | { readonly outcome: 'again'; readonly reason: string };

/** An approval that could not be sent for so long is asked for again: nobody thinks of it any more. */
const approvalIsGoodForDays = 1;

/**
 * The last look before the first request: null when the approval stands. What changed in the hold stops the
 * attempt, and the suggestion is open again.
 */
export async function checkApproval(
  line: Line,
  attempt: RefundAttempt,
  before: OrderFacts,
): Promise<CheckApprovalOutcome | null> {
  const { db, now } = line;
  const { shop, orderId, suggestionId } = attempt;
  if (now() < attempt.sendAfter) return { outcome: 'again', reason: 'the hold is not over' };
  if (now() > addDays(attempt.sendAfter, approvalIsGoodForDays)) {
    const changes = [
      { code: 'change.approval-too-old', params: {}, at: attempt.sendAfter },
    ] as const;
    return stop(line, attempt, changes);
  }
  const suggestion = await findSuggestion(db.prisma, shop, suggestionId);
  const merchant = await findShop(db.prisma, shop);
  if (!suggestion || !merchant) return { outcome: 'nothing-to-send' };
  if (merchant.policy.money.stopped) {
    return stop(line, attempt, [{ code: 'change.refunds-stopped', params: {}, at: null }]);
  }
  const reader = textReader(line, { shop, orderId, policy: merchant.policy, mayAsk: false });
  const read = await readOrderFacts({ admin: line.admin, shop }, orderId, reader);
  if (read.outcome === 'unreachable') return { outcome: 'again', reason: read.reason };
  const changes: NonEmpty<Evidence> | null =
    read.outcome === 'no-such-order'
      ? [{ code: 'change.no-longer-true', params: {}, at: null }]
      : await changesSince(line, { attempt, merchant, suggestion, before, read: read.facts });
  return changes ? stop(line, attempt, changes) : null;
}

async function changesSince(
  { db, now }: Line,
  known: {
    readonly attempt: RefundAttempt;
    readonly merchant: Shop;
    readonly suggestion: Suggestion;
    readonly before: OrderFacts;
    readonly read: OrderFacts;
  },
): Promise<NonEmpty<Evidence> | null> {
  const { attempt, merchant, suggestion, before, read } = known;
  const at = now();
  const order = keepFirstSeen(before, read);
  const about = await gatherCase(db.prisma, merchant, { order, now: at });
  return staleness({
    claim: suggestion.claim,
    before: knownAt(about, before, attempt.intendedAt),
    now: about,
    at,
    assessment: assess(about, merchant.policy, at),
  });
}

async function stop(
  { db, queue, now }: Line,
  attempt: RefundAttempt,
  changes: NonEmpty<Evidence>,
): Promise<CheckApprovalOutcome> {
  const { shop, orderId, suggestionId } = attempt;
  return inTransaction(db, async (tx, sql): Promise<CheckApprovalOutcome> => {
    await lockOrder(tx, attempt);
    const at = now();
    const moved = await moveAttempt(tx, {
      id: attempt.id,
      from: ['intended'],
      to: 'stopped',
      now: at,
      problem: changes[0].code,
    });
    if (!moved) return { outcome: 'nothing-to-send' };
    const suggestion = await findSuggestion(tx, shop, suggestionId);
    await moveSuggestion(tx, {
      shop,
      id: suggestionId,
      to: 'open',
      from: ['approved'],
      now: at,
      holdUntil: null,
      ...(suggestion ? { amount: suggestion.claim.stake.estimate } : {}),
    });
    await writeAuditEvent(tx, {
      shop,
      orderId,
      suggestionId,
      at,
      actor: 'system',
      kind: 'approval-stopped',
      params: { change: changes[0].code },
    });
    await queue.requestLooks([{ shop, orderId }], sql);
    return { outcome: 'stopped', changes };
  });
}
