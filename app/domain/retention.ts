import { isPositive } from './money.ts';
import type { DisputeFacts, OrderFacts, ReturnFacts } from './order-facts.ts';

/** DisputeStatus and ReturnStatus values after which nothing follows. */
const overDisputes = new Set(['ACCEPTED', 'CHARGE_REFUNDED', 'LOST', 'PREVENTED', 'WON']);
const overReturns = new Set(['CANCELED', 'CLOSED', 'DECLINED']);

/** Nothing of the order is under way at Shopify. A status that is not known may be of something that is. */
export function isOver({ disputes, returns, payment }: OrderFacts): boolean {
  return (
    disputes.every(({ status }: DisputeFacts) => overDisputes.has(status.toUpperCase())) &&
    returns.every(({ status }: ReturnFacts) => overReturns.has(status.toUpperCase())) &&
    !isPositive(payment.refundPending)
  );
}

/** How many of what was deleted. */
export interface SweptCounts {
  /** Webhooks. */
  readonly deliveries: number;
  /** Reports and messages of buyers, and readings of them. */
  readonly said: number;
  readonly orders: number;
}
