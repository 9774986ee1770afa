import type { Gid, RefundAttemptId, ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { MoneyStatus, RefundAttempt, RefundAttemptState } from '../domain/refund-attempt.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';
import type { OrderKey } from './order-records.server.ts';
import { refundAttemptFrom } from './refund-attempt-row.ts';

/** The intent, written before any call. The database refuses a second open one for the order. */
export async function intendRefund(
  tx: Tx,
  intent: {
    readonly id: RefundAttemptId;
    readonly shop: ShopDomain;
    readonly orderId: Gid<'Order'>;
    readonly suggestionId: SuggestionId;
    readonly idempotencyKey: string;
    /** What Shopify will get, to the letter. */
    readonly variables: unknown;
    /** What was known of the order at the click. */
    readonly facts: OrderFacts;
    readonly amount: Money;
    readonly intendedAt: Instant;
    readonly sendAfter: Instant;
  },
): Promise<void> {
  const { amount, variables, facts, ...rest } = intent;
  await tx.refundAttempt.create({
    data: {
      ...rest,
      state: 'intended',
      amount: amount.amount,
      currency: amount.currencyCode,
      variables: jsonOf(variables),
      facts: jsonOf(facts),
    },
  });
}

/** An attempt with what was written down for the call. */
export async function findAttempt(
  tx: Tx,
  id: RefundAttemptId,
): Promise<{
  readonly attempt: RefundAttempt;
  readonly variables: unknown;
  readonly facts: OrderFacts;
} | null> {
  const row = await tx.refundAttempt.findUnique({ where: { id } });
  return row
    ? {
        attempt: refundAttemptFrom(row),
        variables: row.variables,
        facts: row.facts as unknown as OrderFacts,
      }
    : null;
}

export async function findAttemptsOfSuggestion(
  tx: Tx,
  shop: ShopDomain,
  suggestionId: SuggestionId,
): Promise<readonly RefundAttempt[]> {
  const rows = await tx.refundAttempt.findMany({
    where: { shop, suggestionId },
    orderBy: { intendedAt: 'asc' },
  });
  return rows.map(refundAttemptFrom);
}

/** Attempts of an order that went out to Shopify: what was read of its refunds may settle them. */
export async function findSentAttempts(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<readonly RefundAttempt[]> {
  const rows = await tx.refundAttempt.findMany({
    where: { shop, orderId, state: { in: ['sent', 'unknown', 'rejected', 'refunded'] } },
  });
  return rows.map(refundAttemptFrom);
}

/**
 * Writes down that the request goes out now, if the attempt still is as it was read. Answers when the
 * first request went out; null when the attempt may not be sent (any more).
 */
export async function markSending(
  tx: Tx,
  { id, state }: Pick<RefundAttempt, 'id' | 'state'>,
  now: Instant,
): Promise<Instant | null> {
  const [sent] = await tx.$queryRaw<{ first_sent_at: Date }[]>`
    update refund_attempt
    set state = 'sent', sends = sends + 1, last_sent_at = ${now}::timestamptz,
      first_sent_at = coalesce(first_sent_at, ${now}::timestamptz)
    where id = ${id}::uuid and state = ${state} and state in ('intended', 'sent', 'unknown')
    returning first_sent_at`;
  return sent ? instantOf(sent.first_sent_at) : null;
}

/** Moves an attempt on from one of `from`; the answer is whether it moved. */
export async function moveAttempt(
  tx: Tx,
  move: {
    readonly id: RefundAttemptId;
    readonly from: readonly RefundAttemptState[];
    readonly to: RefundAttemptState;
    readonly now: Instant;
    readonly refundId?: Gid<'Refund'>;
    readonly moneyStatus?: MoneyStatus | null;
    readonly problem?: string | null;
  },
): Promise<boolean> {
  const open = move.to === 'unknown' || move.to === 'sent';
  const moved = await tx.refundAttempt.updateMany({
    where: { id: move.id, state: { in: [...move.from] } },
    data: {
      state: move.to,
      ...(open ? {} : { settledAt: move.now }),
      ...(move.refundId ? { refundId: move.refundId } : {}),
      ...(move.moneyStatus === undefined ? {} : { moneyStatus: move.moneyStatus }),
      ...(move.problem === undefined ? {} : { problem: move.problem }),
    },
  });
  return moved.count > 0;
}

export async function writeMoneyStatus(
  tx: Tx,
  id: RefundAttemptId,
  moneyStatus: MoneyStatus,
): Promise<void> {
  await tx.refundAttempt.update({ where: { id }, data: { moneyStatus } });
}

/** What a person has to look into: too old to be sent again, and not on record at Shopify. */
export const notFoundAtShopify = 'not-found-at-shopify';

/**
 * Attempts under way though no job will send them: the rare one whose worker died in another's stead.
 * Looked for across shops; the job that is asked for reads everything by the attempt's own shop.
 */
export async function findForgottenAttempts(
  tx: Tx,
  before: Instant,
): Promise<readonly { readonly attemptId: RefundAttemptId }[]> {
  return tx.$queryRaw<{ attemptId: RefundAttemptId }[]>`
    select attempt.id::text as "attemptId" from refund_attempt attempt
    where attempt.state in ('intended', 'sent', 'unknown')
      and greatest(attempt.send_after, attempt.last_sent_at) < ${before}::timestamptz
      and attempt.problem is distinct from ${notFoundAtShopify}
      and not exists (
        select from pgboss.job where job.name = 'refund'
          and job.singleton_key = attempt.id::text
          and job.state in ('created', 'retry', 'active'))
    limit 100`;
}
