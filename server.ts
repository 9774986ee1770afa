/**
 * The app's one process: webhooks are answered here, before Remix sees them; then assets, then pages.
 * `node server.ts` serves the build; `--dev` (what `shopify app dev` starts) has Vite in the middle.
 */
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';
import type * as Entry from './app/entry.server.tsx';

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

// A start costs a third less when what the last one compiled is still there; where it cannot be kept, nothing changes.
enableCompileCache('.cache/compiled');

const isDevelopment = process.argv.includes('--dev');
if (!Object.hasOwn(process.env, 'NODE_ENV')) {
  process.env.NODE_ENV = isDevelopment ? 'development' : 'production';
}

const server = createServer();
let stopping = false;
const { entry, serve } = isDevelopment ? await withVite() : await withBuild();

server.on('request', (request, response) => {
  if (entry.receiveWebhook(request, response)) return;
  if (request.url === '/healthz') {
    sayStatus(response, true);
    return;
  }
  if (request.url === '/readyz') {
    void (stopping ? Promise.resolve(false) : entry.isReady()).then((isReady) => {
      sayStatus(response, isReady);
    });
    return;
  }
  serve(request, response);
});

try {
  await entry.startLine();
} catch (error) {
  entry.log.fatal({ err: error }, error instanceof Error ? error.message : 'the start failed');
  process.exit(1);
}

server.once('error', (error: NodeJS.ErrnoException) => {
  const hint =
    error.code === 'EADDRINUSE' ? `port ${entry.env.PORT} is in use: set PORT` : error.message;
  entry.log.fatal({ err: error }, hint);
  process.exit(1);
});
server.listen(entry.env.PORT, entry.env.BIND_ADDRESS, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : entry.env.PORT;
  entry.log.info({ port, url: entry.env.SHOPIFY_APP_URL }, 'listening');
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void stop();
  });
}

function sayStatus(response: ServerResponse, isWell: boolean): void {
  response.statusCode = isWell ? 200 : 503;
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ status: isWell ? 'ok' : 'not ready' }));
}

/** Takes no more requests, finishes those in hand and the jobs under way, and ends within ten seconds. */
async function stop(): Promise<void> {
  entry.log.info('stopping');
  // Whatever hangs by then is made good by the next process: jobs are handed out again.
  setTimeout(() => {
    entry.log.error('not stopped in time');
    process.exit(1);
  }, 9500).unref();
  const closed = new Promise((settle) => server.close(settle));
  server.closeIdleConnections();
  setTimeout(() => {
    server.closeAllConnections();
  }, 2000).unref();
  await closed;
  await entry.stopLine();
  entry.log.info('stopped');
  process.exit(0);
}

async function withBuild(): Promise<{ entry: typeof Entry; serve: Listener }> {
  const file = resolve('build/server/index.js');
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  const pages = createRequestListener(toFetch(createRequestHandler(build, 'production')));
  const assets = sirv('build/client', {
    etag: true,
    setHeaders: (response, path) => {
      // Names under /assets carry a hash of their content.
      const forever = path.startsWith('/assets/');
      response.setHeader(
        'Cache-Control',
        forever ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  return {
    entry: build.entry.module as unknown as typeof Entry,
    serve: (request, response) => {
      assets(request, response, () => {
        pages(request, response);
      });
    },
  };
}

async function withVite(): Promise<{ entry: typeof Entry; serve: Listener }> {
  const { createServer: createVite } = await import('vite');
  // `shopify app dev` sets the tunnel's URL.
  const appUrl = process.env['SHOPIFY_APP_URL'] ?? process.env['APP_URL'];
  const vite = await createVite({
    appType: 'custom',
    server: {
      middlewareMode: true,
      hmr: { server },
      ...(appUrl ? { allowedHosts: [new URL(appUrl).hostname] } : {}),
    },
  });
  // The Remix plugin's own Vite ends the process at SIGTERM, in the middle of our stopping.
  process.removeAllListeners('SIGTERM');
  const load = () =>
    vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>;
  const first = await load();
  const pages = createRequestListener(async (request) =>
    toFetch(createRequestHandler(await load(), 'development'))(request),
  );
  return {
    entry: first.entry.module as unknown as typeof Entry,
    serve: (request, response) => {
      vite.middlewares(request, response, () => {
        pages(request, response);
      });
    },
  };
}

/** Remix' handler takes a second argument that the fetch server would fill with its own. */
function toFetch(
  handle: (request: Request) => Promise<Response>,
): (request: Request) => Promise<Response> {
  return (request) => handle(request);
}
