import type { NoteFacts, OrderFacts } from '../domain/order-facts.ts';
import type { Instant } from '../domain/time.ts';

/**
 * Shopify says that goods of a return are back, or what a note says, and not since when: the instant at which that was first
 * read stands, so that no clock begins anew with every change of the order.
 */
export function keepFirstSeen(before: OrderFacts, now: OrderFacts): OrderFacts {
  const receivedAt = new Map(before.returns.map((one) => [one.returnId, one.receivedAt]));
  return {
    ...now,
    note: now.note && { ...now.note, at: firstSeen(before.note, now.note) },
    returns: now.returns.map((one) =>
      one.receivedAt === null
        ? one
        : { ...one, receivedAt: receivedAt.get(one.returnId) ?? one.receivedAt },
    ),
  };
}

function firstSeen(before: NoteFacts | null, now: NoteFacts): Instant {
  const said = ({ intents }: NoteFacts) => intents.map(({ intent }) => intent).join();
  return before && said(before) === said(now) ? before.at : now.at;
}
