import type { ShopifyApi } from '../api/shopify-api.ts';
import { livelyShop, type FurnishedOrder } from './lively-shop.ts';

export type LoadedOrder = FurnishedOrder & { readonly orderId: string };

/** Puts the orders into the simulated shop. */
export function loadShop(
  api: ShopifyApi,
  orders: readonly FurnishedOrder[],
): readonly LoadedOrder[] {
  return orders.map((furnished) => {
    const { story, order, dispute } = furnished;
    const loaded = api.loadOrder(livelyShop.domain, order);
    if (loaded.outcome === 'rejected') throw new Error(`${story}: ${loaded.reason}`);
    if (dispute) api.openDispute(livelyShop.domain, loaded.orderId, dispute);
    return { ...furnished, orderId: loaded.orderId };
  });
}
