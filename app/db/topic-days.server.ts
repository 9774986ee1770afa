import { Prisma } from '#generated/prisma/client.ts';
import { orderTopics } from '../domain/health/order-topics.ts';
import { daysLookedBack, type TopicDays } from '../domain/health/silence.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { maybeInstantOf } from './instant-column.ts';

/** When each kind of notification about orders last came, and on which of the last days. */
export async function readTopicDays(
  tx: Tx,
  shop: ShopDomain,
  now: Instant,
): Promise<readonly TopicDays[]> {
  const rows = await tx.$queryRaw<
    { topic: string; lastAt: Date | null; daysAgo: readonly number[] }[]
  >(topicDaysSql(shop, now));
  return rows.map(({ lastAt, ...row }) => ({ ...row, lastAt: maybeInstantOf(lastAt) }));
}

/** One jump along the index for each kind and day: how many came does not matter. */
export function topicDaysSql(shop: ShopDomain, now: Instant): Prisma.Sql {
  return Prisma.sql`
    select topic,
      (select received_at from inbox_delivery delivery
        where delivery.shop = ${shop} and delivery.topic = kind.topic
        order by received_at desc limit 1) as "lastAt",
      array(
        select days_ago from generate_series(0, ${daysLookedBack}::int - 1) as days_ago
        where (
          select true from inbox_delivery delivery
          where delivery.shop = ${shop} and delivery.topic = kind.topic
            and delivery.received_at > ${now}::timestamptz - (days_ago + 1) * interval '24 hours'
            and delivery.received_at <= ${now}::timestamptz - days_ago * interval '24 hours'
          limit 1)
        order by days_ago
      ) as "daysAgo"
    from unnest(${[...orderTopics]}::text[]) as kind(topic)`;
}
