import type { ShopifyApi, ShopSettings } from './api/shopify-api.ts';

export interface SimulatorOptions {
  readonly shops: readonly ShopSettings[];
  /** Fresh random ones when absent. */
  readonly apiKey?: string;
  readonly apiSecret?: string;
  /** Ports of the admin page and of the front proxy; free ones when absent. */
  readonly adminPort?: number;
  readonly frontPort?: number;
}

/** A call that the app's process tried to make to somebody else than its shop. */
export interface RefusedCall {
  readonly at: Date;
  readonly method: string;
  /** `host:port`, or the URL of a call without TLS. */
  readonly target: string;
}

/** A whole Shopify on this machine: servers, admin page, App Bridge, and the way there. */
export interface Simulator {
  readonly api: ShopifyApi;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Where a person opens the admin: `http://127.0.0.1:<port>`. */
  readonly adminOrigin: string;
  /** SHOPIFY_APP_URL: the front proxy, as the tunnel is in `shopify app dev`: `http://localhost:<port>`. */
  readonly appUrl: string;
  /** What the app's process needs in its environment to reach this Shopify instead of the real one. */
  readonly appEnvironment: Readonly<Record<string, string>>;
  /** Tells the front proxy and the webhooks where the app really listens. */
  connectApp(appOrigin: string): void;
  /** The admin page that frames the app, at a path of the app (default `/app`). */
  adminUrl(shop: string, options?: { readonly locale?: string; readonly path?: string }): string;
  /** What the app tried to call besides its shops, oldest first: refused, and empty when all is well. */
  refusedCalls(): readonly RefusedCall[];
  close(): Promise<void>;
}
