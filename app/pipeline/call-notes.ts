import { withCall, type SeenCall, type ShopCalls } from '../domain/health/api-calls.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** What Shopify's answers say of its budget, kept in memory: a call costs no query of ours. */
export interface CallNotes {
  note(shop: ShopDomain, call: SeenCall, at: Instant): void;
  /** All notes since the last time, which are given away. */
  take(): readonly ShopCalls[];
}

export function callNotes(): CallNotes {
  const byShop = new Map<ShopDomain, ShopCalls>();
  return {
    note(shop, call, at) {
      const before = byShop.get(shop) ?? { shop, last: null, throttled: [] };
      byShop.set(shop, withCall(before, call, at));
    },
    take() {
      const taken = [...byShop.values()];
      byShop.clear();
      return taken;
    },
  };
}
