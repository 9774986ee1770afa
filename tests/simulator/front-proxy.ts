import {
  createServer,
  request as callApp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { explainAbsence } from './way/absence-page.ts';
import { listen } from './way/listen.ts';
import {
  rewriteLocation,
  rewritePolicy,
  rewriteStream,
  rewriteText,
  type Addresses,
} from './way/rewrite.ts';

export interface FrontProxy {
  /** `http://localhost:<port>`. */
  readonly origin: string;
  readonly connect: (appOrigin: string) => void;
  readonly close: () => Promise<void>;
}

/**
 * What a browser sees of the app: it stands where the tunnel stands in `shopify app dev`, and turns what the app says
 * of Shopify's servers to the simulator's.
 */
export async function openFrontProxy(options: {
  readonly port: number;
  readonly addresses: Addresses;
}): Promise<FrontProxy> {
  let app: URL | null = null;
  const server = createServer((request, response) => {
    if (app) forward(app, options.addresses, request, response);
    else explainAbsence(request, response, 'The simulator was not told where it is.');
  });
  const { port, close } = await listen(server, options.port);
  return {
    origin: `http://localhost:${port}`,
    connect(appOrigin) {
      app = new URL(appOrigin);
    },
    close,
  };
}

function forward(
  app: URL,
  addresses: Addresses,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const upstream = callApp({
    host: app.hostname,
    port: app.port,
    method: request.method,
    path: request.url,
    headers: {
      ...withoutHopHeaders(request.headers),
      'accept-encoding': 'identity',
      'x-forwarded-host': request.headers.host,
      'x-forwarded-proto': 'http',
      'x-forwarded-for': request.socket.remoteAddress,
    },
    // Each call on a connection of its own: one that the app just closed would look like an app that is down.
    agent: false,
  });
  upstream.on('response', (answer) => {
    passOn(answer, addresses, request, response).catch(() => response.destroy());
  });
  upstream.on('error', (error) => {
    if (response.headersSent) response.destroy();
    else
      explainAbsence(request, response, `It does not answer at ${app.origin} (${error.message}).`);
  });
  response.once('close', () => {
    if (!response.writableFinished) upstream.destroy();
  });
  request.on('error', () => upstream.destroy());
  request.pipe(upstream);
}

async function passOn(
  answer: IncomingMessage,
  addresses: Addresses,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const status = answer.statusCode ?? 502;
  const headers = rewriteHeaders(answer.headers, addresses);
  const type = answer.headers['content-type'] ?? '';
  const hasBody = request.method !== 'HEAD' && status !== 204 && status !== 304;
  if (!hasBody || !/^(?:text\/html|(?:text|application)\/javascript)\b/i.test(type)) {
    response.writeHead(status, answer.statusMessage, headers);
    return pipeline(answer, response);
  }
  if (headers['content-length'] === undefined) {
    response.writeHead(status, answer.statusMessage, headers);
    return pipeline(answer, rewriteStream(addresses), response);
  }
  const original = (await buffer(answer)).toString('utf8');
  const body = Buffer.from(rewriteText(original, addresses), 'utf8');
  headers['content-length'] = body.length;
  if (!body.equals(Buffer.from(original, 'utf8'))) {
    // It names this simulator's port, which another run need not have: no cache may keep it.
    headers['cache-control'] = 'no-cache';
    delete headers.etag;
    delete headers['last-modified'];
  }
  response.writeHead(status, answer.statusMessage, headers);
  response.end(body);
}

function rewriteHeaders(given: IncomingHttpHeaders, addresses: Addresses): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { ...withoutHopHeaders(given) };
  const rewrites: Readonly<Record<string, (text: string, addresses: Addresses) => string>> = {
    link: rewriteText,
    location: rewriteLocation,
    'x-shopify-api-request-failure-reauthorize-url': rewriteLocation,
    'content-security-policy': rewritePolicy,
  };
  for (const [name, rewrite] of Object.entries(rewrites)) {
    const value = headers[name];
    if (typeof value === 'string') headers[name] = rewrite(value, addresses);
  }
  return headers;
}

const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

function withoutHopHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopHeaders.has(name)));
}
