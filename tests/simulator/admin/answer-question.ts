import type { ShopSettings, ShopifyApi } from '../api/shopify-api.ts';
import { readAppConfig } from '../api/read-app-config.ts';

/** What the admin page asks its server for on behalf of App Bridge, as JSON. Null: there is no such question. */
export function answerQuestion(api: ShopifyApi, shop: ShopSettings, question: string): unknown {
  switch (question) {
    case 'id-token':
      return freshToken(api, shop.domain);
    case 'user':
      return { id: 42, name: 'Simulated Merchant', accountAccess: 'Full access' };
    case 'scopes': {
      const scopes = readAppConfig().scopes;
      return { granted: shop.grantedScopes ?? scopes, required: scopes, optional: [] };
    }
    default:
      return null;
  }
}

/**
 * A session token as of now. It is for the app, whose clock is the machine's: it holds from the machine's time on,
 * and to the simulator's, which may be ahead.
 */
export function freshToken(api: ShopifyApi, shop: string): string {
  const seconds = Math.floor(Date.now() / 1000);
  return api.sessionToken(shop, { nbf: seconds, iat: seconds });
}
