import type { ShopDomain } from '../ids.ts';
import { instantAt, millisecondsOf, type Instant } from '../time.ts';

/** What Shopify lets the app ask about one shop, in points of its own (https://shopify.dev/docs/api/usage/limits). */
export interface ApiBudget {
  readonly available: number;
  readonly maximum: number;
  /** Points that come back in a second. */
  readonly restoreRate: number;
}

/** What one call showed. */
export interface SeenCall {
  /** Null: the answer did not say. */
  readonly budget: ApiBudget | null;
  readonly isThrottled: boolean;
}

export interface SeenBudget extends ApiBudget {
  readonly seenAt: Instant;
}

/** What calls about one shop showed since it was last written down. */
export interface ShopCalls {
  readonly shop: ShopDomain;
  readonly last: SeenBudget | null;
  /** By the minute. */
  readonly throttled: readonly { readonly minute: Instant; readonly times: number }[];
}

/** How calls about a shop go. */
export interface CallHealth {
  /** Null: no call was made, or none whose answer said so. */
  readonly last: SeenBudget | null;
  /** Calls of the last day that Shopify asked to come again later. */
  readonly throttled: number;
}

/** With one more call, that was answered then. */
export function withCall(
  before: ShopCalls,
  { budget, isThrottled }: SeenCall,
  at: Instant,
): ShopCalls {
  return {
    ...before,
    last: budget ? { ...budget, seenAt: at } : before.last,
    throttled: isThrottled ? withThrottled(before.throttled, minuteOf(at)) : before.throttled,
  };
}

function withThrottled(before: ShopCalls['throttled'], minute: Instant): ShopCalls['throttled'] {
  const times = before.find((known) => known.minute === minute)?.times ?? 0;
  return [...before.filter((known) => known.minute !== minute), { minute, times: times + 1 }];
}

const minuteMs = 60_000;

function minuteOf(at: Instant): Instant {
  return instantAt(Math.floor(millisecondsOf(at) / minuteMs) * minuteMs);
}
