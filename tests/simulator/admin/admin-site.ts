import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { ShopSettings, ShopifyApi } from '../api/shopify-api.ts';
import { listen } from '../way/listen.ts';
import { adminWords } from './admin-words.ts';
import { answerQuestion } from './answer-question.ts';
import { storeName } from './admin-path.ts';
import { frameUrl } from './frame-url.ts';
import { pageLocale } from './languages.ts';
import { openAssets, type Asset } from './assets.ts';
import { appPage } from './pages/app-page.ts';
import { orderPage } from './pages/order-page.ts';
import { ordersPage } from './pages/orders-page.ts';
import type { ShellContext } from './pages/shell.ts';
import { notFoundPage, storesPage } from './pages/stores-page.ts';

export interface AdminWorld {
  readonly api: ShopifyApi;
  readonly shops: readonly ShopSettings[];
  /** Where the browser finds the app; the front proxy. */
  readonly appUrl: () => string;
}

/** The merchant's side of Shopify: the admin, and the files of Shopify's CDN that an app names. */
export async function openAdminSite(options: AdminWorld & { readonly port: number }) {
  const assets = openAssets();
  const server = createServer((request, response) => {
    reply(options, assets, request).then(
      (answer) => send(response, answer),
      (error: unknown) => {
        const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
        process.stderr.write(`simulated admin: ${text}\n`);
        send(response, { status: 500, type: 'text/plain', body: `${text}\n` });
      },
    );
  });
  const { port, close } = await listen(server, options.port);
  return { origin: `http://127.0.0.1:${port}`, close };
}

interface Answer extends Asset {
  readonly status: number;
}

async function reply(
  world: AdminWorld,
  assets: (path: string) => Promise<Asset | null>,
  request: IncomingMessage,
): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://admin');
  const isGrant = request.method === 'POST' && url.pathname.endsWith('/answers/grant');
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isGrant) {
    return { status: 405, type: 'text/plain', body: 'Only GET and HEAD\n' };
  }
  const asset = await assets(url.pathname);
  if (asset) return { status: 200, ...asset };

  const askedLocale = url.searchParams.get('locale') ?? 'en';
  const locale = pageLocale(askedLocale);
  const shell: ShellContext = { locale, words: adminWords(locale) };
  if (url.pathname === '/') return page(storesPage({ ...shell, shops: world.shops }));

  const [, name, place, rest = ''] =
    /^\/store\/([^/]+)(?:\/([^/]+)(\/.*)?)?$/.exec(url.pathname) ?? [];
  const shop = world.shops.find(({ domain }) => storeName(domain) === name);
  if (!shop) return page(notFoundPage(shell), 404);
  switch (place) {
    case 'apps':
      return page(framingPage(world, { ...shell, shop, askedLocale, url, rest }));
    case 'answers': {
      if (isGrant) {
        world.api.grantScopes(shop.domain, (url.searchParams.get('scopes') ?? '').split(','));
      }
      const answer = answerQuestion(world.api, shop, isGrant ? 'scopes' : rest.slice(1));
      return {
        status: answer === null ? 404 : 200,
        type: 'application/json',
        body: JSON.stringify(answer),
      };
    }
    case undefined:
    case 'orders':
      return orders(world, { ...shell, shop, url, number: rest.slice(1) });
    default:
      return page(notFoundPage(shell), 404);
  }
}

interface StoreRequest extends ShellContext {
  readonly shop: ShopSettings;
  readonly url: URL;
}

function orders(world: AdminWorld, request: StoreRequest & { readonly number: string }): Answer {
  const { shop, number, url } = request;
  if (number === '') {
    const pageNumber = Number(url.searchParams.get('page') ?? '1') || 1;
    return page(ordersPage({ ...request, pageNumber, orders: world.api.orders(shop.domain) }));
  }
  const order = world.api.order(shop.domain, `gid://shopify/Order/${number}`);
  return order ? page(orderPage({ ...request, order })) : page(notFoundPage(request), 404);
}

function framingPage(
  world: AdminWorld,
  request: StoreRequest & { readonly askedLocale: string; readonly rest: string },
): string {
  const { shop, url, rest, askedLocale } = request;
  // `/<handle>/the/path/of/the/app`
  const path = rest.replace(/^\/[^/]*/, '').replace(/^\/*/, '/');
  const query = new URLSearchParams(url.searchParams);
  query.delete('locale');
  const frame = frameUrl({
    appUrl: world.appUrl(),
    path: query.size > 0 ? `${path}?${query.toString()}` : path,
    shop: shop.domain,
    locale: askedLocale,
    idToken: world.api.sessionToken(shop.domain),
    now: new Date(),
  });
  return appPage({ ...request, frameUrl: frame, askedLocale });
}

function page(body: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body };
}

function send(response: ServerResponse, { status, type, body, headers }: Answer): void {
  response.writeHead(status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(body);
}
