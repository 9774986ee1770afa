import { randomUUID } from 'node:crypto';
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
}

interface Asked {
  readonly path: string;
  /** Absent: it is read. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

interface Endpoint {
  readonly ask: (mine: Mine) => Asked;
  /** What the shop itself is answered. */
  readonly own: number;
  /** What a neighbour is answered who asks for the same. */
  readonly neighbours: number;
  /** By a token for programs, not by a session. */
  readonly byToken?: true;
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

const message = { id: 'm-1', orderName, text: 'It came broken', at: new Date().toISOString() };
const parcelEvent = {
  ...{ id: 'e-1', trackingNumber: 'SECRET7315', status: 'lost', at: new Date().toISOString() },
};
const noValues = { values: '{}' };

const endpoints: Readonly<Record<string, Endpoint>> = {
  '/auth/*': { ask: at('/auth/session-token'), own: 200, neighbours: 200 },
  '/api/messages': {
    ...{ ask: () => ({ path: '/api/messages', json: message }), byToken: true },
    ...{ own: 202, neighbours: 404 },
  },
  '/api/parcel-events': {
    ...{ ask: () => ({ path: '/api/parcel-events', json: parcelEvent }), byToken: true },
    ...{ own: 202, neighbours: 404 },
  },
  '/api/carriers/:service/:hook': {
    ask: ({ hook }) => ({ path: `/api/carriers/easypost/${hook}`, json: {} }),
    ...{ own: 401, neighbours: 401 },
  },
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

type Sender = 'nobody' | typeof neighbour | typeof shopDomain;

async function send(endpoint: Endpoint, sender: Sender) {
  const { path, fields, json } = endpoint.ask(mine);
  const body = json === undefined ? fields && new URLSearchParams(fields) : JSON.stringify(json);
  const token = endpoint.byToken
    ? tokens.get(sender)
    : stage.simulator.api.sessionToken(sender === 'nobody' ? shopDomain : sender);
  const response = await fetch(`${stage.app.origin}${path}`, {
    redirect: 'manual',
    ...(body === undefined ? {} : { method: 'POST', body }),
    headers: {
      'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(sender === 'nobody' ? {} : { Authorization: `Bearer ${token}` }),
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
    if (route !== '/auth/*') expect([302, 401, 410]).toContain(status);
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
