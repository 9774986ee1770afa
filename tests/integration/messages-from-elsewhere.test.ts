import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { daysBefore, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const neighbour = 'neighbour-test.myshopify.com';
let stage: Stage;
let token: string;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: neighbour }] });
  await stage.install();
  await stage.install(neighbour);
  token = await makeToken();
});
afterAll(async () => {
  await stage.close();
});

async function makeToken(shop = shopDomain): Promise<string> {
  const response = await stage.fetch('/app/settings/api-token', { method: 'POST' }, shop);
  const made = (await response.json()) as { readonly token: string };
  return made.token;
}

/** As a helpdesk sends it. */
async function send(body: unknown, { shown = token, method = 'POST' } = {}) {
  const response = await fetch(`${stage.app.origin}/api/messages`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(shown === '' ? {} : { Authorization: `Bearer ${shown}` }),
    },
    ...(method === 'POST' ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
  });
  return {
    status: response.status,
    headers: response.headers,
    answer: (await response.json()) as Record<string, unknown>,
  };
}

/** An order of two mugs that arrived, and is known to the app. */
async function arrived(): Promise<{ readonly orderId: string; readonly name: string }> {
  const at = daysBefore(12);
  const name = `#${randomUUID().slice(0, 8)}`;
  const orderId = load(
    stage,
    restOrder({ name, created_at: at, updated_at: at, processed_at: at }),
  );
  const { api } = stage.simulator;
  const parcel = api.addFulfillment(shopDomain, orderId, {
    ...{ trackingCompany: 'USPS', trackingNumber: '94', createdAt: daysBefore(11) },
  });
  api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
  await api.deliveriesSettled();
  await stage.drained();
  return { orderId, name };
}

const message = (changes: Readonly<Record<string, unknown>> = {}) => ({
  ...{ id: randomUUID(), text: 'The mugs arrived broken, in pieces', at: daysBefore(7) },
  ...changes,
});

const signalsOf = (orderId: string) =>
  stage.query<{ payload: unknown }>(
    'select payload from signal where shop = $1 and order_id = $2',
    [shopDomain, orderId],
  );

describe('a message from a helpdesk', () => {
  test('becomes a suggestion, by the order’s name, once; its text is not kept', async () => {
    const { orderId, name } = await arrived();
    const sent = message({ orderName: name.slice(1), subject: 'left out' });
    expect(await send(sent)).toMatchObject({
      status: 202,
      answer: { outcome: 'recorded', orderId },
    });
    expect(await send(sent)).toMatchObject({ status: 200, answer: { outcome: 'known', orderId } });
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId))[0]?.ground === 'damaged',
      'the suggestion',
    );
    const signals = await signalsOf(orderId);
    expect(signals.length).toBe(1);
    expect(JSON.stringify(signals)).not.toContain('The mugs');
  });

  test('finds its order by Shopify’s id in every form, also before its webhook came', async () => {
    const { orderId } = await arrived();
    const number = orderId.slice(orderId.lastIndexOf('/') + 1);
    for (const id of [orderId, number, Number(number)]) {
      expect((await send(message({ orderId: id }))).status).toBe(202);
    }
    expect((await signalsOf(orderId)).length).toBe(3);
    const early = stage.simulator.api.loadOrder(shopDomain, restOrder({}));
    if (early.outcome === 'rejected') throw new Error(early.reason);
    expect((await send(message({ orderId: early.orderId }))).status).toBe(202);
  });

  test('of an order that is not there is refused', async () => {
    const gone = { status: 404, answer: { error: 'no-such-order' } };
    expect(await send(message({ orderName: '#none' }))).toMatchObject(gone);
    expect(await send(message({ orderId: 1 }))).toMatchObject(gone);
  });

  test.each([
    ['no order', {}, ['orderName']],
    ['an id of something else', { orderId: 'gid://shopify/Customer/1' }, ['orderId']],
    ['no text', { orderName: '#1', text: ' ' }, ['text']],
    ['a text that is too long', { orderName: '#1', text: 'x'.repeat(20_001) }, ['text']],
    ['no id', { orderName: '#1', id: '' }, ['id']],
    ['an instant without an offset', { orderName: '#1', at: '2026-11-20T10:00:00' }, ['at']],
    ['an instant to come', { orderName: '#1', at: '2999-01-01T00:00:00Z' }, ['at']],
    ['two fields wrong', { orderName: '#1', id: null, at: 5 }, ['id', 'at']],
  ])('with %s is refused, and says which field', async (_, changes, fields) => {
    expect(await send(message(changes))).toMatchObject({
      status: 400,
      answer: { error: 'invalid', fields },
    });
  });

  test('that is no JSON, or too large, is refused', async () => {
    expect(await send('{"id":')).toMatchObject({ status: 400, answer: { error: 'no-json' } });
    const large = message({ orderName: '#1', note: 'x'.repeat(70_000) });
    expect(await send(large)).toMatchObject({ status: 413, answer: { error: 'too-large' } });
  });
});

describe('the token', () => {
  test('is needed, of this shape, and the app’s own is none', async () => {
    const refused = { status: 401, answer: { error: 'unknown-token' } };
    for (const shown of [
      '',
      'x',
      `amends_${'A'.repeat(43)}`,
      stage.simulator.api.sessionToken(shopDomain),
    ]) {
      const answered = await send(message({ orderName: '#1' }), { shown });
      expect(answered).toMatchObject(refused);
      expect(answered.headers.get('WWW-Authenticate')).toBe('Bearer');
    }
  });

  test('opens its own shop’s orders only', async () => {
    const { orderId, name } = await arrived();
    const shown = await makeToken(neighbour);
    for (const order of [{ orderName: name }, { orderId }]) {
      expect(await send(message(order), { shown })).toMatchObject({
        status: 404,
        answer: { error: 'no-such-order' },
      });
    }
    expect(await signalsOf(orderId)).toEqual([]);
  });

  test('is kept as a digest, and ends with the next one', async () => {
    const rows = await stage.query<{ text: string }>(
      'select api_token::text as text from api_token',
    );
    expect(rows.some(({ text }) => text.includes(token.slice(7)))).toBe(false);
    const old = token;
    token = await makeToken();
    expect((await send(message({ orderName: '#1' }), { shown: old })).status).toBe(401);
    expect((await send(message({ orderName: '#1' }))).status).toBe(404);
  });

  test('takes only POST', async () => {
    const answered = await send(null, { method: 'GET' });
    expect([answered.status, answered.headers.get('Allow')]).toEqual([405, 'POST']);
    expect((await send(null, { method: 'GET', shown: '' })).status).toBe(405);
  });

  test('is slowed down when it sends too much, and another shop’s is not', async () => {
    const other = await makeToken(neighbour);
    const many = Array.from({ length: 301 }, () => send('{}').then(({ status }) => status));
    const statuses = await Promise.all(many);
    expect(new Set(statuses)).toEqual(new Set([400, 429]));
    const slowed = await send('{}');
    expect([slowed.status, slowed.answer]).toEqual([429, { error: 'too-many' }]);
    expect(Number(slowed.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect((await send('{}', { shown: other })).status).toBe(400);
  });

  test('ends when the app is uninstalled', async () => {
    const shown = await makeToken(neighbour);
    const { api } = stage.simulator;
    await api.deliver({
      ...{ shop: neighbour, topic: 'app/uninstalled' },
      body: JSON.stringify({ id: 1, myshopify_domain: neighbour }),
    });
    await stage.drained();
    await waitUntil(
      async () => (await send('{}', { shown })).status === 401,
      'the token to be nobody’s',
    );
  });
});
