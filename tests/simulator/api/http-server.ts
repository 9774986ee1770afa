import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AdminCallRecord, Faults, SimulatorClock, TokenRequest } from './shopify-api.ts';
import { apiVersion } from './graphql/admin-schema.ts';
import { bulkResultHost, type BulkDesk } from './graphql/bulk-desk.ts';
import type { GraphqlDesk } from './graphql/answer-graphql.ts';
import { isObject, textOf, type JsonObject } from './json.ts';
import { answerOauth, type OauthDesk } from './oauth/answer-oauth.ts';
import { watchWait } from './crossed-refunds.ts';
import type { ShopState, Store } from './store.ts';

export interface HttpWorld {
  readonly store: Store;
  readonly graphql: GraphqlDesk;
  readonly oauth: OauthDesk;
  readonly bulkDesk: BulkDesk;
  readonly faults: Faults;
  readonly clock: SimulatorClock;
  readonly record: (call: AdminCallRecord) => void;
  readonly recordToken: (request: TokenRequest) => void;
  /** Refunds that were made while a call on the same order was on its way. */
  readonly recordCrossed: (refundIds: readonly string[]) => void;
}

interface AdminCall {
  readonly shop: ShopState;
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: JsonObject;
}

const oauthPath = '/admin/oauth/access_token';
const graphqlPath = `/admin/api/${apiVersion}/graphql.json`;

/** Shopify's front door: which shop is meant is the Host header. */
export async function listen(world: HttpWorld) {
  const underWay = new Set<Promise<void>>();
  const server = createServer((request, response) => {
    const answered = answer(world, request, response)
      .catch((error: unknown) => {
        process.stderr.write(
          `simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
        );
        send(response, 500, { errors: 'Internal Server Error' });
      })
      .finally(() => underWay.delete(answered));
    underWay.add(answered);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    /** Waits until all that arrived so far was performed, whether or not anybody still listens. */
    lateSettled: async (): Promise<void> => {
      await Promise.all(underWay);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  world: HttpWorld,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host === bulkResultHost) {
    await sendFile(world, request, response);
    return;
  }
  const shop = world.store.shop(host);
  const path = (request.url ?? '').split('?')[0];
  if (!shop || (path !== oauthPath && path !== graphqlPath)) {
    send(response, 404, { errors: 'Not Found' });
    return;
  }
  if (request.method !== 'POST') {
    send(response, 406, { errors: 'Not Acceptable' });
    return;
  }
  const json = jsonIn(body);
  if (!json) {
    send(response, 400, { errors: { query: 'Required parameter missing or invalid' } });
    return;
  }
  if (path === oauthPath) {
    const reply = answerOauth(world.oauth, shop, json);
    const grant = textOf(json['grant_type']) ?? '';
    world.recordToken({ shop: shop.domain, grant, status: reply.status });
    send(response, reply.status, reply.body);
    return;
  }
  const call: AdminCall = {
    shop,
    query: textOf(json['query']) ?? '',
    operationName: typeof json['operationName'] === 'string' ? json['operationName'] : null,
    variables: isObject(json['variables']) ? json['variables'] : {},
  };
  await answerAdmin(world, call, String(request.headers['x-shopify-access-token'] ?? ''), response);
}

async function answerAdmin(
  world: HttpWorld,
  call: AdminCall,
  token: string,
  response: ServerResponse,
): Promise<void> {
  const { faults, graphql } = world;
  const operation = graphql.nameOf(call.query, call.operationName);
  const finish = async (status: number, body: object, headers: Record<string, string> = {}) => {
    record(world, call, operation, status);
    if (faults.delayMs > 0) await sleep(faults.delayMs);
    send(response, status, body, headers);
  };
  if (faults.down) return finish(503, { errors: 'Service Unavailable' });
  const scopes = world.oauth.tokens.scopesOf(call.shop.domain, token);
  if (!scopes) {
    const message = '[API] Invalid API key or access token (unrecognized login or wrong password)';
    return finish(401, { errors: message });
  }
  const throttled = faults.throttle > 0;
  if (throttled) faults.throttle -= 1;
  if (throttled && faults.throttleAs === 'http') {
    return finish(
      429,
      { errors: 'Exceeded 2 calls per second for api client.' },
      { 'retry-after': '2.0' },
    );
  }
  const isRefund = !throttled && graphql.refunds(call.query, call.operationName);
  if (isRefund && faults.failRefunds > 0) {
    faults.failRefunds -= 1;
    return finish(500, { errors: 'Internal Server Error' });
  }
  const wait = isRefund && faults.lateRefunds > 0 ? watchWait(world.store, call.shop.domain) : null;
  const isCut = wait !== null && faults.lateCut;
  if (wait) {
    faults.lateRefunds -= 1;
    if (isCut) {
      record(world, call, operation, 0);
      response.socket?.destroy();
    }
    await sleep(faults.lateMs);
    wait.performing();
  }
  const reply = graphql.answer({ ...call, scopes, throttled });
  if (wait) world.recordCrossed(wait.crossed());
  if (isCut) {
    reply.answered();
    return;
  }
  const isPolicy = graphql.writesPolicy(call.query, call.operationName);
  const isRefundDropped = isRefund && !reply.throttled && faults.dropRefundAnswers > 0;
  const isPolicyDropped = isPolicy && !reply.throttled && faults.dropPolicyAnswers > 0;
  if (isRefundDropped) faults.dropRefundAnswers -= 1;
  if (isPolicyDropped) faults.dropPolicyAnswers -= 1;
  if (isRefundDropped || isPolicyDropped) {
    record(world, call, operation, 0);
    if (faults.delayMs > 0) await sleep(faults.delayMs);
    reply.answered();
    response.socket?.destroy();
    return;
  }
  await finish(200, reply.body);
  reply.answered();
}

const pieceBytes = 4096;

/** The result of a bulk operation: whoever knows the address may read it, from any byte on. */
async function sendFile(
  { bulkDesk, faults }: HttpWorld,
  { url, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = bulkDesk.file(url ?? '');
  if (!file) {
    send(response, 404, { errors: 'Not Found' });
    return;
  }
  const asked = /^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1];
  const from = Number(asked ?? 0);
  if (from >= file.length) {
    response.writeHead(416, { 'content-range': `bytes */${file.length}` }).end();
    return;
  }
  response.writeHead(asked === undefined ? 200 : 206, {
    'content-type': 'application/jsonl',
    'content-length': file.length - from,
    ...(asked === undefined
      ? {}
      : { 'content-range': `bytes ${from}-${file.length - 1}/${file.length}` }),
  });
  const step = faults.bulkPauseMs > 0 ? pieceBytes : file.length;
  for (let at = from; at < file.length && !response.destroyed; at += step) {
    response.write(file.subarray(at, at + step));
    if (faults.bulkPauseMs > 0) await sleep(faults.bulkPauseMs);
  }
  response.end();
}

/** A call whose connection was cut is recorded with status 0. */
function record(world: HttpWorld, call: AdminCall, operation: string, status: number): void {
  world.record({
    shop: call.shop.domain,
    operation,
    variables: call.variables,
    at: world.clock.now(),
    status,
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function jsonIn(body: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(body);
    return isObject(json) ? json : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed || response.headersSent) return;
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-shopify-api-version': apiVersion,
    ...headers,
  });
  response.end(text);
}
