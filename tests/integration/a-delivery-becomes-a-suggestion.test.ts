import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, onlySuggestion, suggested, suggestionsOf } from '#tests/support/decide.ts';
import {
  daysBefore,
  freshId,
  lateDispatchOrder,
  restOrder,
  silentOrder,
} from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});

function deliver(topic: string, orderId: string, webhookId?: string) {
  const { api } = stage.simulator;
  const body = api.payloadOf(shopDomain, topic, orderId);
  return api.deliver({ shop: shopDomain, topic, body, ...(webhookId ? { webhookId } : {}) });
}

async function looksAt(orderId: string): Promise<number> {
  const [row] = await stage.query<{ looks: number }>(
    'select looks from order_record where order_id = $1',
    [orderId],
  );
  return row?.looks ?? 0;
}

describe('deliveries', () => {
  test('one becomes one suggestion with its evidence', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(suggestion).toMatchObject({ state: 'open', ground: 'late-dispatch', currency: 'USD' });
    expect(Number(suggestion.amount)).toBe(45);
    const audit = await stage.query<{ kind: string }>(
      'select kind from audit_event where suggestion_id = $1',
      [suggestion.id],
    );
    expect(audit.map(({ kind }) => kind)).toEqual(['suggestion-opened']);
  });

  test.each([2, 10])(
    'the same one %i times is stored once and makes one suggestion',
    async (times) => {
      const orderId = load(stage, lateDispatchOrder());
      const webhookId = randomUUID();
      const reports = await Promise.all(
        Array.from({ length: times }, () => deliver('orders/create', orderId, webhookId)),
      );
      expect(reports.map(({ status }) => status)).toEqual(Array(times).fill(200));
      await stage.drained();
      const stored = await stage.query('select id from inbox_delivery where webhook_id = $1', [
        webhookId,
      ]);
      expect(stored.length).toBe(1);
      expect((await onlySuggestion(stage, orderId)).version).toBe(1);
      expect(await looksAt(orderId)).toBe(1);
    },
  );

  test('out of order end in the same suggestion as in order', async () => {
    const orderId = load(stage, lateDispatchOrder());
    const fulfillmentId = stage.simulator.api.addFulfillment(shopDomain, orderId, {
      trackingCompany: 'USPS',
      trackingNumber: '940011',
      createdAt: daysBefore(10),
    });
    stage.simulator.api.addScan(shopDomain, fulfillmentId, {
      status: 'IN_TRANSIT',
      happenedAt: daysBefore(9),
    });
    for (const topic of [
      'fulfillments/update',
      'orders/updated',
      'fulfillments/create',
      'orders/create',
    ]) {
      expect((await deliver(topic, orderId)).status).toBe(200);
    }
    await stage.drained();
    expect(await onlySuggestion(stage, orderId)).toMatchObject({ ground: 'silent-parcel' });
  });

  test('let go of their bodies once they are drained', async () => {
    await suggested(stage, lateDispatchOrder());
    await stage.drained();
    const kept = await stage.query('select id from inbox_delivery where body is not null');
    expect(kept).toEqual([]);
  });
});

describe('facts that change', () => {
  test('withdraw the suggestion when the parcel is delivered', async () => {
    const { order, scannedAt } = silentOrder();
    let fulfillmentId = '';
    const suggestion = await suggested(stage, order, (orderId) => {
      fulfillmentId = stage.simulator.api.addFulfillment(shopDomain, orderId, {
        trackingCompany: 'USPS',
        trackingNumber: '940022',
        createdAt: scannedAt,
      });
      stage.simulator.api.addScan(shopDomain, fulfillmentId, {
        status: 'IN_TRANSIT',
        happenedAt: scannedAt,
      });
    });
    expect(suggestion.ground).toBe('silent-parcel');
    stage.simulator.api.addScan(shopDomain, fulfillmentId, { status: 'DELIVERED' });
    await waitUntil(async () => {
      const now = await onlySuggestion(stage, suggestion.order_id);
      return now.state === 'withdrawn' && now.withdrawn_because === 'delivered';
    }, 'the suggestion to be withdrawn');
  });

  test('withdraw it when the order is cancelled, and suggest what is owed then', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.cancelOrder(shopDomain, suggestion.order_id);
    await waitUntil(async () => {
      const all = await suggestionsOf(stage, suggestion.order_id);
      return all.some(({ ground, state }) => ground === 'cancelled-unrefunded' && state === 'open');
    }, 'the cancelled order to be suggested');
  });

  test('are looked at by time alone: a grace passes while nobody says a word', async () => {
    // Money of cancelled orders is given a day to go back by itself, by this shop's policy.
    const policy = { grounds: { 'cancelled-unrefunded': { graceDays: 1 } } };
    await stage.query('update shop set policy = $1 where domain = $2', [policy, shopDomain]);
    const at = new Date(Date.now() - 86_400_000 + 4000).toISOString();
    const orderId = load(stage, restOrder({ created_at: daysBefore(9), cancelled_at: at }));
    expect((await deliver('orders/create', orderId)).status).toBe(200);
    await stage.drained();
    expect(await suggestionsOf(stage, orderId)).toEqual([]);
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId)).length === 1,
      'the sweep to find it due',
      100_000,
    );
    await stage.query('update shop set policy = null where domain = $1', [shopDomain]);
  });

  test('say nothing about an order that was deleted at Shopify', async () => {
    const orderId = `gid://shopify/Order/${freshId()}`;
    const body = { id: Number(orderId.split('/').at(-1)) };
    await stage.simulator.api.deliver({ shop: shopDomain, topic: 'orders/delete', body });
    await stage.drained();
    expect(await suggestionsOf(stage, orderId)).toEqual([]);
  });
});
