import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  decide,
  load,
  onlySuggestion,
  stateIs,
  suggested,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import {
  attemptsOf,
  orderOf,
  refundCallsFor,
  startOver,
  wellAfterTheHold,
} from '#tests/support/refunds.ts';
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
beforeEach(() => startOver(stage));

describe('an answer that', () => {
  test('is lost after the refund was made pays once', async () => {
    stage.simulator.api.faults.dropRefundAnswers = 1;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    const keys = new Set(
      refundCallsFor(stage, suggestion).map(({ variables }) => JSON.stringify(variables)),
    );
    expect(keys.size).toBe(1);
  });

  test('is a server error is asked for again with the same key, and pays once', async () => {
    stage.simulator.api.faults.failRefunds = 2;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    expect((await attemptsOf(stage, suggestion))[0]?.sends).toBe(3);
  });

  test('is THROTTLED, either way Shopify says it, is waited out', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.faults.throttle = 2;
    stage.simulator.api.faults.throttleAs = 'http';
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    stage.simulator.api.faults.throttle = 2;
    stage.simulator.api.faults.throttleAs = 'graphql';
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
  });

  test('leaves the money pending is not called money until its transaction succeeds', async () => {
    stage.simulator.api.faults.pendingRefunds = true;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ money_status: 'pending' }]);
    const refundId = orderOf(stage, suggestion).refunds[0]?.id ?? '';
    stage.simulator.api.settleRefund(shopDomain, refundId, 'SUCCESS');
    await waitUntil(
      async () => (await attemptsOf(stage, suggestion))[0]?.money_status === 'success',
      'the money to be confirmed',
    );
  });

  test('leaves the money failed says so', async () => {
    stage.simulator.api.faults.pendingRefunds = true;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    stage.simulator.api.settleRefund(
      shopDomain,
      orderOf(stage, suggestion).refunds[0]?.id ?? '',
      'FAILURE',
    );
    await waitUntil(
      async () => (await attemptsOf(stage, suggestion))[0]?.money_status === 'failure',
      'the failure to be recorded',
    );
  });
});

describe('a key that Shopify may have forgotten', () => {
  const makeOld = (suggestion: SuggestionRow) =>
    stage.query(
      `update refund_attempt set first_sent_at = now() - interval '21 hours' where suggestion_id = $1`,
      [suggestion.id],
    );

  test('is not sent again: the refund that was made is found by its note', async () => {
    stage.simulator.api.faults.dropRefundAnswers = 1;
    // The webhooks of the refund would settle it sooner.
    stage.simulator.api.deliverTo('http://127.0.0.1:9');
    const suggestion = await suggestedQuietly();
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'unknown');
    await makeOld(suggestion);
    await stateIs(stage, suggestion.id, 'refunded');
    stage.simulator.api.deliverTo(stage.app.origin);
    expect(refundCallsFor(stage, suggestion).length).toBe(1);
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
  });

  test('is not sent again: a refund that is not found waits for a person', async () => {
    stage.simulator.api.faults.failRefunds = 1;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'unknown');
    await makeOld(suggestion);
    await waitUntil(async () => {
      const [attempt] = await stage.query<{ problem: string | null }>(
        'select problem from refund_attempt where suggestion_id = $1',
        [suggestion.id],
      );
      return attempt?.problem === 'not-found-at-shopify';
    }, 'the attempt to be handed to a person');
    await wellAfterTheHold();
    expect(refundCallsFor(stage, suggestion).length).toBe(1);
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
  });

  /** Announced by hand, while Shopify's own webhooks go nowhere. */
  async function suggestedQuietly(): Promise<SuggestionRow> {
    const { api } = stage.simulator;
    const orderId = load(stage, lateDispatchOrder());
    const webhook = { topic: 'orders/create', body: JSON.stringify({ id: numberIn(orderId) }) };
    const signature = createHmac('sha256', stage.simulator.apiSecret).update(webhook.body);
    const response = await fetch(`${stage.app.origin}/webhooks`, {
      method: 'POST',
      body: webhook.body,
      headers: {
        'X-Shopify-Topic': webhook.topic,
        'X-Shopify-Shop-Domain': shopDomain,
        'X-Shopify-API-Version': '2026-10',
        'X-Shopify-Webhook-Id': randomUUID(),
        'X-Shopify-Hmac-Sha256': signature.digest('base64'),
      },
    });
    expect(response.status).toBe(200);
    await waitUntil(
      () => api.calls().some(({ variables }) => JSON.stringify(variables).includes(orderId)),
      'the look',
    );
    await stage.drained();
    return onlySuggestion(stage, orderId);
  }
});

function numberIn(gid: string): number {
  return Number(gid.slice(gid.lastIndexOf('/') + 1));
}

describe('currencies', () => {
  test.each([
    ['JPY', '4500', '4000', '500', '2000'],
    ['KWD', '13.505', '12.000', '1.505', '6.000'],
  ])('%s is refunded to the last unit', async (currency, total, subtotal, shipping, price) => {
    const order = lateDispatchOrder({
      presentment_currency: currency,
      currency,
      total_price: total,
      subtotal_price: subtotal,
      shipping_lines: [{ id: 9, title: 'Standard', price: shipping, tax_lines: [] }],
    });
    const [line] = order['line_items'] as Record<string, unknown>[];
    const suggestion = await suggested(stage, { ...order, line_items: [{ ...line, price }] });
    expect(suggestion.currency).toBe(currency);
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(Number(orderOf(stage, suggestion).refunds[0]?.transactions[0]?.amount)).toBe(
      Number(total),
    );
  });
});
