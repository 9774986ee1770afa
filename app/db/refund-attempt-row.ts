import type { RefundAttempt as Row } from '#generated/prisma/client.ts';
import type { Gid, RefundAttemptId, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';

export function refundAttemptFrom(row: Row): RefundAttempt {
  return {
    id: row.id as RefundAttemptId,
    shop: row.shop as ShopDomain,
    orderId: row.orderId as Gid<'Order'>,
    suggestionId: row.suggestionId as SuggestionId,
    idempotencyKey: row.idempotencyKey,
    state: row.state as RefundAttempt['state'],
    amount: parseMoney(row.amount.toFixed(), row.currency),
    intendedAt: instantOf(row.intendedAt),
    sendAfter: instantOf(row.sendAfter),
    firstSentAt: maybeInstantOf(row.firstSentAt),
    settledAt: maybeInstantOf(row.settledAt),
    refundId: row.refundId as Gid<'Refund'> | null,
    moneyStatus: row.moneyStatus as RefundAttempt['moneyStatus'],
    problem: row.problem,
  };
}
