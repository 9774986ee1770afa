import { inTransaction, type Tx } from '../db/database.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import type { RefundJob } from '../db/queue.server.ts';
import {
  findAttempt,
  markSending,
  moveAttempt,
  notFoundAtShopify,
} from '../db/refund-attempts.server.ts';
import { moveSuggestion } from '../db/suggestions.server.ts';
import { sameKeyForMs, type RefundAttempt } from '../domain/refund-attempt.ts';
import { ownReader } from '../domain/text/read-words.ts';
import { millisecondsOf, type Instant } from '../domain/time.ts';
import { createRefund, type CreateRefundOutcome } from '../shopify/create-refund.server.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import type { RefundVariables } from '../shopify/refund-variables.ts';
import { checkApproval, type CheckApprovalOutcome } from './check-approval.server.ts';
import type { Line } from './line.server.ts';
import { auditAttempt, settleAttempt, settleByFacts } from './settle.server.ts';

export type SendRefundOutcome =
  | { readonly outcome: 'refunded' }
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** Too old to send again and not found at Shopify: a person must look. */
  | { readonly outcome: 'needs-a-person' }
  | CheckApprovalOutcome;

/**
 * Sends what was intended, with the stored key and variables, and writes down what came of it. It may run
 * any number of times for one attempt: the key makes Shopify perform it once, and a key that Shopify may
 * have forgotten is never sent.
 */
export async function sendRefund(line: Line, { attemptId }: RefundJob): Promise<SendRefundOutcome> {
  const found = await findAttempt(line.db.prisma, attemptId);
  if (!found) return { outcome: 'nothing-to-send' };
  const { attempt, facts } = found;
  switch (attempt.state) {
    case 'refunded':
    case 'rejected':
    case 'undone':
    case 'stopped':
      return { outcome: 'nothing-to-send' };
    case 'intended': {
      const stopped = await checkApproval(line, attempt, facts);
      if (stopped) return stopped;
      break;
    }
    case 'sent':
    case 'unknown':
      break;
  }
  if (attempt.firstSentAt && isTooOld(line, attempt.firstSentAt)) return readBack(line, attempt);
  const firstSentAt = await writeSending(line, attempt);
  if (!firstSentAt) return { outcome: 'nothing-to-send' };
  const sent = await createRefund(
    {
      admin: line.admin,
      shop: attempt.shop,
      // A process that slept since must not outlive the key.
      maySend: () => !isTooOld(line, firstSentAt),
    },
    found.variables as RefundVariables,
    attempt.idempotencyKey,
  );
  // An earlier request may have paid: what Shopify has on record is asked before a no is believed.
  const isFirst = attempt.firstSentAt === null;
  if (sent.outcome === 'rejected' && !isFirst) return readBack(line, attempt, sent.reason);
  return writeOutcome(line, attempt, sent);
}

function isTooOld({ now }: Line, firstSentAt: Instant): boolean {
  return millisecondsOf(now()) - millisecondsOf(firstSentAt) >= sameKeyForMs;
}

/**
 * `sent` is committed before anything goes out; from then on Undo is impossible. Null when the attempt
 * was taken back, settled or sent by somebody else since it was read.
 */
async function writeSending({ db, now }: Line, attempt: RefundAttempt): Promise<Instant | null> {
  return inTransaction(db, async (tx) => {
    await lockOrder(tx, attempt);
    const at = now();
    const firstSentAt = await markSending(tx, attempt, at);
    if (!firstSentAt || attempt.state !== 'intended') return firstSentAt;
    const { shop, suggestionId: id } = attempt;
    const moved = await moveSuggestion(tx, { shop, id, to: 'refunding', now: at, holdUntil: null });
    if (!moved) throw new Error(`attempt ${attempt.id} was intended for a suggestion not approved`);
    await auditAttempt(tx, { attempt, kind: 'refund-sent', now: at });
    return firstSentAt;
  });
}

async function writeOutcome(
  { db, queue, now }: Line,
  attempt: RefundAttempt,
  sent: CreateRefundOutcome,
): Promise<SendRefundOutcome> {
  const { shop, orderId, suggestionId } = attempt;
  return inTransaction(db, async (tx, sql): Promise<SendRefundOutcome> => {
    await lockOrder(tx, attempt);
    const at = now();
    switch (sent.outcome) {
      case 'refunded': {
        const transactions = sent.moneyStatuses.map((status) => ({ status }));
        const refund = { refundId: sent.refundId, transactions };
        const current = await findAttempt(tx, attempt.id);
        if (current) await settleAttempt(tx, { attempt: current.attempt, refund, now: at });
        return { outcome: 'refunded' };
      }
      case 'rejected':
        await reject(tx, attempt, { now: at, reason: sent.reason });
        await queue.requestLooks([{ shop, orderId }], sql);
        return sent;
      case 'unknown': {
        const { reason } = sent;
        const from = ['sent'] as const;
        const moved = await moveAttempt(tx, {
          id: attempt.id,
          from,
          to: 'unknown',
          now: at,
          problem: reason,
        });
        if (moved) {
          await moveSuggestion(tx, { shop, id: suggestionId, to: 'unknown', now: at });
          await auditAttempt(tx, { attempt, kind: 'refund-unknown', now: at, problem: reason });
        }
        return { outcome: 'again', reason };
      }
      case 'not-executed':
        return { outcome: 'again', reason: sent.reason };
    }
  });
}

async function reject(
  tx: Tx,
  attempt: RefundAttempt,
  { now, reason }: { readonly now: Instant; readonly reason: string },
): Promise<void> {
  const { id, shop, suggestionId } = attempt;
  const from = ['sent', 'unknown'] as const;
  if (!(await moveAttempt(tx, { id, from, to: 'rejected', now, problem: reason }))) return;
  await moveSuggestion(tx, { shop, id: suggestionId, to: 'rejected', now });
  await auditAttempt(tx, { attempt, kind: 'refund-rejected', now, problem: reason });
}

/**
 * What Shopify has on record settles the attempt: its key may be forgotten, or Shopify said no to a
 * request after one that may have paid (`refusal`).
 */
async function readBack(
  line: Line,
  attempt: RefundAttempt,
  refusal: string | null = null,
): Promise<SendRefundOutcome> {
  const { db, queue, now } = line;
  const { shop, orderId, suggestionId } = attempt;
  const read = await readOrderFacts({ admin: line.admin, shop }, orderId, ownReader);
  if (read.outcome === 'unreachable') return { outcome: 'again', reason: read.reason };
  return inTransaction(db, async (tx, sql): Promise<SendRefundOutcome> => {
    await lockOrder(tx, attempt);
    const at = now();
    if (read.outcome === 'read') await settleByFacts(tx, { shop, facts: read.facts, now: at });
    const after = await findAttempt(tx, attempt.id);
    if (after?.attempt.state === 'refunded') return { outcome: 'refunded' };
    if (refusal !== null) {
      await reject(tx, attempt, { now: at, reason: refusal });
      await queue.requestLooks([{ shop, orderId }], sql);
      return { outcome: 'rejected', reason: refusal };
    }
    const problem = notFoundAtShopify;
    const from = ['sent', 'unknown'] as const;
    await moveAttempt(tx, { id: attempt.id, from, to: 'unknown', now: at, problem });
    await moveSuggestion(tx, { shop, id: suggestionId, to: 'unknown', now: at });
    await auditAttempt(tx, { attempt, kind: 'refund-unknown', now: at, problem });
    return { outcome: 'needs-a-person' };
  });
}
