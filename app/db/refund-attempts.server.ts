import type { Gid, RefundAttemptId, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { roundMoney, type CurrencyCode, type Money } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { MoneyStatus, RefundAttempt, RefundAttemptState } from '../domain/refund-attempt.ts';
import type { Spent } from '../domain/remedy/limits.ts';
import { addDays, addSeconds, type Instant } from '../domain/time.ts';
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
    readonly request: unknown;
    /** The amount in the shop's own currency, at the order's rate: what limits count. */
    readonly shopAmount: Money;
    /** What was known of the order at the click. */
    readonly facts: OrderFacts;
    readonly amount: Money;
    readonly automatic: boolean;
    readonly intendedAt: Instant;
    readonly sendAfter: Instant;
  },
): Promise<void> {
  const { amount, shopAmount, request, facts, ...rest } = intent;
  await tx.refundAttempt.create({
    data: {
      ...rest,
      state: 'intended',
      amount: amount.amount,
      currency: amount.currencyCode,
      shopAmount: shopAmount.amount,
      request: jsonOf(request),
      facts: jsonOf(facts),
    },
  });
}

/** An attempt with what was written down for the call. */
export interface FoundAttempt {
  readonly attempt: RefundAttempt;
  readonly request: unknown;
  /** What was known of the order at the click. */
  readonly facts: OrderFacts;
}

export async function findAttempt(tx: Tx, id: RefundAttemptId): Promise<FoundAttempt | null> {
  const row = await tx.refundAttempt.findUnique({ where: { id } });
  return row ? foundFrom(row) : null;
}

function foundFrom(row: Parameters<typeof refundAttemptFrom>[0]): FoundAttempt {
  return {
    attempt: refundAttemptFrom(row),
    request: row.request,
    facts: row.facts as unknown as OrderFacts,
  };
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
): Promise<readonly FoundAttempt[]> {
  const rows = await tx.refundAttempt.findMany({
    where: { shop, orderId, state: { in: ['sent', 'unknown', 'rejected', 'refunded'] } },
  });
  return rows.map(foundFrom);
}

/**
 * What was decided to be paid before now, refunds that came to nothing left out. Takes the shop's lock: whoever asks for the
 * same limits waits until this transaction is over.
 */
export async function readSpent(
  tx: Tx,
  shop: ShopDomain,
  about: {
    readonly now: Instant;
    readonly currency: CurrencyCode;
    readonly customerId: Gid<'Customer'> | null;
    /** Only what the machine decided. */
    readonly automatically: boolean;
  },
): Promise<Spent> {
  const { now, currency, customerId, automatically } = about;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`limits ${shop}`}, 0))`;
  const [hour, day, year] = [addSeconds(now, -3600), addDays(now, -1), addDays(now, -365)];
  const [sums] = await tx.$queryRaw<{ hour: string; day: string; customer: string }[]>`
    select
      coalesce(sum(shop_amount) filter (where intended_at > ${hour}::timestamptz), 0)::text as hour,
      coalesce(sum(shop_amount) filter (where intended_at > ${day}::timestamptz), 0)::text as day,
      (select coalesce(sum(shop_amount), 0)::text from refund_attempt
        where shop = ${shop} and facts ->> 'customerId' = ${customerId}
          and intended_at > ${year}::timestamptz
          and (automatic or not ${automatically})
          and state not in ('undone', 'stopped', 'rejected')) as customer
    from refund_attempt
    where shop = ${shop} and intended_at > ${day}::timestamptz
      and (automatic or not ${automatically})
      and state not in ('undone', 'stopped', 'rejected')`;
  const money = (amount = '0') => roundMoney(amount, currency);
  return {
    hour: money(sums?.hour),
    day: money(sums?.day),
    customer: customerId === null ? null : money(sums?.customer),
  };
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

export async function noteProblem(tx: Tx, id: RefundAttemptId, problem: string): Promise<void> {
  await tx.refundAttempt.update({ where: { id }, data: { problem } });
}

/** Refunds of an order that the order was not marked for yet. */
export async function findUnmarked(
  tx: Tx,
  { shop, orderId }: OrderKey,
): Promise<readonly RefundAttempt[]> {
  const rows = await tx.refundAttempt.findMany({
    where: { shop, orderId, state: 'refunded', markedAt: null },
  });
  return rows.map(refundAttemptFrom);
}

export async function noteMarked(tx: Tx, id: RefundAttemptId, now: Instant): Promise<void> {
  await tx.refundAttempt.update({ where: { id }, data: { markedAt: now } });
}

/**
 * Orders with refunds that settled before then, whose look at Shopify's books was not asked for yet; each is taken once, whoever asks.
 * Looked for across shops.
 */
export async function takeUnreconciled(
  tx: Tx,
  { before, now }: { readonly before: Instant; readonly now: Instant },
): Promise<readonly OrderKey[]> {
  return tx.$queryRaw<OrderKey[]>`
    update refund_attempt set reconciled_at = ${now}::timestamptz
    where id in (
      select id from refund_attempt
      where state = 'refunded' and reconciled_at is null and settled_at < ${before}::timestamptz
      limit 100 for update skip locked)
    returning shop, order_id as "orderId"`;
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
