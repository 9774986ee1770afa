import type { OrderFacts } from '../order-facts.ts';
import { larger, subtract, zero, type Money } from '../money.ts';

/** What can still go back: received less refunded, where pending refunds count as refunded. Never negative. */
export function refundableOf(facts: OrderFacts): Money {
  const { received, refunded, refundPending } = facts.payment;
  return larger(subtract(subtract(received, refunded), refundPending), zero(facts.currency));
}
