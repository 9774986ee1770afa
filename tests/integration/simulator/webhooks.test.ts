import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { cups, lineIdOf, numericId } from './rest-body.ts';

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly raw: string;
  readonly topic: string;
}

describe('webhooks', () => {
  let app: ConnectedApp;
  let server: Server;
  let received: Received[];
  let answerWith: (count: number) => number | 'nothing';

  beforeEach(async () => {
    app = await connectApp();
    received = [];
    answerWith = () => 200;
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { headers, url = '' } = request;
        const raw = Buffer.concat(chunks).toString('utf8');
        received.push({ path: url, headers, raw, topic: String(headers['x-shopify-topic']) });
        const status = answerWith(received.length);
        if (status !== 'nothing') response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    app.api.deliverTo(`http://127.0.0.1:${address.port}`);
  });

  afterEach(async () => {
    await app.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const topicsAfter = async (change: () => void): Promise<string[]> => {
    received = [];
    change();
    await app.api.deliveriesSettled();
    return received.map(({ topic }) => topic).toSorted();
  };

  test('are signed over the raw body and carry all of Shopify’s headers', async () => {
    app.api.announceOrder(app.shop, app.load(cups()));
    await app.api.deliveriesSettled();
    const [{ headers, raw, path }] = received as [Received];
    expect(path).toBe('/webhooks');
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': app.shop,
      'x-shopify-api-version': '2026-10',
      'x-shopify-hmac-sha256': createHmac('sha256', app.apiSecret).update(raw).digest('base64'),
    });
    for (const name of ['webhook-id', 'event-id', 'triggered-at']) {
      expect(headers[`x-shopify-${name}`]).toBeTruthy();
    }
  });

  test('carry only the fields that shopify.app.toml includes, and ids above 2^53 exactly', async () => {
    const raw = JSON.stringify(cups())
      .replace(/"id":\d+/, '"id":820982911946154508')
      .replace(/"admin_graphql_api_id":"[^"]*",/, '');
    app.api.announceOrder(app.shop, app.load(raw));
    await app.api.deliveriesSettled();
    expect(received[0]?.raw).toBe(
      '{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","updated_at":"2026-11-01T15:00:00Z"}',
    );
  });

  test('tell of everything that happens to an order', async () => {
    const { api, shop } = app;
    const id = app.load(cups());
    let fulfillment = '';
    expect(
      await topicsAfter(() => {
        fulfillment = api.addFulfillment(shop, id, { trackingCompany: 'UPS', trackingNumber: '1' });
      }),
    ).toEqual(['fulfillments/create', 'orders/updated']);
    expect(
      await topicsAfter(() => api.addScan(shop, fulfillment, { status: 'IN_TRANSIT' })),
    ).toEqual(['fulfillment_events/create', 'fulfillments/update']);
    expect(await topicsAfter(() => api.refundElsewhere(shop, id, '1.00'))).toEqual([
      'order_transactions/create',
      'orders/updated',
      'refunds/create',
    ]);
    expect(await topicsAfter(() => api.openDispute(shop, id, 'CHARGEBACK'))).toEqual([]);
    const other = app.load(cups());
    expect(await topicsAfter(() => api.cancelOrder(shop, other))).toEqual([
      'fulfillment_orders/cancelled',
      'orders/cancelled',
      'orders/updated',
    ]);
    expect(await topicsAfter(() => api.uninstall(shop))).toEqual(['app/uninstalled']);
    expect(await topicsAfter(() => api.announceOrder(shop, id))).toEqual([]);
  });

  test('confirm the money of a pending refund only when it has moved', async () => {
    const { api, shop } = app;
    const id = app.load(cups());
    api.faults.pendingRefunds = true;
    let refund = '';
    expect(
      await topicsAfter(() => {
        refund = api.refundElsewhere(shop, id, '1.00');
      }),
    ).toEqual(['orders/updated', 'refunds/create']);
    expect(await topicsAfter(() => api.settleRefund(shop, refund, 'SUCCESS'))).toEqual([
      'order_transactions/create',
      'orders/updated',
    ]);
    expect(received.find(({ topic }) => topic === 'order_transactions/create')?.raw).toMatch(
      /"status":"success"/,
    );
  });

  test('name the order of a fulfillment, a scan, a refund and a transaction', () => {
    const { api, shop } = app;
    const id = app.load(cups());
    const fulfillment = api.addFulfillment(shop, id, {
      lines: [{ lineItemId: lineIdOf(id), quantity: 1 }],
      trackingCompany: null,
      trackingNumber: null,
    });
    api.addScan(shop, fulfillment, { status: 'DELIVERED' });
    api.refundElsewhere(shop, id, '1.00');
    for (const topic of [
      'fulfillments/create',
      'fulfillment_events/create',
      'refunds/create',
      'order_transactions/create',
    ]) {
      expect(api.payloadOf(shop, topic, id)).toMatchObject({
        order_id: Number(id.split('/').at(-1)),
      });
    }
    expect(api.payloadOf(shop, 'fulfillments/update', fulfillment)).toMatchObject({
      admin_graphql_api_id: fulfillment,
    });
    expect(() => api.payloadOf(shop, 'returns/request', id)).toThrow(/nothing/);
  });

  test('are tried again with the same id and body until the app answers 2xx', async () => {
    answerWith = (count) => (count < 3 ? 500 : 200);
    app.api.announceOrder(app.shop, app.load(cups()));
    await app.api.deliveriesSettled();
    expect(received).toHaveLength(3);
    expect(new Set(received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
    expect(new Set(received.map(({ raw }) => raw)).size).toBe(1);
  });

  test('a redirect counts as a failure', async () => {
    answerWith = (count) => (count === 1 ? 302 : 200);
    app.api.announceOrder(app.shop, app.load(cups()));
    await app.api.deliveriesSettled();
    expect(received).toHaveLength(2);
  });

  test('deliver sends once, whatever the app answers, with the id that it is given', async () => {
    answerWith = () => 503;
    const report = await app.api.deliver({
      ...{ shop: app.shop, topic: 'orders/create', body: '{"id": 1', webhookId: 'twice' },
      headers: { 'X-Shopify-Hmac-Sha256': 'wrong' },
    });
    expect(report).toMatchObject({ webhookId: 'twice', status: 503 });
    expect(received).toMatchObject([
      { raw: '{"id": 1', headers: { 'x-shopify-hmac-sha256': 'wrong' } },
    ]);
  });

  test('an app that doesn’t answer within five seconds has not answered', async () => {
    answerWith = () => 'nothing';
    const { shop } = app;
    const report = await app.api.deliver({
      shop,
      topic: 'shop/redact',
      body: { shop_id: numericId() },
    });
    expect(report.status).toBeNull();
    expect(report.milliseconds).toBeGreaterThan(4900);
    expect(report.milliseconds).toBeLessThan(6000);
  });

  test('nobody listening is a report, not an exception', async () => {
    app.api.deliverTo('http://127.0.0.1:9');
    const { shop } = app;
    expect((await app.api.deliver({ shop, topic: 'orders/create', body: {} })).status).toBeNull();
  });
});
