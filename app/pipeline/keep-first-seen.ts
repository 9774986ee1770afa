import type { OrderFacts } from '../domain/order-facts.ts';

/**
 * Shopify says that goods of a return are back, and not since when: the instant at which that was first read stands, so
 * that no clock begins anew with every change of the order.
 */
export function keepFirstSeen(before: OrderFacts, now: OrderFacts): OrderFacts {
  const receivedAt = new Map(before.returns.map((one) => [one.returnId, one.receivedAt]));
  return {
    ...now,
    returns: now.returns.map((one) =>
      one.receivedAt === null
        ? one
        : { ...one, receivedAt: receivedAt.get(one.returnId) ?? one.receivedAt },
    ),
  };
}
