import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeEach(async () => {
  stage = await startStage();
  await stage.install();
});
afterEach(async () => {
  await stage.close();
});

/** Sends `total` deliveries for the orders, 32 at a time, each once or, as Shopify does, until it is taken; the last answers' statuses. */
async function burst(
  orderIds: readonly string[],
  total: number,
  {
    tries = 1,
    onAnswer = () => undefined,
  }: { readonly tries?: number; readonly onAnswer?: (answered: number) => void } = {},
): Promise<ReadonlyMap<string, number | null>> {
  const { api } = stage.simulator;
  const statuses = new Map<string, number | null>();
  const waiting = Array.from({ length: total }, (_, index) => index);
  const send = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
      const orderId = orderIds[index % orderIds.length] ?? '';
      const webhookId = randomUUID();
      const topic = 'orders/updated';
      const body = api.payloadOf(shopDomain, topic, orderId);
      let { status } = await api.deliver({ shop: shopDomain, topic, body, webhookId });
      for (let tried = 1; status !== 200 && tried < tries; tried += 1) {
        await sleep(1000 * tried);
        ({ status } = await api.deliver({ shop: shopDomain, topic, body, webhookId }));
      }
      statuses.set(webhookId, status);
      onAnswer(statuses.size);
    }
  };
  await Promise.all(Array.from({ length: 32 }, send));
  return statuses;
}

describe('a burst', () => {
  test('of 500 deliveries for 20 orders makes few looks', async () => {
    const orderIds = Array.from({ length: 20 }, () => load(stage, lateDispatchOrder()));
    const from = performance.now();
    const statuses = await burst(orderIds, 500, { tries: 8 });
    const seconds = (performance.now() - from) / 1000;
    expect([...statuses.values()].every((status) => status === 200)).toBe(true);
    await stage.drained();
    const looks = stage.simulator.api
      .calls()
      .filter(({ operation }) => operation === 'ReadOrderFacts').length;
    console.log(`500 deliveries for 20 orders in ${seconds.toFixed(1)} s made ${looks} looks`);
    expect(looks).toBeGreaterThanOrEqual(20);
    // A look waits a second for more to come, so that an order has one at most for each second in which something came.
    expect(looks).toBeLessThanOrEqual(20 * (1 + Math.floor(seconds)));
    expect((await suggestionsOf(stage)).length).toBe(20);
  });

  test('in the middle of which the app is killed with -9 loses nothing that was acknowledged', async () => {
    const orderIds = Array.from({ length: 20 }, () => load(stage, lateDispatchOrder()));
    const killed: Promise<void>[] = [];
    const statuses = await burst(orderIds, 500, {
      onAnswer: (answered) => {
        if (answered === 200) killed.push(stage.app.kill());
      },
    });
    await Promise.all(killed);
    const acknowledged = [...statuses].filter(([, status]) => status === 200).map(([id]) => id);
    expect(acknowledged.length).toBeGreaterThan(150);
    expect(acknowledged.length).toBeLessThan(500);
    const stored = await stage.query<{ webhook_id: string }>(
      'select webhook_id from inbox_delivery where webhook_id = any($1)',
      [acknowledged],
    );
    expect(stored.length).toBe(acknowledged.length);
    await stage.restart();
    await stage.drained();
    const [left] = await stage.query<{ n: number }>(
      'select count(*)::int as n from inbox_delivery where drained_at is null',
    );
    expect(left?.n).toBe(0);
    expect((await suggestionsOf(stage)).length).toBe(20);
  });
});
