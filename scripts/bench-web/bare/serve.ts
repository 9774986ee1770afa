/** Serves the bare page's build as `server.ts` serves the app's, and says in a line of log where it listens. */
import { createRequestHandler, type ServerBuild } from '@remix-run/node';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { createServer } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sirv from 'sirv';

const folder = resolve('.cache/bench-web/bare');
const built = (await import(pathToFileURL(`${folder}/server/index.js`).href)) as ServerBuild;
const handle = createRequestHandler(built, 'production');
const pages = createRequestListener((request) => handle(request));
const assets = sirv(`${folder}/client`, {
  etag: true,
  setHeaders: (response, path) => {
    const forever = path.startsWith('/assets/');
    response.setHeader(
      'Cache-Control',
      forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
  },
});

const server = createServer((request, response) => {
  if (request.url === '/healthz') response.end('{"status":"ok"}');
  else {
    assets(request, response, () => {
      pages(request, response);
    });
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  process.stdout.write(`${JSON.stringify({ msg: 'listening', port })}\n`);
});
process.once('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
