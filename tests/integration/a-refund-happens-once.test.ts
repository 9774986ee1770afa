import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  decide,
  load,
  onlySuggestion,
  setHold,
  stateIs,
  suggested,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import { lateDispatchOrder, silentOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const otherShop = 'another-shop.myshopify.com';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: otherShop }] });
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  Object.assign(stage.simulator.api.faults, {
    dropRefundAnswers: 0,
    failRefunds: 0,
    pendingRefunds: false,
    throttle: 0,
    down: false,
  });
  await setHold(stage, 1);
});

function orderOf({ order_id: orderId }: SuggestionRow) {
  const order = stage.simulator.api.order(shopDomain, orderId);
  if (!order) throw new Error('no order');
  return order;
}

function refundCallsFor({ order_id: orderId }: SuggestionRow) {
  return stage.simulator.api
    .calls()
    .filter(
      ({ operation, variables }) =>
        operation === 'CreateRefund' && JSON.stringify(variables).includes(orderId),
    );
}

async function attemptsOf({ id }: SuggestionRow) {
  return stage.query<{ state: string; money_status: string | null; sends: number }>(
    'select state, money_status, sends from refund_attempt where suggestion_id = $1 order by intended_at',
    [id],
  );
}

function silentParcel(): Promise<SuggestionRow & { fulfillmentId: string }> {
  const { order, scannedAt } = silentOrder();
  let fulfillmentId = '';
  return suggested(stage, order, (orderId) => {
    const { api } = stage.simulator;
    const parcel = { trackingCompany: 'USPS', trackingNumber: '9400', createdAt: scannedAt };
    fulfillmentId = api.addFulfillment(shopDomain, orderId, parcel);
    api.addScan(shopDomain, fulfillmentId, { status: 'IN_TRANSIT', happenedAt: scannedAt });
  }).then((suggestion) => ({ ...suggestion, fulfillmentId }));
}

/** After this nothing more can happen to an approval: hold and first tries are long over. */
const wellAfterTheHold = () => new Promise((settle) => setTimeout(settle, 3500));

describe('one click', () => {
  test('pays the buyer, exactly what was shown, and writes down every step', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    const { refunds, financialStatus } = orderOf(suggestion);
    expect(refunds.length).toBe(1);
    expect(refunds[0]?.transactions).toMatchObject([{ kind: 'REFUND', status: 'SUCCESS' }]);
    expect(Number(refunds[0]?.transactions[0]?.amount)).toBe(45);
    expect(financialStatus.toUpperCase()).toBe('REFUNDED');
    const audit = await stage.query<{ kind: string; actor: string }>(
      'select kind, actor from audit_event where suggestion_id = $1 order by id',
      [suggestion.id],
    );
    expect(audit.map(({ kind }) => kind)).toEqual([
      'suggestion-opened',
      'suggestion-approved',
      'refund-sent',
      'refund-made',
      'refund-money-moved',
    ]);
    expect(audit[1]?.actor).toMatch(/^staff:/);
  });

  test('does not bring the same suggestion back', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    await stage.drained();
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('refunded');
  });

  test('twice at once pays once', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const clicks = await Promise.all(
      Array.from({ length: 4 }, () => decide(stage, suggestion, 'refund')),
    );
    const outcomes = clicks.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(['already-decided', 'already-decided', 'already-decided', 'approved']);
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(suggestion).refunds.length).toBe(1);
  });

  test('on a parcel that was delivered meanwhile pays nothing and says so', async () => {
    const suggestion = await silentParcel();
    // Shopify knows; the webhook is still on its way.
    stage.simulator.api.deliverTo('http://127.0.0.1:9');
    stage.simulator.api.addScan(shopDomain, suggestion.fulfillmentId, { status: 'DELIVERED' });
    const clicked = await decide(stage, suggestion, 'refund');
    stage.simulator.api.deliverTo(stage.app.origin);
    expect(clicked).toMatchObject({
      outcome: 'stale',
      changes: [expect.objectContaining({ code: 'change.delivered-meanwhile' })],
    });
    await wellAfterTheHold();
    expect(orderOf(suggestion).refunds).toEqual([]);
    await stateIs(stage, suggestion.id, 'withdrawn');
  });

  test('on an order that somebody else refunded pays nothing more', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.deliverTo('http://127.0.0.1:9');
    stage.simulator.api.refundElsewhere(shopDomain, suggestion.order_id, '10.00');
    const clicked = await decide(stage, suggestion, 'refund');
    stage.simulator.api.deliverTo(stage.app.origin);
    expect(clicked).toMatchObject({ outcome: 'stale' });
    expect(orderOf(suggestion).refunds.length).toBe(1);
  });

  test('on a disputed order pays nothing: the bank has the money', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.deliverTo('http://127.0.0.1:9');
    stage.simulator.api.openDispute(shopDomain, suggestion.order_id, 'CHARGEBACK');
    const clicked = await decide(stage, suggestion, 'refund');
    stage.simulator.api.deliverTo(stage.app.origin);
    expect(clicked).toMatchObject({
      outcome: 'stale',
      changes: [expect.objectContaining({ code: 'change.disputed' })],
    });
    expect(refundCallsFor(suggestion)).toEqual([]);
  });

  test('while Shopify is down pays nothing and can be made again', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.faults.down = true;
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'unreachable' });
    stage.simulator.api.faults.down = false;
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
  });
});

describe('the hold', () => {
  test('an Undo in it pays nothing', async () => {
    await setHold(stage, 2);
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    expect(await decide(stage, suggestion, 'undo')).toMatchObject({ outcome: 'undone' });
    await wellAfterTheHold();
    expect(orderOf(suggestion).refunds).toEqual([]);
    expect(refundCallsFor(suggestion)).toEqual([]);
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
    expect(await attemptsOf(suggestion)).toMatchObject([{ state: 'undone', sends: 0 }]);
  });

  test('an Undo after it says that it is too late', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(await decide(stage, suggestion, 'undo')).toMatchObject({
      outcome: 'too-late',
      state: 'refunded',
    });
  });

  test('a parcel that is delivered in it stops the refund', async () => {
    await setHold(stage, 2);
    const suggestion = await silentParcel();
    await decide(stage, suggestion, 'refund');
    stage.simulator.api.addScan(shopDomain, suggestion.fulfillmentId, { status: 'DELIVERED' });
    await stateIs(stage, suggestion.id, 'withdrawn');
    expect(orderOf(suggestion).refunds).toEqual([]);
    expect(await attemptsOf(suggestion)).toMatchObject([{ state: 'stopped', sends: 0 }]);
  });

  test('survives a kill -9: the refund goes out after the restart, once', async () => {
    await setHold(stage, 3);
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stage.app.kill();
    await stage.restart();
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(suggestion).refunds.length).toBe(1);
  });
});

describe('an answer that', () => {
  test('is lost after the refund was made pays once', async () => {
    stage.simulator.api.faults.dropRefundAnswers = 1;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(suggestion).refunds.length).toBe(1);
    const keys = new Set(
      refundCallsFor(suggestion).map(({ variables }) => JSON.stringify(variables)),
    );
    expect(keys.size).toBe(1);
  });

  test('is a server error is asked for again with the same key, and pays once', async () => {
    stage.simulator.api.faults.failRefunds = 2;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(suggestion).refunds.length).toBe(1);
    expect((await attemptsOf(suggestion))[0]?.sends).toBe(3);
  });

  test('is THROTTLED, either way Shopify says it, is waited out', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.faults.throttle = 2;
    stage.simulator.api.faults.throttleAs = 'http';
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    stage.simulator.api.faults.throttle = 2;
    stage.simulator.api.faults.throttleAs = 'graphql';
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(suggestion).refunds.length).toBe(1);
  });

  test('leaves the money pending is not called money until its transaction succeeds', async () => {
    stage.simulator.api.faults.pendingRefunds = true;
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(await attemptsOf(suggestion)).toMatchObject([{ money_status: 'pending' }]);
    const refundId = orderOf(suggestion).refunds[0]?.id ?? '';
    stage.simulator.api.settleRefund(shopDomain, refundId, 'SUCCESS');
    await waitUntil(
      async () => (await attemptsOf(suggestion))[0]?.money_status === 'success',
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
      orderOf(suggestion).refunds[0]?.id ?? '',
      'FAILURE',
    );
    await waitUntil(
      async () => (await attemptsOf(suggestion))[0]?.money_status === 'failure',
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
    expect(refundCallsFor(suggestion).length).toBe(1);
    expect(orderOf(suggestion).refunds.length).toBe(1);
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
    expect(refundCallsFor(suggestion).length).toBe(1);
    expect(orderOf(suggestion).refunds).toEqual([]);
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

describe('dismissing', () => {
  test('ends the suggestion with its reason, and it stays away', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const dismissed = await decide(stage, suggestion, 'dismiss', { reason: 'not-owed' });
    expect(dismissed).toMatchObject({ outcome: 'dismissed' });
    stage.simulator.api.announceOrder(shopDomain, suggestion.order_id);
    await stage.drained();
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('dismissed');
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'already-decided' });
  });
});

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
    expect(Number(orderOf(suggestion).refunds[0]?.transactions[0]?.amount)).toBe(Number(total));
  });

  test('money of another shop cannot be touched', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const init = {
      method: 'POST',
      body: new URLSearchParams({ intent: 'refund', version: '1' }),
    };
    const path = `/app/suggestions/${suggestion.id}`;
    const response = await stage.fetch(`${path}/decision`, init, otherShop);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ outcome: 'gone', current: null });
    expect((await stage.fetch(`${path}.data`, {}, otherShop)).status).toBe(404);
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
  });
});
