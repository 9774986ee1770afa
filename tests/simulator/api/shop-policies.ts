import type { SimulatorClock } from './shopify-api.ts';

/** One of a shop's legal texts. */
export interface ShopPolicyState {
  readonly id: string;
  /** ShopPolicyType. */
  readonly type: string;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ShopPolicies {
  of(shop: string): readonly ShopPolicyState[];
  /** False for a text that Shopify takes to be too big. */
  write(shop: string, type: string, body: string): boolean;
}

/** "Policy text, maximum size of 512kb." */
const mostBytes = 512 * 1024;

export function openShopPolicies(
  clock: SimulatorClock,
  newId: (type: string) => string,
): ShopPolicies {
  const policies = new Map<string, Map<string, ShopPolicyState>>();
  return {
    of: (shop) => [...(policies.get(shop)?.values() ?? [])],
    write(shop, type, body) {
      if (Buffer.byteLength(body) > mostBytes) return false;
      const own = policies.get(shop) ?? new Map<string, ShopPolicyState>();
      policies.set(shop, own);
      const before = own.get(type);
      const handle = type.toLowerCase().replaceAll('_', '-');
      const at = clock.now().toISOString();
      own.set(type, {
        id: before?.id ?? newId('ShopPolicy'),
        type,
        title: handle,
        body,
        url: `https://${shop}/policies/${handle}`,
        createdAt: before?.createdAt ?? at,
        updatedAt: at,
      });
      return true;
    },
  };
}
