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

const hourMs = 3_600_000;

describe('tokens', () => {
  test('lie encrypted in the database', async () => {
    const [session] = await stage.query<{ access_token: string; refresh_token: string }>(
      `select access_token, refresh_token from session where id = 'offline_' || $1`,
      [shopDomain],
    );
    expect(session?.access_token).toMatch(/^v1\.[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(session?.refresh_token).toMatch(/^v1\./);
  });

  test('are refreshed once however many looks need a new one', async () => {
    // The stored expiry is what the app goes by; the simulator's clock makes the old token really dead.
    stage.simulator.api.clock.advance(2 * hourMs);
    await stage.query(`update session set expires = now() - interval '1 minute'`);
    const { api } = stage.simulator;
    const orderIds = Array.from({ length: 12 }, () => load(stage, lateDispatchOrder()));
    await Promise.all(
      orderIds.map((orderId) =>
        api.deliver({
          shop: shopDomain,
          topic: 'orders/create',
          body: api.payloadOf(shopDomain, 'orders/create', orderId),
        }),
      ),
    );
    await stage.drained();
    await waitUntil(
      async () => (await stage.query('select from suggestion')).length === 12,
      'twelve suggestions',
    );
    const refreshes = api.tokenRequests().filter(({ grant }) => grant === 'refresh_token');
    expect(refreshes.length).toBe(1);
  });

  test('that are over by Shopify’s clock alone are refreshed, too', async () => {
    const { api } = stage.simulator;
    const refreshes = () =>
      api.tokenRequests().filter(({ grant }) => grant === 'refresh_token').length;
    const before = refreshes();
    api.clock.advance(25 * hourMs);
    const orderId = load(stage, lateDispatchOrder());
    api.announceOrder(shopDomain, orderId);
    await waitUntil(
      async () =>
        (await stage.query('select from suggestion where order_id = $1', [orderId])).length === 1,
      'the suggestion',
    );
    expect(refreshes() - before).toBe(1);
  });

  test('that Shopify no longer refreshes leave the work waiting, not lost', async () => {
    const { api } = stage.simulator;
    api.clock.advance(2 * hourMs);
    api.faults.refuseRefresh = true;
    await stage.query(`update session set expires = now() - interval '1 minute'`);
    const orderId = load(stage, lateDispatchOrder());
    const body = api.payloadOf(shopDomain, 'orders/create', orderId);
    expect((await api.deliver({ shop: shopDomain, topic: 'orders/create', body })).status).toBe(
      200,
    );
    await waitUntil(async () => {
      const [row] = await stage.query<{ error: string | null }>(
        'select error from inbox_delivery where order_id = $1',
        [orderId],
      );
      return row?.error?.includes('token refresh') ?? false;
    }, 'the reason to be written down');
    api.faults.refuseRefresh = false;
    await stage.install();
    await waitUntil(
      async () =>
        (await stage.query('select from order_record where order_id = $1', [orderId])).length === 1,
      'the look after the shop came back',
    );
  });
});
