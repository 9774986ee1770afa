import { inTransaction, type Tx } from '../db/database.server.ts';
import { lockOrder } from '../db/order-records.server.ts';
import type { RefundJob } from '../db/queue.server.ts';
import {
  findAttempt,
  markSending,
  moveAttempt,
  notFoundAtShopify,
  type FoundAttempt,
} from '../db/refund-attempts.server.ts';
import { findShop } from '../db/shops.server.ts';
import { findSuggestion, moveSuggestion } from '../db/suggestions.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { compare } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { sameKeyForMs, type RefundAttempt } from '../domain/refund-attempt.ts';
import { refundableOf } from '../domain/remedy/refundable.ts';
import { ownReader } from '../domain/text/read-words.ts';
import { millisecondsOf, type Instant } from '../domain/time.ts';
import type { AdminCaller } from '../shopify/call-admin.server.ts';
import { createRefund, type CreateRefundOutcome } from '../shopify/create-refund.server.ts';
import { prepareOrder } from '../shopify/prepare-order.server.ts';
import { processReturn } from '../shopify/process-return.server.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import type { RefundRequest } from '../shopify/refund-request.ts';
import { checkApproval, type CheckApprovalOutcome } from './check-approval.server.ts';
import type { Line } from './line.server.ts';
import { auditAttempt, settleAttempt, settleByFacts, settleVoided } from './settle.server.ts';

export type SendRefundOutcome =
  | { readonly outcome: 'refunded' }
  | { readonly outcome: 'rejected'; readonly reason: string }
  /** Too old to send again and not found at Shopify: a person must look. */
  | { readonly outcome: 'needs-a-person' }
  | CheckApprovalOutcome;

/**
 * Sends what was intended, with the stored key and request, and writes down what came of it. It may run any number of times
 * for one attempt: a refund's key makes Shopify perform it once, a return's units are processed once, and a key that
 * Shopify may have forgotten is never sent.
 */
export async function sendRefund(line: Line, { attemptId }: RefundJob): Promise<SendRefundOutcome> {
  const found = await findAttempt(line.db.prisma, attemptId);
  if (!found) return { outcome: 'nothing-to-send' };
  const { attempt, facts } = found;
  const request = found.request as RefundRequest;
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
  const isFirst = attempt.firstSentAt === null;
  if (attempt.firstSentAt && isTooOld(line, attempt.firstSentAt)) return readBack(line, found);
  if (!isFirst && (await isPaused(line, attempt.shop))) return pausedOutcome(line, found);
  const firstSentAt = await writeSending(line, attempt);
  if (!firstSentAt) return { outcome: 'nothing-to-send' };
  // A process that slept since must not outlive the key.
  const maySend = () => !isTooOld(line, firstSentAt);
  const caller = { admin: line.admin, shop: attempt.shop, maySend };
  const prepared = await prepare(line, { caller, attempt, request, isFirst });
  if (prepared.outcome !== 'done') return prepared;
  switch (request.path) {
    case 'void':
      return writeOutcome(line, attempt, { outcome: 'voided' });
    case 'return':
      return sendReturn(line, { found, caller, input: request.input, isFirst });
    case 'refund': {
      // Since it was last read the order may have been refunded by others, whose money Shopify does not count while it is pending.
      const isStale = !isFirst || request.prepare.length > 0;
      const stood = isStale ? await checkLeft(line, found) : null;
      if (stood) return stood;
      const sent = await createRefund(caller, request.input, attempt.idempotencyKey);
      // An earlier request may have paid: what Shopify has on record is asked before a no is believed.
      if (sent.outcome === 'rejected' && !isFirst) return readBack(line, found, sent.reason);
      return writeOutcome(line, attempt, sent);
    }
  }
}

interface Sending {
  readonly caller: AdminCaller;
  readonly attempt: RefundAttempt;
  readonly request: RefundRequest;
  readonly isFirst: boolean;
}

/** What must be so before money moves: each step is taken by what Shopify has on record now. */
async function prepare(
  line: Line,
  { caller, attempt, request, isFirst }: Sending,
): Promise<SendRefundOutcome | { readonly outcome: 'done' }> {
  for (const step of request.prepare) {
    const read = await readOrderFacts(caller, attempt.orderId, ownReader);
    if (read.outcome === 'unreachable') return { outcome: 'again', reason: read.reason };
    if (read.outcome === 'no-such-order') {
      return writeOutcome(line, attempt, { outcome: 'rejected', reason: 'order-gone' });
    }
    const taken = await prepareOrder(caller, step, read.facts);
    if (taken.outcome === 'again') return taken;
    if (taken.outcome === 'rejected') {
      // At a later try the money may have moved before: it is looked for before a no is believed.
      const found = isFirst ? null : await findAttempt(line.db.prisma, attempt.id);
      return found
        ? readBack(line, found, taken.reason)
        : writeOutcome(line, attempt, { outcome: 'rejected', reason: taken.reason });
    }
  }
  return { outcome: 'done' };
}

/** No key protects this call: what is on record is asked before it is sent again, and tells what came of it. */
async function sendReturn(
  line: Line,
  {
    found,
    caller,
    input,
    isFirst,
  }: {
    readonly found: FoundAttempt;
    readonly caller: AdminCaller;
    readonly input: Extract<RefundRequest, { readonly path: 'return' }>['input'];
    readonly isFirst: boolean;
  },
): Promise<SendRefundOutcome> {
  const { attempt } = found;
  if (!isFirst) {
    const settled = await settleFromRecord(line, attempt);
    if (settled.outcome !== 'not-found') return settled;
  }
  const sent = await processReturn(caller, input);
  switch (sent.outcome) {
    case 'processed': {
      const settled = await settleFromRecord(line, attempt);
      return settled.outcome === 'not-found'
        ? writeOutcome(line, attempt, {
            outcome: 'unknown',
            reason: 'processed, not on record yet',
          })
        : settled;
    }
    case 'rejected':
      return isFirst ? writeOutcome(line, attempt, sent) : readBack(line, found, sent.reason);
    case 'unknown':
    case 'not-executed':
      return writeOutcome(line, attempt, sent);
  }
}

/** Shopify has no refund of the attempt; its order's facts, null where there is none any more. */
interface NotFound {
  readonly outcome: 'not-found';
  readonly facts: OrderFacts | null;
}

/** Null while Shopify has not made this refund and the order still holds that much, pending refunds counted. */
async function checkLeft(line: Line, found: FoundAttempt): Promise<SendRefundOutcome | null> {
  const { attempt } = found;
  const settled = await settleFromRecord(line, attempt);
  if (settled.outcome !== 'not-found') return settled;
  const { facts } = settled;
  if (facts && compare(refundableOf(facts), attempt.amount) >= 0) return null;
  const reason = facts ? 'above-net-payment' : 'order-gone';
  return writeOutcome(line, attempt, { outcome: 'rejected', reason });
}

/** Lets what Shopify has on record settle the attempt. */
async function settleFromRecord(
  line: Line,
  attempt: RefundAttempt,
): Promise<SendRefundOutcome | NotFound> {
  const { shop, orderId } = attempt;
  const read = await readOrderFacts({ admin: line.admin, shop }, orderId, ownReader);
  if (read.outcome === 'unreachable') return { outcome: 'again', reason: read.reason };
  if (read.outcome === 'no-such-order') return { outcome: 'not-found', facts: null };
  const { facts } = read;
  return inTransaction(line.db, async (tx, sql): Promise<SendRefundOutcome | NotFound> => {
    await lockOrder(tx, attempt);
    await settleByFacts(tx, { shop, facts, now: line.now(), queue: line.queue, sql });
    const after = await findAttempt(tx, attempt.id);
    return after?.attempt.state === 'refunded'
      ? { outcome: 'refunded' }
      : { outcome: 'not-found', facts };
  });
}

/** The merchant stopped all refunds: nothing goes out, but what went out before is still found. */
async function pausedOutcome(line: Line, { attempt }: FoundAttempt): Promise<SendRefundOutcome> {
  const settled = await settleFromRecord(line, attempt);
  return settled.outcome === 'not-found'
    ? { outcome: 'again', reason: 'refunds are stopped' }
    : settled;
}

async function isPaused({ db }: Line, shop: ShopDomain): Promise<boolean> {
  return (await findShop(db.prisma, shop))?.policy.money.stopped ?? false;
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
  sent: CreateRefundOutcome | { readonly outcome: 'voided' },
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
        if (current) {
          await settleAttempt(tx, { attempt: current.attempt, refund, now: at, queue, sql });
        }
        return { outcome: 'refunded' };
      }
      case 'voided': {
        await settleVoided(tx, attempt, at);
        await queue.requestLooks([{ shop, orderId }], sql);
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
  const suggestion = await findSuggestion(tx, shop, suggestionId);
  // What is decided next is what is suggested, not what was chosen and refused.
  const amount = suggestion ? { amount: suggestion.claim.stake.estimate } : {};
  await moveSuggestion(tx, { shop, id: suggestionId, to: 'rejected', now, ...amount });
  await auditAttempt(tx, { attempt, kind: 'refund-rejected', now, problem: reason });
}

/**
 * What Shopify has on record settles the attempt: its key may be forgotten, or Shopify said no to a
 * request after one that may have paid (`refusal`).
 */
async function readBack(
  line: Line,
  { attempt }: FoundAttempt,
  refusal: string | null = null,
): Promise<SendRefundOutcome> {
  const { db, queue, now } = line;
  const { shop, orderId, suggestionId } = attempt;
  const settled = await settleFromRecord(line, attempt);
  if (settled.outcome !== 'not-found') return settled;
  return inTransaction(db, async (tx, sql): Promise<SendRefundOutcome> => {
    await lockOrder(tx, attempt);
    const at = now();
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
