import { writeAuditEvent } from '../db/audit-events.server.ts';
import type { Tx } from '../db/database.server.ts';
import { findSentAttempts, moveAttempt, writeMoneyStatus } from '../db/refund-attempts.server.ts';
import { moveSuggestion } from '../db/suggestions.server.ts';
import type { AuditKind } from '../domain/audit-event.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { OrderFacts, RefundFacts } from '../domain/order-facts.ts';
import { moneyStatusOf, type MoneyStatus, type RefundAttempt } from '../domain/refund-attempt.ts';
import type { Instant } from '../domain/time.ts';
import { attemptIdIn } from '../shopify/refund-variables.ts';

interface Seen {
  readonly shop: ShopDomain;
  readonly facts: OrderFacts;
  readonly now: Instant;
}

/**
 * Lets what Shopify says of an order's refunds settle our attempts: a refund that carries an attempt's id
 * in its note is that attempt's, and its transactions say whether the money moved.
 */
export async function settleByFacts(tx: Tx, { shop, facts, now }: Seen): Promise<void> {
  const byAttempt = new Map<string, RefundFacts>();
  for (const refund of facts.refunds) {
    const attemptId = attemptIdIn(refund.note);
    if (attemptId) byAttempt.set(attemptId, refund);
  }
  if (byAttempt.size === 0) return;
  for (const attempt of await findSentAttempts(tx, { shop, orderId: facts.orderId })) {
    const refund = byAttempt.get(attempt.id);
    if (refund) await settleAttempt(tx, { attempt, refund, now });
  }
}

/** One refund of Shopify's that is one attempt's. */
export async function settleAttempt(
  tx: Tx,
  settled: {
    readonly attempt: RefundAttempt;
    readonly refund: Pick<RefundFacts, 'refundId'> & {
      readonly transactions: readonly { readonly status: string }[];
    };
    readonly now: Instant;
  },
): Promise<void> {
  const { attempt, refund, now } = settled;
  const moneyStatus = moneyStatusOf(refund.transactions.map(({ status }) => status));
  if (attempt.state === 'refunded') {
    if (moneyStatus && moneyStatus !== attempt.moneyStatus) {
      await writeMoneyStatus(tx, attempt.id, moneyStatus);
      await auditMoney(tx, { attempt, moneyStatus, now });
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
  if (moneyStatus) await auditMoney(tx, { attempt, moneyStatus, now });
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
  said: {
    readonly attempt: RefundAttempt;
    readonly moneyStatus: MoneyStatus;
    readonly now: Instant;
  },
): Promise<void> {
  const { attempt, moneyStatus, now } = said;
  if (moneyStatus === 'pending') return;
  const kind = moneyStatus === 'success' ? 'refund-money-moved' : 'refund-money-failed';
  await auditAttempt(tx, { attempt, kind, now });
}
