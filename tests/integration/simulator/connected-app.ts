import { randomBytes } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import type { ShopifyApi, ShopSettings } from '#tests/simulator/api/shopify-api.ts';
import { startShopifyApi } from '#tests/simulator/api/start-shopify-api.ts';

/** An app that is installed at one shop of a fresh simulator, and speaks HTTP to it as any client would. */
export interface ConnectedApp {
  readonly api: ShopifyApi;
  readonly shop: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
  oauth(request: Record<string, unknown>): Promise<Answer>;
  exchange(request?: Record<string, unknown>): Promise<Answer>;
  /** Calls the Admin API with the token of the installation. */
  admin(query: string, variables?: Record<string, unknown>): Promise<Answer>;
  adminWith(token: string, query: string, variables?: Record<string, unknown>): Promise<Answer>;
  load(body: unknown): string;
  close(): Promise<void>;
}

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

export type Json = Readonly<Record<string, unknown>>;

export function textIn(body: Json, key: string): string {
  const value = body[key];
  if (typeof value !== 'string') throw new TypeError(`${key} is no text`);
  return value;
}

const shop = 'harbour-test.myshopify.com';

export async function connectApp(settings: Partial<ShopSettings> = {}): Promise<ConnectedApp> {
  const apiKey = randomBytes(16).toString('hex');
  const apiSecret = randomBytes(32).toString('hex');
  const domain = settings.domain ?? shop;
  const api = await startShopifyApi({
    apiKey,
    apiSecret,
    shops: [{ domain, currency: 'USD', country: 'US', timezone: 'America/New_York', ...settings }],
  });
  const app: Omit<ConnectedApp, 'admin'> = {
    api,
    shop: domain,
    apiKey,
    apiSecret,
    post: (path, body, headers = {}) =>
      send(`${api.origin}${path}`, body, { host: domain, ...headers }),
    oauth: (more) =>
      app.post('/admin/oauth/access_token', {
        client_id: apiKey,
        client_secret: apiSecret,
        ...more,
      }),
    exchange: (more = {}) =>
      app.oauth({
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: api.sessionToken(domain),
        subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
        requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
        expiring: '1',
        ...more,
      }),
    adminWith: (token, query, variables = {}) =>
      app.post(
        '/admin/api/2026-10/graphql.json',
        { query, variables },
        { 'x-shopify-access-token': token },
      ),
    load(body) {
      const outcome = api.loadOrder(domain, body);
      if (outcome.outcome === 'rejected') throw new Error(outcome.reason);
      return outcome.orderId;
    },
    close: () => api.close(),
  };
  const installed = await app.exchange();
  const token = textIn(installed.body, 'access_token');
  return { ...app, admin: (query, variables) => app.adminWith(token, query, variables) };
}

function send(url: string, body: unknown, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
    });
    call.on('error', reject);
    call.on('response', (response) => {
      read(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Json }),
        reject,
      );
    });
    call.end(JSON.stringify(body));
  });
}

async function read(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
