import { createHmac, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load } from '#tests/support/decide.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});

function signed(body: string, changes: Readonly<Record<string, string | null>> = {}) {
  const headers: Record<string, string | null> = {
    'Content-Type': 'application/json',
    'X-Shopify-Topic': 'orders/updated',
    'X-Shopify-Shop-Domain': shopDomain,
    'X-Shopify-API-Version': '2026-10',
    'X-Shopify-Webhook-Id': randomUUID(),
    'X-Shopify-Hmac-Sha256': createHmac('sha256', stage.simulator.apiSecret)
      .update(body)
      .digest('base64'),
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null),
  );
}

async function post(body: string, changes: Readonly<Record<string, string | null>> = {}) {
  const response = await fetch(`${stage.app.origin}/webhooks`, {
    method: 'POST',
    headers: signed(body, changes),
    body,
  });
  await response.text();
  return response.status;
}

async function storedUnder(webhookId: string) {
  const [row] = await stage.query<{
    drained_at: Date | null;
    dead_at: Date | null;
    error: string | null;
    id: string;
  }>('select id::text, drained_at, dead_at, error from inbox_delivery where webhook_id = $1', [
    webhookId,
  ]);
  return row ?? null;
}

const body = '{"id":1,"updated_at":"2026-11-25T00:00:00Z"}';

describe('the one door for webhooks', () => {
  test('answers 401 to a wrong signature, and stores nothing', async () => {
    const webhookId = randomUUID();
    const wrong = { 'X-Shopify-Hmac-Sha256': 'bm90IGl0', 'X-Shopify-Webhook-Id': webhookId };
    expect(await post(body, wrong)).toBe(401);
    expect(await post(body, { ...wrong, 'X-Shopify-Hmac-Sha256': '' })).toBe(400);
    const ofAnother = createHmac('sha256', stage.simulator.apiSecret)
      .update(`${body} `)
      .digest('base64');
    expect(await post(body, { ...wrong, 'X-Shopify-Hmac-Sha256': ofAnother })).toBe(401);
    expect(await storedUnder(webhookId)).toBeNull();
  });

  test.each([
    'X-Shopify-Hmac-Sha256',
    'X-Shopify-Topic',
    'X-Shopify-Shop-Domain',
    'X-Shopify-API-Version',
    'X-Shopify-Webhook-Id',
  ])('answers 400 without %s', async (header) => {
    expect(await post(body, { [header]: null })).toBe(400);
  });

  test('answers 400 to no body and to a shop that is none', async () => {
    expect(await post('')).toBe(400);
    expect(await post(body, { 'X-Shopify-Shop-Domain': 'evil.example.com' })).toBe(400);
  });

  test('answers 405 to another method', async () => {
    const response = await fetch(`${stage.app.origin}/webhooks`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test('answers 413 to a body that is too large, announced or not', async () => {
    const large = 'x'.repeat(9 * 1024 * 1024);
    const response = await fetch(`${stage.app.origin}/webhooks`, {
      method: 'POST',
      headers: signed(body),
      body: new Blob([large]),
    }).catch(() => null);
    // The app hangs up while the body is still coming: the answer may be cut off with it.
    if (response) expect(response.status).toBe(413);
    expect(
      await rawStatus(`POST /webhooks HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n`),
    ).toContain('413');
    const chunked = `POST /webhooks HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`;
    expect(
      await rawStatus(chunked + `900000\r\n${large.slice(0, 0x900000)}\r\n0\r\n\r\n`),
    ).toContain('413');
  });

  test('stores malformed JSON with a good signature, answers 200, and makes it a dead letter', async () => {
    const webhookId = randomUUID();
    expect(await post('{"id":', { 'X-Shopify-Webhook-Id': webhookId })).toBe(200);
    await waitUntil(async () => (await storedUnder(webhookId))?.dead_at != null, 'the dead letter');
    expect((await storedUnder(webhookId))?.error).toContain('malformed JSON');
  });

  test('goes on working after all that', async () => {
    const orderId = load(stage, lateDispatchOrder());
    const topic = 'orders/create';
    const payload = stage.simulator.api.payloadOf(shopDomain, topic, orderId);
    expect(
      (await stage.simulator.api.deliver({ shop: shopDomain, topic, body: payload })).status,
    ).toBe(200);
    await stage.drained();
    expect(
      (await stage.query('select from order_record where order_id = $1', [orderId])).length,
    ).toBe(1);
  });
});

describe('a shop whose token is dead', () => {
  const leaving = 'leaving.myshopify.com';

  test('can still be uninstalled and erased', async () => {
    await stage.query(`insert into shop (domain) values ($1)`, [leaving]);
    await stage.query(
      `insert into session (id, shop, state, is_online, expires, access_token, refresh_token, updated_at)
       values ('offline_' || $1, $1, '', false, now() - interval '1 day', 'v1.a.b.c', 'v1.a.b.c', now())`,
      [leaving],
    );
    stage.simulator.api.faults.refuseRefresh = true;
    const from = { 'X-Shopify-Shop-Domain': leaving };
    const uninstalled = randomUUID();
    expect(
      await post(JSON.stringify({ myshopify_domain: leaving }), {
        ...from,
        'X-Shopify-Topic': 'app/uninstalled',
        'X-Shopify-Webhook-Id': uninstalled,
      }),
    ).toBe(200);
    await waitUntil(
      async () => (await storedUnder(uninstalled))?.drained_at != null,
      'the uninstall',
    );
    expect(await stage.query('select from session where shop = $1', [leaving])).toEqual([]);
    for (const topic of ['customers/data_request', 'customers/redact']) {
      const webhookId = randomUUID();
      const request = JSON.stringify({
        ...{ shop_id: 1, shop_domain: leaving },
        orders_to_redact: [123],
        orders_requested: [123],
      });
      expect(
        await post(request, {
          ...from,
          'X-Shopify-Topic': topic,
          'X-Shopify-Webhook-Id': webhookId,
        }),
      ).toBe(200);
      await waitUntil(async () => (await storedUnder(webhookId))?.drained_at != null, topic);
    }
    await stage.query(
      `insert into saved_view (id, shop, name, name_key, params) values ($1, $2, 'Late', 'late', '')`,
      [randomUUID(), leaving],
    );
    await stage.query(
      `insert into untold_change (shop, order_id, changed_at, found_at) values ($1, 'gid://shopify/Order/1', now(), now())`,
      [leaving],
    );
    await stage.query('insert into api_throttling (shop, minute, times) values ($1, now(), 1)', [
      leaving,
    ]);
    expect(
      await post(JSON.stringify({ shop_id: 1, shop_domain: leaving }), {
        ...from,
        'X-Shopify-Topic': 'shop/redact',
      }),
    ).toBe(200);
    await waitUntil(
      async () => (await stage.query('select from shop where domain = $1', [leaving])).length === 0,
      'the shop to be erased',
    );
    expect(await stage.query('select from inbox_delivery where shop = $1', [leaving])).toEqual([]);
    for (const table of ['saved_view', 'untold_change', 'api_budget', 'api_throttling']) {
      expect(await stage.query(`select from ${table} where shop = $1`, [leaving])).toEqual([]);
    }
    stage.simulator.api.faults.refuseRefresh = false;
  });
});

describe('whoever watches the process', () => {
  const watched = async (path: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(`${stage.app.origin}${path}`);
    return [response.status, await response.json()];
  };

  test('sees that it lives, and whether the database lets it work', async () => {
    expect(await watched('/healthz')).toEqual([200, { status: 'ok' }]);
    expect(await watched('/readyz')).toEqual([200, { status: 'ok' }]);
    const database = new URL(stage.databaseUrl).pathname.slice(1);
    // From another database: whoever is in this one cannot close it.
    const other = new URL(stage.databaseUrl);
    other.pathname = '/postgres';
    const client = new pg.Client({ connectionString: other.href });
    await client.connect();
    try {
      await client.query(`alter database "${database}" with allow_connections false`);
      await client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [database],
      );
      await waitUntil(async () => (await watched('/readyz'))[0] === 503, 'it to be not ready');
      expect(await watched('/healthz')).toEqual([200, { status: 'ok' }]);
    } finally {
      await client.query(`alter database "${database}" with allow_connections true`);
      await client.end();
    }
    await waitUntil(async () => (await watched('/readyz'))[0] === 200, 'it to be ready again');
  });
});

describe('a body that was signed for something else', () => {
  test.each(['shop/redact', 'app/uninstalled', 'customers/redact'])(
    'does nothing as %s: a dead letter',
    async (topic) => {
      const webhookId = randomUUID();
      const order = stage.simulator.api.payloadOf(
        shopDomain,
        'orders/create',
        load(stage, lateDispatchOrder()),
      );
      const headers = { 'X-Shopify-Topic': topic, 'X-Shopify-Webhook-Id': webhookId };
      expect(await post(JSON.stringify(order), headers)).toBe(200);
      await waitUntil(
        async () => (await storedUnder(webhookId))?.dead_at != null,
        'the dead letter',
      );
      expect((await storedUnder(webhookId))?.error).toContain('does not name the shop');
      expect(await stage.query('select from shop where domain = $1', [shopDomain])).toHaveLength(1);
      expect(await stage.query('select from session where shop = $1', [shopDomain])).not.toEqual(
        [],
      );
    },
  );
});

describe('a dead letter', () => {
  test('can be replayed once its reason is gone', async () => {
    const orderId = load(stage, lateDispatchOrder());
    await stage.query(
      `insert into inbox_delivery (webhook_id, shop, topic, api_version, order_id, body, dead_at, error)
       values ($1, $2, 'orders/updated', '2026-10', $3, '{}', now(), 'it failed')`,
      [randomUUID(), shopDomain, orderId],
    );
    const [dead] = await stage.query<{ id: string }>(
      'select id::text from inbox_delivery where order_id = $1',
      [orderId],
    );
    const path = `/app/deliveries/${dead?.id ?? ''}/replay`;
    const response = await stage.fetch(path, { method: 'POST' });
    expect(await response.json()).toEqual({ outcome: 'queued' });
    await waitUntil(async () => {
      const [row] = await stage.query<{ drained_at: Date | null; dead_at: Date | null }>(
        'select drained_at, dead_at from inbox_delivery where id = $1::bigint',
        [dead?.id],
      );
      return row?.drained_at != null && row.dead_at === null;
    }, 'the replay');
  });
});

function rawStatus(request: string): Promise<string> {
  const { hostname, port } = new URL(stage.app.origin);
  return new Promise((settle, fail) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    socket.on('data', (chunk) => {
      answer += chunk.toString();
      if (answer.includes('\r\n')) {
        settle(answer.slice(0, answer.indexOf('\r\n')));
        socket.destroy();
      }
    });
    socket.once('error', (error) => {
      if (answer === '') fail(error);
    });
    socket.once('close', () => {
      settle(answer);
    });
  });
}
