import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { suggested } from '#tests/support/decide.ts';
import { endpointRoutes, pageRoutes } from '#tests/support/page-routes.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, type Stage } from '#tests/support/stage.ts';

/*
 * Each route is named here with a request that changes or shows something of a shop. It is sent by nobody, by a neighbour, and
 * by the shop itself: only the last may get anywhere. A route that is not named fails.
 */

const neighbour = 'neighbour-test.myshopify.com';
const orderName = '#SECRET-7315';

interface Mine {
  readonly suggestionId: string;
  readonly otherId: string;
  readonly bulkId: string;
  readonly deliveryId: string;
  readonly viewId: string;
  readonly hook: string;
  readonly backTestId: string;
  readonly orderId: string;
}

type Sender = 'nobody' | typeof neighbour | typeof shopDomain;

interface Asked {
  readonly path: string;
  /** Absent: it is read. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

interface Endpoint {
  readonly ask: (mine: Mine, sender: Sender) => Asked;
  /** What the shop itself is answered. */
  readonly own: number;
  /** What a neighbour is answered who asks for the same. */
  readonly neighbours: number;
  /** How the sender proves who it is; by a session of its staff when absent. */
  readonly by?: 'token' | 'buyer' | 'signature' | 'link';
}

const suggestion =
  (what: string, fields?: Readonly<Record<string, string>>) =>
  ({ suggestionId }: Mine): Asked => ({
    path: `/app/suggestions/${suggestionId}/${what}`,
    ...(fields ? { fields } : {}),
  });
const at = (path: string, fields?: Readonly<Record<string, string>>) => (): Asked => ({
  path,
  ...(fields ? { fields } : {}),
});

/** A step of a workflow of the sender's, about the shop's order. */
function flow(action: string, own: number, more: object = {}): Endpoint {
  return {
    ask: ({ orderId, suggestionId }, sender) => ({
      path: `/flow/${action}`,
      json: {
        ...{ shopify_domain: sender, action_run_id: `${action} ${sender}` },
        properties: { order_id: orderId.split('/').at(-1), suggestion: suggestionId, ...more },
      },
    }),
    ...{ own, neighbours: 404, by: 'signature' },
  };
}

/** As the sender's own e-mails would write it. */
function linkOf(orderId: string, sender: Sender): string {
  const said = `${sender.replace('.myshopify.com', '')}.${orderId.split('/').at(-1)}.4000000000`;
  const { apiSecret } = stage.simulator;
  const key =
    sender === 'nobody' ? 'guessed' : hmac(apiSecret, `buyers' reports of ${sender}`, 'hex');
  return `${said}.${hmac(key, said, 'hex')}`;
}

function hmac(key: string, text: string, as: 'hex' | 'base64'): string {
  return createHmac('sha256', key).update(text).digest(as);
}

const message = { id: 'm-1', orderName, text: 'It came broken', at: new Date().toISOString() };
const parcelEvent = {
  ...{ id: 'e-1', trackingNumber: 'SECRET7315', status: 'lost', at: new Date().toISOString() },
};
const noValues = { values: '{}' };

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/auth/*': { ask: at('/auth/session-token'), own: 200, neighbours: 200 },
  '/api/messages': {
    ...{ ask: () => ({ path: '/api/messages', json: message }), by: 'token' },
    ...{ own: 202, neighbours: 404 },
  },
  '/api/parcel-events': {
    ...{ ask: () => ({ path: '/api/parcel-events', json: parcelEvent }), by: 'token' },
    ...{ own: 202, neighbours: 404 },
  },
  '/api/carriers/:service/:hook': {
    ask: ({ hook }) => ({ path: `/api/carriers/easypost/${hook}`, json: {} }),
    ...{ own: 401, neighbours: 401 },
  },
  // What a buyer sees of their order is in buyers-report-problems, as are the photos.
  '/api/buyer/reports': {
    ask: ({ orderId }) => ({
      path: `/api/buyer/reports?${new URLSearchParams({ order: orderId }).toString()}`,
    }),
    ...{ own: 404, neighbours: 404, by: 'buyer' },
  },
  '/report/:link': {
    ask: ({ orderId }, sender) => ({ path: `/report/${linkOf(orderId, sender)}` }),
    ...{ own: 200, neighbours: 404, by: 'link' },
  },
  '/app/photos/:id': { ask: at(`/app/photos/${randomUUID()}`), own: 404, neighbours: 404 },
  '/app/back-test/history': {
    ...{ ask: at('/app/back-test/history', { wish: 'cancel' }), own: 200, neighbours: 200 },
  },
  '/app/back-test/run': {
    ...{ ask: at('/app/back-test/run', { wish: 'cancel' }), own: 200, neighbours: 200 },
  },
  '/app/back-test/:id/export.csv': {
    ask: ({ backTestId }) => ({ path: `/app/back-test/${backTestId}/export.csv` }),
    ...{ own: 200, neighbours: 404 },
  },
  '/extension/order': {
    ask: ({ orderId }) => ({
      path: `/extension/order?${new URLSearchParams({ order: orderId }).toString()}`,
    }),
    ...{ own: 200, neighbours: 200 },
  },
  '/extension/suggestions/:id/price': {
    ask: ({ suggestionId }) => ({
      path: `/extension/suggestions/${suggestionId}/price`,
      fields: { choice: '{}' },
    }),
    ...{ own: 400, neighbours: 400 },
  },
  '/extension/suggestions/:id/decision': {
    ask: ({ otherId }) => ({
      path: `/extension/suggestions/${otherId}/decision`,
      fields: { intent: 'dismiss', version: '1', reason: 'not-owed' },
    }),
    ...{ own: 200, neighbours: 404 },
  },
  '/flow/assess-order': flow('assess-order', 200),
  '/flow/approve-suggestion': flow('approve-suggestion', 200),
  // Approved by then, and nothing of a parcel: it is reached, and that is what matters here.
  '/flow/dismiss-suggestion': flow('dismiss-suggestion', 409, { reason: 'not-owed' }),
  '/flow/carrier-answer': flow('carrier-answer', 422, { answer: 'lost' }),
  '/app/activity/export.csv': { ask: at('/app/activity/export.csv'), own: 200, neighbours: 200 },
  '/app/overview/export': { ask: at('/app/overview/export'), own: 200, neighbours: 200 },
  '/app/overview/guide': {
    ask: at('/app/overview/guide', { wish: 'hide' }),
    own: 200,
    neighbours: 200,
  },
  '/app/views': {
    ask: ({ viewId }) => ({ path: '/app/views', fields: { intent: 'delete', id: viewId } }),
    ...{ own: 200, neighbours: 200 },
  },
  '/app/bulk/start': {
    ask: ({ otherId }) => ({
      path: '/app/bulk/start',
      fields: { ticked: JSON.stringify([{ suggestionId: otherId, version: 1 }]) },
    }),
    ...{ own: 200, neighbours: 200 },
  },
  '/app/bulk/:id/steer': {
    ask: ({ bulkId }) => ({ path: `/app/bulk/${bulkId}/steer`, fields: { wish: 'pause' } }),
    ...{ own: 200, neighbours: 200 },
  },
  '/app/deliveries/:id/replay': {
    ask: ({ deliveryId }) => ({ path: `/app/deliveries/${deliveryId}/replay`, fields: {} }),
    ...{ own: 200, neighbours: 404 },
  },
  '/app/settings/policy': {
    ask: at('/app/settings/policy', { version: '0', values: '{"holdSeconds":60}' }),
    ...{ own: 200, neighbours: 200 },
  },
  '/app/settings/preview': {
    ask: at('/app/settings/preview', noValues),
    own: 200,
    neighbours: 200,
  },
  '/app/settings/return-policy/published': {
    ...{ ask: at('/app/settings/return-policy/published'), own: 200, neighbours: 200 },
  },
  '/app/settings/api-token': { ask: at('/app/settings/api-token', {}), own: 200, neighbours: 200 },
  '/app/settings/carriers': {
    ask: at('/app/settings/carriers', { wish: 'disconnect', service: 'easypost' }),
    ...{ own: 200, neighbours: 200 },
  },
  '/app/settings/digest': {
    ask: at('/app/settings/digest', { wish: 'off' }),
    own: 200,
    neighbours: 200,
  },
  '/app/settings/forget-readings': {
    ...{ ask: at('/app/settings/forget-readings', {}), own: 200, neighbours: 200 },
  },
  '/app/suggestions/:id/evidence.pdf': {
    ask: suggestion('evidence.pdf'),
    own: 200,
    neighbours: 404,
  },
  '/app/suggestions/:id/price': {
    ...{ ask: suggestion('price', { choice: '{}' }), own: 400, neighbours: 400 },
  },
  '/app/suggestions/:id/close': {
    ask: suggestion('close', { version: '1' }),
    own: 200,
    neighbours: 200,
  },
  '/app/suggestions/:id/carrier-answer': {
    ...{ ask: suggestion('carrier-answer', { verdict: 'lost' }), own: 200, neighbours: 404 },
  },
  '/app/suggestions/:id/decision': {
    ask: suggestion('decision', { intent: 'dismiss', version: '1', reason: 'not-owed' }),
    ...{ own: 200, neighbours: 404 },
  },
};

let stage: Stage;
let mine: Mine;
const tokens = new Map<string, string>();

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: neighbour }] });
  await stage.install();
  await stage.install(neighbour);
  const first = await suggested(stage, lateDispatchOrder({ name: orderName }));
  const second = await suggested(stage, lateDispatchOrder());
  const [bulkId, viewId] = [randomUUID(), randomUUID()];
  await stage.query(
    `insert into bulk_approval (id, shop, actor, state, created_at) values ($1, $2, 'staff:1', 'running', now())`,
    [bulkId, shopDomain],
  );
  await stage.query(
    `insert into saved_view (id, shop, name, name_key, params) values ($1, $2, $3, $3, '')`,
    [viewId, shopDomain, orderName],
  );
  const [delivery] = await stage.query<{ id: string }>(
    `insert into inbox_delivery (webhook_id, shop, topic, api_version, body, dead_at, error)
     values ('dead', $1, 'orders/updated', '2026-07', 'x', now(), 'unreadable') returning id::text`,
    [shopDomain],
  );
  await stage.query(
    `insert into parcel_number (shop, number, fulfillment_id, order_id, shown)
     values ($1, $2, 'gid://shopify/Fulfillment/1', $3, $2)`,
    [shopDomain, parcelEvent.trackingNumber, second.order_id],
  );
  await post('/app/settings/carriers', {
    ...{ wish: 'connect', service: 'easypost', apiKey: 'K', webhookSecret: 'S', callsPerDay: '0' },
  });
  const [{ hook } = { hook: '' }] = await stage.query<{ hook: string }>(
    'select hook from carrier_connection',
  );
  const backTestId = randomUUID();
  await stage.query(
    `insert into back_test (id, shop, state, changes, policy, policy_version, asked_at, finished_at, until, total, sums)
     values ($1, $2, 'done', '{}', '{}', 1, now(), now(), now(), 0, '{}')`,
    [backTestId, shopDomain],
  );
  await stage.query(`insert into digest_setting (shop, language) values ($1, 'en')`, [shopDomain]);
  for (const shop of [shopDomain, neighbour]) {
    const made = await post('/app/settings/api-token', {}, shop);
    tokens.set(shop, ((await made.json()) as { readonly token: string }).token);
  }
  // The tokens' first use is written down, which is nothing that anybody changed.
  await stage.query('update api_token set used_at = now()');
  mine = {
    ...{ suggestionId: first.id, otherId: second.id, bulkId, viewId, hook },
    deliveryId: delivery?.id ?? '',
    ...{ backTestId, orderId: first.order_id },
  };
});
afterAll(async () => {
  await stage.close();
});

function post(path: string, fields: Readonly<Record<string, string>>, shop = shopDomain) {
  return stage.fetch(path, { method: 'POST', body: new URLSearchParams(fields) }, shop);
}

/** Everything of the shop, by table. */
async function everythingMine(): Promise<ReadonlyMap<string, string>> {
  const tables = await stage.query<{ name: string; column: string }>(
    `select table_name as name, column_name as column from information_schema.columns
     where table_schema = 'public' and column_name in ('shop', 'domain') order by 1`,
  );
  // What is counted of calls and refusals is not the shop's own doing.
  const left = new Set(['api_budget', 'api_throttling', 'carrier_refusal']);
  const texts = new Map<string, string>();
  for (const { name, column } of tables.filter((table) => !left.has(table.name))) {
    const rows = await stage.query<{ text: string }>(
      `select row_to_json(each)::text as text from ${name} each where each.${column} = $1 order by 1`,
      [shopDomain],
    );
    texts.set(name, rows.map(({ text }) => text).join('\n'));
  }
  return texts;
}

/** Does something, and names the tables in which anything of the shop is another afterwards. */
async function changedBy(does: () => Promise<void>): Promise<readonly string[]> {
  const before = await everythingMine();
  expect([...before.values()].join('')).toContain(orderName);
  await does();
  const after = await everythingMine();
  return [...after.keys()].filter((name) => after.get(name) !== before.get(name));
}

/** What the sender shows: nobody shows nothing. */
function proofOf({ by }: Endpoint, sender: Sender, body: string): Readonly<Record<string, string>> {
  if (sender === 'nobody' || by === 'link') return {};
  const { api, apiSecret } = stage.simulator;
  if (by === 'signature') return { 'X-Shopify-Hmac-Sha256': hmac(apiSecret, body, 'base64') };
  const bearer = { token: tokens.get(sender) ?? '', buyer: buyersToken(sender) };
  return { Authorization: `Bearer ${by ? bearer[by] : api.sessionToken(sender)}` };
}

function buyersToken(shop: string): string {
  const claims = { dest: shop, iss: undefined, sub: 'gid://shopify/Customer/7315' };
  return stage.simulator.api.sessionToken(shop, claims);
}

async function send(endpoint: Endpoint, sender: Sender) {
  const { path, fields, json } = endpoint.ask(mine, sender);
  const body = json === undefined ? fields && new URLSearchParams(fields) : JSON.stringify(json);
  const response = await fetch(`${stage.app.origin}${path}`, {
    redirect: 'manual',
    ...(body === undefined ? {} : { method: 'POST', body }),
    headers: {
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...proofOf(endpoint, sender, String(body)),
    },
  });
  return { status: response.status, text: await response.text() };
}

test('every route that is no page is named here, and nothing else', () => {
  expect(Object.keys(endpoints).sort()).toEqual(endpointRoutes());
});

const all = Object.entries(endpoints);

test.each(all)('%s does nothing for nobody', async (route, endpoint) => {
  const changed = await changedBy(async () => {
    const { status, text } = await send(endpoint, 'nobody');
    // Shopify's own way in shows a page that asks for a session.
    const refusals = endpoint.by === 'link' ? [404] : [302, 401, 410];
    if (route !== '/auth/*') expect(refusals).toContain(status);
    expect(text).not.toContain(orderName);
  });
  expect(changed).toEqual([]);
});

test.each(all)(
  '%s neither shows nor changes anything of a neighbour’s shop',
  async (_, endpoint) => {
    const changed = await changedBy(async () => {
      const { status, text } = await send(endpoint, neighbour);
      expect(status).toBe(endpoint.neighbours);
      for (const secret of [orderName, mine.suggestionId, mine.hook]) {
        expect(text).not.toContain(secret);
      }
    });
    expect(changed).toEqual([]);
  },
);

test.each(pageRoutes())('the page %s shows nothing of a neighbour’s shop', async (page) => {
  const ids: Readonly<Record<string, string>> = {
    '/app/suggestions/:id': mine.suggestionId,
    '/app/bulk/:id': mine.bulkId,
  };
  const path = page.replace(':id', ids[page] ?? '').replace(':part', 'parcels');
  expect(path).not.toContain(':');
  const response = await stage.fetch(path, {}, neighbour);
  const text = await response.text();
  expect(text).not.toContain(orderName);
  expect(text).not.toContain(mine.hook);
});

test('the shop itself is shown what others are not', async () => {
  const queue = await (await stage.fetch('/app?tab=waiting')).text();
  expect(queue).toContain(orderName);
  expect(queue).toContain(mine.suggestionId);
  expect(await (await stage.fetch('/app/settings/connections')).text()).toContain(mine.hook);
});

// Last: they change what others must not.
test.each(all)('%s answers the shop itself', async (_, endpoint) => {
  expect((await send(endpoint, shopDomain)).status).toBe(endpoint.own);
});
