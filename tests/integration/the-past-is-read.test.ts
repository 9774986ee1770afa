import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ToldOrder } from '#app/domain/backtest/told-order.ts';
import {
  askHistory,
  historyEnded,
  loadPast,
  newestImport,
  readHistory,
} from '#tests/support/history.ts';
import { daysBefore } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const allOrdersShop = {
  ...testShop,
  domain: 'lantern-old.myshopify.com',
  grantedScopes: [
    ...['read_customers', 'read_fulfillments', 'read_locations', 'write_orders', 'write_returns'],
    ...['read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'],
    'read_all_orders',
  ],
};

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, allOrdersShop] });
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});

async function told(orderId: string): Promise<ToldOrder & { readonly dispatches: unknown }> {
  const [row] = await stage.query<{ told: ToldOrder; dispatches: unknown }>(
    `select told, (select jsonb_agg(told) from history_dispatch where order_id = $1) as dispatches
     from history_order where order_id = $1`,
    [orderId],
  );
  if (!row) throw new Error(`${orderId} is not in the history`);
  return { ...row.told, dispatches: row.dispatches };
}

const storedOrders = async () => {
  const [row] = await stage.query<{ n: number }>('select count(*)::int as n from history_order');
  return row?.n;
};

/** How often the app asked Shopify for it since the start. */
const calls = (operation: string) =>
  stage.simulator.api.calls().filter((call) => call.operation === operation).length;

describe('past orders', () => {
  test('are read with parcels, scans, refunds, returns and disputes, and no words of buyers', async () => {
    const { api } = stage.simulator;
    const orderId = loadPast(stage, 20);
    loadPast(stage, 90);
    const parcel = api.addFulfillment(shopDomain, orderId, {
      trackingCompany: 'UPS',
      trackingNumber: '1Z1',
      createdAt: daysBefore(18),
    });
    api.addScan(shopDomain, parcel, { status: 'IN_TRANSIT', happenedAt: daysBefore(17) });
    const lineItemId = `${orderId.slice(orderId.lastIndexOf('/') + 1)}0`;
    const returnId = api.requestReturn(shopDomain, orderId, {
      lines: [{ lineItemId, quantity: 1, reason: 'defective', note: 'Dear Lantern, it is broken' }],
    });
    api.approveReturn(shopDomain, returnId);
    api.refundElsewhere(shopDomain, orderId, '7.50');
    api.openDispute(shopDomain, orderId, 'INQUIRY');
    await stage.drained();

    const ended = await readHistory(stage);
    expect(ended.problem).toBeNull();
    expect(ended).toMatchObject({ state: 'done', orders: 1, dispatches: 1, problem: null });
    const past = await told(orderId);
    expect(past.order).toMatchObject({
      orderId,
      refunds: [{ amount: { amount: '7.50', currencyCode: 'USD' } }],
      disputes: [{ initiatedAs: 'INQUIRY' }],
      returns: [{ lines: [{ quantity: 1, reason: 'DEFECTIVE' }] }],
      parcels: [{ fulfillmentId: parcel, carrier: 'UPS' }],
      payment: { received: { amount: '45.00' } },
    });
    expect(past.dispatches).toMatchObject([
      {
        dispatch: { lines: [{ remainingQuantity: 2 }] },
        parcels: [
          {
            fulfillmentId: parcel,
            lines: [{ quantity: 2 }],
            scans: [{ scan: { status: 'IN_TRANSIT' } }],
          },
        ],
      },
    ]);
    expect(JSON.stringify(past)).not.toContain('Dear Lantern');
  });

  test('are those of sixty days, and all where the shop allows it', async () => {
    expect((await newestImport(stage))?.since).toBeInstanceOf(Date);
    await stage.install(allOrdersShop.domain);
    const response = await stage.fetch(
      '/app/back-test/history',
      { method: 'POST', body: new URLSearchParams({ wish: 'read' }) },
      allOrdersShop.domain,
    );
    expect(await response.json()).toEqual({ outcome: 'started' });
    expect((await newestImport(stage))?.since).toBeNull();
    expect(await historyEnded(stage)).toMatchObject({ state: 'done', orders: 0 });
  });

  test('go on being read where a killed process stopped', async () => {
    const { api } = stage.simulator;
    for (let count = 0; count < 420; count += 1) loadPast(stage, 10 + (count % 30));
    const startsBefore = calls('StartBulkOperation');
    api.faults.bulkPauseMs = 12;
    await askHistory(stage, 'read');
    await waitUntil(async () => ((await newestImport(stage))?.orders ?? 0) >= 100, 'some orders');
    const { app } = stage;
    await app.kill();
    const killedAt = await newestImport(stage);
    expect(killedAt).toMatchObject({ state: 'running', stage: 'orders' });
    expect(killedAt?.orders).toBeLessThan(421);
    api.faults.bulkPauseMs = 0;
    await stage.restart();
    // Each once, though they were read by two processes; and gathered once.
    expect(await historyEnded(stage)).toMatchObject({
      state: 'done',
      orders: 421,
      dispatches: 421,
    });
    expect(await storedOrders()).toBe(421);
    expect(calls('StartBulkOperation') - startsBefore).toBe(2);
  });

  test('are read by one reading at a time, which can be stopped', async () => {
    const { api } = stage.simulator;
    api.faults.bulkTakesMs = 60_000;
    expect(await askHistory(stage, 'read')).toEqual({ outcome: 'started' });
    expect(await askHistory(stage, 'read')).toEqual({ outcome: 'runs-already' });
    await waitUntil(async () => {
      const [row] = await stage.query<{ asked: boolean }>(
        `select operation_id is not null as asked from history_import where state = 'running'`,
      );
      return row?.asked === true;
    }, 'Shopify to be asked');
    expect(await askHistory(stage, 'cancel')).toEqual({ outcome: 'cancelled' });
    expect(await askHistory(stage, 'cancel')).toEqual({ outcome: 'over' });
    expect(calls('CancelBulkOperation')).toBe(1);
    api.faults.bulkTakesMs = 20;
    expect(await newestImport(stage)).toMatchObject({ state: 'cancelled' });
  });

  test('that Shopify cannot gather are said to have failed, and can be asked for again', async () => {
    stage.simulator.api.faults.failBulk = 1;
    expect(await readHistory(stage)).toMatchObject({
      state: 'failed',
      problem: 'INTERNAL_SERVER_ERROR',
    });
    expect(await readHistory(stage)).toMatchObject({ state: 'done', orders: 421 });
  });

  test('are gone with the shop', async () => {
    await stage.simulator.api.deliver({
      shop: shopDomain,
      topic: 'shop/redact',
      body: stage.simulator.api.payloadOf(shopDomain, 'shop/redact', loadPast(stage, 1)),
    });
    await waitUntil(async () => (await storedOrders()) === 0, 'the history to go');
    const [left] = await stage.query<{ n: number }>(
      `select (select count(*) from history_dispatch) + (select count(*) from history_import where shop = $1) as n`,
      [shopDomain],
    );
    expect(Number(left?.n)).toBe(0);
  });
});
