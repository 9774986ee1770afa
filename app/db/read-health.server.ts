import { Prisma } from '#generated/prisma/client.ts';
import type { CallHealth } from '../domain/health/api-calls.ts';
import { silenceOf, sortSilences, type TopicSilence } from '../domain/health/silence.ts';
import type { UntoldChanges } from '../domain/health/untold-change.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { readCallHealth } from './api-calls.server.ts';
import type { Database, Tx } from './database.server.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';
import { refundAttemptFrom } from './refund-attempt-row.ts';
import { readTopicDays } from './topic-days.server.ts';
import { readUntoldChanges } from './untold-changes.server.ts';

/** A refund that somebody has to look at, with its order's name. */
export interface TroubledRefund {
  readonly attempt: RefundAttempt;
  readonly orderName: string;
}

/** How the shop's line is. */
export interface Health {
  /** Refunds whose fate is not known, whose money failed, or that Shopify has no more: the oldest first. */
  readonly refunds: readonly TroubledRefund[];
  /** Since when the oldest refund is under way; null when none is. */
  readonly oldestUnderWay: Instant | null;
  readonly underWay: number;
  /** Deliveries that wait to be worked through, and since when the oldest does. */
  readonly waiting: number;
  readonly oldestWaiting: Instant | null;
  /** Orders that are due to be looked at and were not yet. */
  readonly due: number;
  /** Kinds of notifications, the unusually silent first. */
  readonly topics: readonly TopicSilence[];
  readonly untold: UntoldChanges;
  readonly calls: CallHealth;
}

const mostShown = 50;

export async function readHealth(
  { prisma }: Database,
  shop: ShopDomain,
  now: Instant,
): Promise<Health> {
  const isUnderWay = { shop, state: { in: ['sent', 'unknown'] } };
  const isWaiting = { shop, drainedAt: null, deadAt: null };
  const [troubled, underWay, waiting, due, topicDays, untold, calls] = await Promise.all([
    prisma.refundAttempt.findMany({
      where: {
        shop,
        OR: [
          { state: 'unknown' },
          { state: 'refunded', moneyStatus: 'failure' },
          { state: 'refunded', problem: { not: null } },
        ],
      },
      orderBy: { intendedAt: 'asc' },
      take: mostShown,
    }),
    prisma.refundAttempt.aggregate({
      where: isUnderWay,
      _count: true,
      _min: { firstSentAt: true },
    }),
    prisma.inboxDelivery.aggregate({ where: isWaiting, _count: true, _min: { receivedAt: true } }),
    prisma.orderRecord.count({ where: { shop, lookAgainAt: { lt: new Date(now) } } }),
    readTopicDays(prisma, shop, now),
    readUntoldChanges(prisma, shop, now),
    readCallHealth(prisma, shop, now),
  ]);
  const names = await prisma.suggestion.findMany({
    where: { shop, id: { in: troubled.map(({ suggestionId }) => suggestionId) } },
    select: { id: true, orderName: true },
  });
  const nameOf = new Map(names.map(({ id, orderName }) => [id, orderName]));
  const oldest = waiting._min.receivedAt;
  return {
    refunds: troubled.map((row) => ({
      attempt: refundAttemptFrom(row),
      orderName: nameOf.get(row.suggestionId) ?? '',
    })),
    underWay: underWay._count,
    oldestUnderWay: maybeInstantOf(underWay._min.firstSentAt),
    waiting: waiting._count,
    oldestWaiting: oldest ? instantOf(oldest) : null,
    due,
    topics: sortSilences(topicDays.map(silenceOf)),
    untold,
    calls,
  };
}

/** How many refunds somebody has to look at: those that `readHealth` names. */
export async function countTroubledRefunds(tx: Tx, shop: ShopDomain): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>(troubledSql(shop));
  return counted?.count ?? 0;
}

/** In the words of the index `refund_attempt_troubled`. */
export function troubledSql(shop: ShopDomain): Prisma.Sql {
  return Prisma.sql`
    select count(*)::int as count from refund_attempt
    where shop = ${shop}
      and (state = 'unknown' or (state = 'refunded' and (money_status = 'failure' or problem is not null)))`;
}
