import type { Stake, StakeLine } from '../claim.ts';
import { isPositive, larger, smaller, subtract, zero, type Money } from '../money.ts';

/** What will be sent: made from what is at stake, before Shopify priced it. */
export interface RefundPlan {
  readonly lines: readonly StakeLine[];
  /** Shipping to give back, presentment; null for none. */
  readonly shipping: Money | null;
  /** Everything that can still be refunded, as Shopify's calculator finds it. */
  readonly everything: boolean;
  /** Kept of what Shopify's calculator comes to; null for nothing. */
  readonly fee: Money | null;
}

export function refundPlanFor(stake: Stake): RefundPlan {
  const { lines, shipping, everything, fee } = stake;
  return { lines, shipping, everything, fee };
}

/** Payments with a fee kept of them, from the last one on; one that nothing is left of is not sent. */
export function lessKept<Payment extends { readonly amount: Money }>(
  payments: readonly Payment[],
  fee: Money,
): readonly Payment[] {
  let open = fee;
  const left = [...payments].reverse().map((payment) => {
    const kept = smaller(open, payment.amount);
    open = larger(subtract(open, kept), zero(fee.currencyCode));
    return { ...payment, amount: subtract(payment.amount, kept) };
  });
  return left.reverse().filter(({ amount }) => isPositive(amount));
}
