import type { ShopSettings, ShopifyApi } from '../api/shopify-api.ts';
import { readAppConfig } from '../api/read-app-config.ts';

/** What the admin page asks its server for on behalf of App Bridge, as JSON. Null: there is no such question. */
export function answerQuestion(api: ShopifyApi, shop: ShopSettings, question: string): unknown {
  switch (question) {
    case 'id-token':
      return api.sessionToken(shop.domain);
    case 'user':
      return { id: 42, name: 'Simulated Merchant', accountAccess: 'Full access' };
    case 'scopes': {
      const { scopes: required, optionalScopes: optional } = readAppConfig();
      return { granted: api.grantedScopes(shop.domain), required, optional };
    }
    default:
      return null;
  }
}
