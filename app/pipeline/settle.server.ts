import { writeAuditEvent } from '../db/audit-events.server.ts';
import type { Tx } from '../db/database.server.ts';
import {
  findSentAttempts,
  moveAttempt,
  writeMoneyStatus,
  type FoundAttempt,
} from '../db/refund-attempts.server.ts';
import type { Queue, SqlRunner } from '../db/queue.server.ts';
import { moveSuggestion } from '../db/suggestions.server.ts';
import type { AuditKind } from '../domain/audit-event.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { OrderFacts, RefundFacts } from '../domain/order-facts.ts';
import { moneyStatusOf, type MoneyStatus, type RefundAttempt } from '../domain/refund-attempt.ts';
import type { Instant } from '../domain/time.ts';
import { attemptIdIn, type RefundRequest } from '../shopify/refund-request.ts';

/** Where Flow's job is written, in the transaction of what it tells. */
interface Telling {
  readonly queue: Queue;
  readonly sql: SqlRunner;
}

interface Seen extends Telling {
  readonly shop: ShopDomain;
  readonly facts: OrderFacts;
  readonly now: Instant;
}

/**
 * Lets what Shopify says of an order's refunds settle our attempts: a refund that carries an attempt's id
 * in its note is that attempt's, and its transactions say whether the money moved. A refund that a return has got since the
 * click is the attempt's that processed the return; an order that is cancelled has let go of what was only held.
 */
export async function settleByFacts(tx: Tx, { shop, facts, now, ...telling }: Seen): Promise<void> {
  if (facts.refunds.length === 0 && facts.cancelledAt === null) return;
  const byAttempt = new Map<string, RefundFacts>();
  for (const refund of facts.refunds) {
    const attemptId = attemptIdIn(refund.note);
    if (attemptId) byAttempt.set(attemptId, refund);
  }
  for (const found of await findSentAttempts(tx, { shop, orderId: facts.orderId })) {
    const { attempt, request } = found;
    const refund = byAttempt.get(attempt.id) ?? refundOfReturn(found, facts);
    if (refund) await settleAttempt(tx, { attempt, refund, now, ...telling });
    const isVoid = (request as RefundRequest).path === 'void';
    if (isVoid && facts.cancelledAt !== null) await settleVoided(tx, attempt, now);
  }
}

/**
 * Shopify does not say whether a return's note becomes its refund's: an unmarked refund that the return has got since is that of the
 * attempt under way, of which an order has one.
 */
function refundOfReturn(
  { attempt, request, facts: before }: FoundAttempt,
  { returns, refunds }: OrderFacts,
): RefundFacts | null {
  const sent = request as RefundRequest;
  const isUnderWay = attempt.state === 'sent' || attempt.state === 'unknown';
  if (sent.path !== 'return' || !isUnderWay) return null;
  const of = (order: Pick<OrderFacts, 'returns'>) =>
    order.returns.find(({ returnId }) => returnId === sent.input.returnId)?.refundIds ?? [];
  const known = new Set(of(before));
  const [made] = of({ returns }).filter((refundId) => !known.has(refundId));
  const refund = refunds.find(({ refundId }) => refundId === made);
  return refund && attemptIdIn(refund.note) === null ? refund : null;
}

/** The order is cancelled and what was held is let go of: there was nothing to send back. */
export async function settleVoided(tx: Tx, attempt: RefundAttempt, now: Instant): Promise<void> {
  const { id, shop, suggestionId } = attempt;
  const from = ['sent', 'unknown'] as const;
  if (
    !(await moveAttempt(tx, {
      id,
      from,
      to: 'refunded',
      now,
      moneyStatus: 'success',
      problem: null,
    }))
  )
    return;
  await moveSuggestion(tx, { shop, id: suggestionId, to: 'refunded', now });
  await auditAttempt(tx, { attempt, kind: 'authorization-voided', now });
}

/** One refund of Shopify's that is one attempt's. */
export async function settleAttempt(
  tx: Tx,
  settled: Telling & {
    readonly attempt: RefundAttempt;
    readonly refund: Pick<RefundFacts, 'refundId'> & {
      readonly transactions: readonly { readonly status: string }[];
    };
    readonly now: Instant;
  },
): Promise<void> {
  const { attempt, refund, now, ...telling } = settled;
  const moneyStatus = moneyStatusOf(refund.transactions.map(({ status }) => status));
  if (attempt.state === 'refunded') {
    if (moneyStatus && moneyStatus !== attempt.moneyStatus) {
      await writeMoneyStatus(tx, attempt.id, moneyStatus);
      await auditMoney(tx, { attempt, moneyStatus, now, ...telling });
    }
    return;
  }
  const moved = await moveAttempt(tx, {
    id: attempt.id,
    from: ['sent', 'unknown', 'rejected'],
    to: 'refunded',
    now,
    refundId: refund.refundId,
    moneyStatus,
    problem: null,
  });
  if (!moved) return;
  await moveSuggestion(tx, {
    shop: attempt.shop,
    id: attempt.suggestionId,
    to: 'refunded',
    now,
    amount: attempt.amount,
  });
  await auditAttempt(tx, { attempt, kind: 'refund-made', now });
  if (moneyStatus) await auditMoney(tx, { attempt, moneyStatus, now, ...telling });
}

/** One row about an attempt, in the transaction of its change. */
export async function auditAttempt(
  tx: Tx,
  entry: {
    readonly attempt: RefundAttempt;
    readonly kind: AuditKind;
    readonly now: Instant;
    readonly problem?: string;
  },
): Promise<void> {
  const { attempt, kind, now, problem } = entry;
  await writeAuditEvent(tx, {
    shop: attempt.shop,
    orderId: attempt.orderId,
    suggestionId: attempt.suggestionId,
    at: now,
    actor: 'system',
    kind,
    params: {
      amount: { kind: 'money', money: attempt.amount },
      ...(problem === undefined ? {} : { problem }),
    },
  });
}

async function auditMoney(
  tx: Tx,
  said: Telling & {
    readonly attempt: RefundAttempt;
    readonly moneyStatus: MoneyStatus;
    readonly now: Instant;
  },
): Promise<void> {
  const { attempt, moneyStatus, now, queue, sql } = said;
  if (moneyStatus === 'pending') return;
  const kind = moneyStatus === 'success' ? 'refund-money-moved' : 'refund-money-failed';
  await auditAttempt(tx, { attempt, kind, now });
  if (moneyStatus !== 'success') return;
  const { shop, suggestionId } = attempt;
  await queue.requestFlow({ shop, suggestionId, trigger: 'refund-settled' }, sql);
}
