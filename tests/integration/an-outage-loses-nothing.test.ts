import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { daysBefore, lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});

function deliver(orderId: string) {
  const { api } = stage.simulator;
  const topic = 'orders/updated';
  return api.deliver({ shop: shopDomain, topic, body: api.payloadOf(shopDomain, topic, orderId) });
}

const seconds = (count: number) => new Promise((settle) => setTimeout(settle, count * 1000));

describe('while Shopify is down', () => {
  test('one delivery after another about an order waits, and none is given up', async () => {
    const orderId = load(stage, lateDispatchOrder());
    stage.simulator.api.faults.down = true;
    for (let times = 0; times < 3; times += 1) {
      expect((await deliver(orderId)).status).toBe(200);
      await seconds(3);
    }
    const [waiting] = await stage.query<{ waiting: number; dead: number }>(
      `select count(*) filter (where dead_at is null)::int as waiting,
         count(dead_at)::int as dead from inbox_delivery where order_id = $1`,
      [orderId],
    );
    expect(waiting).toEqual({ waiting: 3, dead: 0 });
    stage.simulator.api.faults.down = false;
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId)).length === 1,
      'the suggestion after the outage',
      150_000,
    );
    await stage.drained();
  });
});

describe('news that come late', () => {
  test('of an uninstall before the shop came back change nothing', async () => {
    const { api } = stage.simulator;
    const webhookId = randomUUID();
    const report = await api.deliver({
      shop: shopDomain,
      topic: 'app/uninstalled',
      body: { myshopify_domain: shopDomain },
      webhookId,
      headers: { 'X-Shopify-Triggered-At': daysBefore(1) },
    });
    expect(report.status).toBe(200);
    await waitUntil(async () => {
      const [row] = await stage.query<{ drained_at: Date | null }>(
        'select drained_at from inbox_delivery where webhook_id = $1',
        [webhookId],
      );
      return row?.drained_at != null;
    }, 'the news to be drained');
    const orderId = load(stage, lateDispatchOrder());
    expect((await deliver(orderId)).status).toBe(200);
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId)).length === 1,
      'a suggestion of the shop that is still there',
    );
  });

  test('to a look that began before another leave their delivery for the next', async () => {
    const orderId = load(stage, lateDispatchOrder());
    await deliver(orderId);
    await stage.drained();
    await stage.query(
      `update order_record set read_at = now() + interval '8 seconds' where order_id = $1`,
      [orderId],
    );
    stage.simulator.api.addFulfillment(shopDomain, orderId, {
      trackingCompany: 'USPS',
      trackingNumber: '94',
    });
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId))[0]?.state === 'withdrawn',
      'the suggestion to follow once the clocks agree',
      150_000,
    );
  });
});
