import type { Gid, RefundAttemptId, ShopDomain, SuggestionId } from './ids.ts';
import type { Money } from './money.ts';
import type { Instant } from './time.ts';

export const refundAttemptStates = [
  /** Written down; nothing was sent. */
  'intended',
  'sent',
  'refunded',
  'rejected',
  'unknown',
  /** Taken back in the hold. */
  'undone',
  /** The facts changed before anything was sent. */
  'stopped',
] as const;
export type RefundAttemptState = (typeof refundAttemptStates)[number];

/** A refund object is not money: only a successful transaction is. */
export type MoneyStatus = 'success' | 'pending' | 'failure';

/** Our intent to pay, written before the call. */
export interface RefundAttempt {
  readonly id: RefundAttemptId;
  readonly shop: ShopDomain;
  readonly orderId: Gid<'Order'>;
  readonly suggestionId: SuggestionId;
  readonly idempotencyKey: string;
  readonly state: RefundAttemptState;
  readonly amount: Money;
  readonly intendedAt: Instant;
  /** End of the hold. */
  readonly sendAfter: Instant;
  readonly firstSentAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly refundId: Gid<'Refund'> | null;
  readonly moneyStatus: MoneyStatus | null;
  readonly problem: string | null;
}

/** What a refund's transactions (OrderTransactionStatus) say of its money, taken together. */
export function moneyStatusOf(statuses: readonly string[]): MoneyStatus | null {
  if (statuses.length === 0) return null;
  if (statuses.some((status) => status === 'FAILURE' || status === 'ERROR')) return 'failure';
  return statuses.every((status) => status === 'SUCCESS') ? 'success' : 'pending';
}

/**
 * Shopify keeps idempotency keys for 24 h (a figure of third parties): a request that is repeated
 * later would pay again. Four hours of it are kept as a margin.
 */
export const sameKeyForMs = 20 * 3_600_000;
