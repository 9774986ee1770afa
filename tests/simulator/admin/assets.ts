import { readFile } from 'node:fs/promises';
import { bundleScript } from '../way/bundle-script.ts';

export interface Asset {
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The files of the admin page and of the CDN, by path. Scripts are bundled once, when the first is asked for. */
export function openAssets(): (path: string) => Promise<Asset | null> {
  const appBridge = once(() =>
    bundleScript(new URL('../app-bridge/app-bridge.ts', import.meta.url)),
  );
  const admin = once(() => bundleScript(new URL('browser/admin.ts', import.meta.url)));
  const style = new URL('admin.css', import.meta.url);
  // An app on another origin loads them, as it does from Shopify's CDN.
  const headers = {
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  };

  return async (path) => {
    switch (path) {
      case '/assets/admin.css':
        return { type: 'text/css; charset=utf-8', body: await readFile(style, 'utf8') };
      case '/assets/admin.js':
        return { type: 'text/javascript; charset=utf-8', body: await admin() };
      case '/cdn/shopifycloud/app-bridge.js':
        return { type: 'text/javascript; charset=utf-8', body: await appBridge(), headers };
    }
    // Polaris' template asks for Inter: the system's font does as well, and nothing is missing in the console.
    if (path.startsWith('/cdn/static/fonts/') && path.endsWith('.css')) {
      return { type: 'text/css; charset=utf-8', body: '/* no fonts here */\n', headers };
    }
    return null;
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}
