import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decide, onlySuggestion, setHold, stateIs, suggested } from '#tests/support/decide.ts';
import {
  attemptsOf,
  orderOf,
  refundCallsFor,
  silentParcel,
  startOver,
  wellAfterTheHold,
} from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
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
beforeEach(() => startOver(stage));

describe('one click', () => {
  test('pays the buyer, exactly what was shown, and writes down every step', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    const { refunds, financialStatus } = orderOf(stage, suggestion);
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
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
  });

  test('on a parcel that was delivered meanwhile pays nothing and says so', async () => {
    const suggestion = await silentParcel(stage);
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
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
    await stateIs(stage, suggestion.id, 'withdrawn');
  });

  test('on an order that somebody else refunded pays nothing more', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.deliverTo('http://127.0.0.1:9');
    stage.simulator.api.refundElsewhere(shopDomain, suggestion.order_id, '10.00');
    const clicked = await decide(stage, suggestion, 'refund');
    stage.simulator.api.deliverTo(stage.app.origin);
    expect(clicked).toMatchObject({ outcome: 'stale' });
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
  });

  test('on a part that somebody else paid back, and the line has heard of, pays nothing', async () => {
    const order = lateDispatchOrder();
    const [line] = order['line_items'] as { readonly id: number }[];
    const suggestion = await suggested(stage, order, (orderId) => {
      stage.simulator.api.addFulfillment(shopDomain, orderId, {
        lines: [{ lineItemId: String(line?.id), quantity: 1 }],
        trackingCompany: 'USPS',
        trackingNumber: '9400',
      });
    });
    expect(Number(suggestion.amount)).toBe(22.5);
    stage.simulator.api.refundElsewhere(shopDomain, suggestion.order_id, '20.00');
    await waitUntil(
      async () => (await onlySuggestion(stage, suggestion.order_id)).version > suggestion.version,
      'the suggestion to be revised',
    );
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({
      outcome: 'stale',
      changes: [expect.objectContaining({ code: 'change.revised' })],
    });
    await wellAfterTheHold();
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
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
    expect(refundCallsFor(stage, suggestion)).toEqual([]);
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
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
    expect(refundCallsFor(stage, suggestion)).toEqual([]);
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'undone', sends: 0 }]);
  });

  test('an Undo and a new click while the first is about to be sent pay once', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    // The sender's last look at the facts takes its time.
    stage.simulator.api.faults.delayMs = 1500;
    await new Promise((settle) => setTimeout(settle, 1300));
    expect(await decide(stage, suggestion, 'undo')).toMatchObject({ outcome: 'undone' });
    const { version } = await onlySuggestion(stage, suggestion.order_id);
    const again = await decide(stage, { ...suggestion, version }, 'refund');
    stage.simulator.api.faults.delayMs = 0;
    expect(again).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
    const attempts = await attemptsOf(stage, suggestion);
    expect(attempts.map(({ state }) => state)).toEqual(['undone', 'refunded']);
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
    const suggestion = await silentParcel(stage);
    await decide(stage, suggestion, 'refund');
    stage.simulator.api.addScan(shopDomain, suggestion.fulfillmentId, { status: 'DELIVERED' });
    await stateIs(stage, suggestion.id, 'withdrawn');
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'stopped', sends: 0 }]);
  });

  test('survives a kill -9: the refund goes out after the restart, once', async () => {
    await setHold(stage, 3);
    const suggestion = await suggested(stage, lateDispatchOrder());
    await decide(stage, suggestion, 'refund');
    await stage.app.kill();
    await stage.restart();
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds.length).toBe(1);
  });
});

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

describe('a shop', () => {
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
