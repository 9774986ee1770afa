import { randomBytes } from 'node:crypto';
import { appPagePath } from './admin/admin-path.ts';
import { openAdminSite } from './admin/admin-site.ts';
import { startShopifyApi } from './api/start-shopify-api.ts';
import { openEgressProxy } from './egress-proxy.ts';
import { openFrontProxy, type FrontProxy } from './front-proxy.ts';
import type { Simulator, SimulatorOptions } from './simulator.ts';

/** Starts a whole Shopify on this machine. Tell it with `connectApp` where the app listens. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const apiKey = options.apiKey ?? randomBytes(16).toString('hex');
  const apiSecret = options.apiSecret ?? randomBytes(32).toString('hex');
  const opened: { close(): Promise<void> }[] = [];
  const keep = <Closable extends { close(): Promise<void> }>(closable: Closable): Closable => {
    opened.unshift(closable);
    return closable;
  };
  const close = async () => {
    for (const closable of opened.splice(0)) await closable.close();
  };

  try {
    const api = keep(await startShopifyApi({ apiKey, apiSecret, shops: options.shops }));
    const egress = keep(await openEgressProxy(api.origin));
    // Each names the other in what it sends, which is only after both are open.
    let front: FrontProxy | null = null;
    const admin = keep(
      await openAdminSite({
        api,
        shops: options.shops,
        port: options.adminPort ?? 0,
        appUrl() {
          if (!front) throw new Error('the front proxy is not open yet');
          return front.origin;
        },
      }),
    );
    const addresses = { adminOrigin: admin.origin };
    front = keep(await openFrontProxy({ port: options.frontPort ?? 0, addresses }));
    const { origin: appUrl, connect } = front;
    return {
      api,
      apiKey,
      apiSecret,
      adminOrigin: admin.origin,
      appUrl,
      appEnvironment: {
        ...egress.environment,
        SHOPIFY_API_KEY: apiKey,
        SHOPIFY_API_SECRET: apiSecret,
        SHOPIFY_APP_URL: appUrl,
      },
      connectApp(appOrigin) {
        connect(appOrigin);
        api.deliverTo(appOrigin);
      },
      adminUrl: (shop, { locale = 'en', path = '/app' } = {}) =>
        `${admin.origin}${appPagePath(shop, path, locale)}`,
      refusedCalls: egress.refusedCalls,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
