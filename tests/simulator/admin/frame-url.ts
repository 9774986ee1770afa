import { storeName } from './admin-path.ts';

/** The `host` parameter: where the admin is that embeds the app, as Shopify encodes it. */
export function hostParameter(shop: string): string {
  return Buffer.from(`admin.shopify.com/store/${storeName(shop)}`).toString('base64');
}

/** What the frame is opened with: the app's own path and query, and what Shopify says of the merchant. */
export function frameUrl(options: {
  readonly appUrl: string;
  readonly path: string;
  readonly shop: string;
  readonly locale: string;
  readonly idToken: string;
  readonly now: Date;
}): string {
  const url = new URL(options.path, options.appUrl);
  const said = {
    embedded: '1',
    shop: options.shop,
    host: hostParameter(options.shop),
    id_token: options.idToken,
    locale: options.locale,
    timestamp: String(Math.floor(options.now.getTime() / 1000)),
  };
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  return url.href;
}
