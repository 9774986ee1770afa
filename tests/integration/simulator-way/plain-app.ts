import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { text } from 'node:stream/consumers';
import { listen } from '#tests/simulator/way/listen.ts';
import { plainPage } from './plain-page.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** An embedded app of a few lines, with what any embedded app has: the script, the policy, a menu, a call home. */
export interface PlainApp {
  readonly origin: string;
  /** Every request that reached it, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** The next N calls to /api are answered as Shopify's package answers a stale session token. */
  refuseTokens: number;
  readonly close: () => Promise<void>;
}

export async function startPlainApp(apiKey: string): Promise<PlainApp> {
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  const { port, close } = await listen(server, 0);
  const app: PlainApp = { origin: `http://127.0.0.1:${port}`, requests, refuseTokens: 0, close };
  return app;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://app');
    const { method = '', headers } = request;
    requests.push({ method, path: url.pathname + url.search, headers, body: await text(request) });
    switch (url.pathname) {
      case '/api':
        if (app.refuseTokens > 0) {
          app.refuseTokens -= 1;
          response.writeHead(401, { 'X-Shopify-Retry-Invalid-Session-Request': '1' }).end();
        } else {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end(JSON.stringify({ authorization: headers.authorization ?? null }));
        }
        return;
      case '/script.js': {
        const code = `globalThis.appBridge = 'https://cdn.shopify.com/shopifycloud/app-bridge.js'; // 你好`;
        response.writeHead(200, {
          'content-type': 'text/javascript',
          'content-length': Buffer.byteLength(code),
          etag: '"1"',
        });
        response.end(code);
        return;
      }
      case '/slow':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<p>one</p>');
        await sleep(250);
        response.end('<p>two</p>');
        return;
      case '/to-admin':
        response.writeHead(302, { location: 'https://admin.shopify.com/store/demo/apps/x' }).end();
        return;
      case '/bounce':
        response.writeHead(200, { 'content-type': 'text/html' });
        response.end(
          `<script data-api-key="${apiKey}" src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>`,
        );
        return;
      default:
        await sendPage(response, plainPage(url.pathname, apiKey), url.searchParams.get('shop'));
    }
  }
}

/** In pieces, as a page is sent while it is rendered; the address of the script is cut in two. */
async function sendPage(response: ServerResponse, markup: string, shop: string | null) {
  const ancestors = `${shop === null ? '' : `https://${shop} `}https://admin.shopify.com`;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    link: '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";',
    'content-security-policy': `frame-ancestors ${ancestors};`,
  });
  const cut = markup.indexOf('https://cdn.shopify.com/') + 15;
  response.write(markup.slice(0, cut));
  await sleep(20);
  response.end(markup.slice(cut));
}
