import type { ShopSettings, SimulatorClock } from './shopify-api.ts';
import type { OrderState } from './orders/order-state.ts';

export interface ShopState extends ShopSettings {
  readonly id: number;
  readonly primaryLocationId: string;
  /** The scopes the merchant granted. */
  readonly scopes: readonly string[];
}

/** Everything Shopify remembers of the shops' orders. */
export interface Store {
  /** Null for a host that is no shop of this simulator. */
  shop(domain: string): ShopState | null;
  /** The merchant grants these scopes and no others. */
  grant(domain: string, scopes: readonly string[]): void;
  /** Takes the place of an earlier state of the same order. */
  put(order: OrderState): void;
  orders(shop: string): readonly OrderState[];
  /** By global or numeric id. */
  order(shop: string, id: string): OrderState | null;
  /** The order that holds the part (a fulfillment, fulfillment order, refund, transaction or line) of this global id. */
  orderHolding(shop: string, partId: string): OrderState | null;
  /** Ids are dealt out upwards from one that no real payload reaches. */
  newId(type: string): string;
}

export function openStore(
  settings: readonly ShopSettings[],
  defaults: { readonly scopes: readonly string[]; readonly clock: SimulatorClock },
): Store {
  const shops = new Map<string, ShopState>();
  const orders = new Map<string, Map<string, OrderState>>();
  const holders = new Map<string, string>();
  settings.forEach((shop, index) => {
    shops.set(shop.domain, {
      ...shop,
      id: 1001 + index,
      primaryLocationId: gidOf('Location', String(7_000_000_001 + index)),
      scopes: shop.grantedScopes ?? defaults.scopes,
    });
    orders.set(shop.domain, new Map());
  });
  // A simulator started later in the same database must not deal out the ids of an earlier one.
  let last = BigInt(defaults.clock.now().getTime()) * 1000n;
  const ordersOf = (shop: string): Map<string, OrderState> => {
    const found = orders.get(shop);
    if (!found) throw new Error(`the simulator has no shop ${shop}`);
    return found;
  };
  return {
    shop: (domain) => shops.get(domain) ?? null,
    grant(domain, scopes) {
      const shop = shops.get(domain);
      if (shop) shops.set(domain, { ...shop, scopes });
    },
    put(order) {
      const before = ordersOf(order.shop).get(order.id);
      for (const id of before ? partIdsOf(before) : []) holders.delete(`${order.shop} ${id}`);
      ordersOf(order.shop).set(order.id, order);
      for (const id of partIdsOf(order)) holders.set(`${order.shop} ${id}`, order.id);
    },
    orders: (shop) => [...ordersOf(shop).values()],
    order: (shop, id) => ordersOf(shop).get(toGid('Order', id)) ?? null,
    orderHolding(shop, partId) {
      const orderId = holders.get(`${shop} ${partId}`);
      return orderId === undefined ? null : (ordersOf(shop).get(orderId) ?? null);
    },
    newId(type) {
      last += 1n;
      return gidOf(type, last.toString());
    },
  };
}

function gidOf(type: string, digits: string): string {
  return `gid://shopify/${type}/${digits}`;
}

/** Accepts the numeric id as well. */
export function toGid(type: string, id: string): string {
  return id.startsWith('gid://') ? id : gidOf(type, id);
}

function partIdsOf(order: OrderState): readonly string[] {
  return [
    ...order.fulfillments,
    ...order.returns,
    ...order.fulfillmentOrders,
    ...order.refunds,
    ...order.transactions,
    ...order.lines,
  ].map(({ id }) => id);
}
