import type { Stake, StakeLine } from '../claim.ts';
import type { Money } from '../money.ts';

/** What will be sent: made from what is at stake, before Shopify priced it. */
export interface RefundPlan {
  readonly lines: readonly StakeLine[];
  /** Shipping to give back, presentment; null for none. */
  readonly shipping: Money | null;
  /** Everything that can still be refunded, as Shopify's calculator finds it. */
  readonly everything: boolean;
}

export function refundPlanFor(stake: Stake): RefundPlan {
  return { lines: stake.lines, shipping: stake.shipping, everything: stake.everything };
}
