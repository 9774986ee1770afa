import type { SeenCall } from '../domain/health/api-calls.ts';
import type { ShopDomain } from '../domain/ids.ts';

/** The SDK's `admin.graphql` of one shop, token included. */
export type AdminGraphql = (
  operation: string,
  options: { variables?: Record<string, unknown>; signal?: AbortSignal; tries?: number },
) => Promise<Response>;

/** Opens a shop's Admin API; its token is refreshed on the way when it must be. */
export type AdminDoor = (shop: ShopDomain) => Promise<AdminAccess>;

export interface OpenAdmin {
  readonly outcome: 'open';
  readonly graphql: AdminGraphql;
  /** Told of each answer; it waits for nothing. */
  readonly noteCall: (call: SeenCall) => void;
}

export type AdminAccess =
  | OpenAdmin
  /** No token, or Shopify refuses to refresh it: the shop must open the app again. */
  | { readonly outcome: 'closed'; readonly reason: string };
