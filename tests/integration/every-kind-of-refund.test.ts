import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RefundChoice } from '#app/domain/remedy/chosen-plan.ts';
import { choose, lineIdOf, priceOf } from '#tests/support/choose.ts';
import { decide, setHold, stateIs, suggested, onlySuggestion } from '#tests/support/decide.ts';
import { complaint } from '#tests/support/complaint.ts';
import { noChoice } from '#tests/support/no-choice.ts';
import { attemptsOf, orderOf, startOver, wellAfterTheHold } from '#tests/support/refunds.ts';
import { daysBefore, freshId, lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});
beforeEach(() => startOver(stage));

async function setMoney(money: Record<string, unknown>): Promise<void> {
  await stage.query('update shop set policy = $1', [JSON.stringify({ holdSeconds: 1, money })]);
}

function lastCall(operation: string) {
  const calls = stage.simulator.api.calls().filter((call) => call.operation === operation);
  return calls.at(-1)?.variables as Record<string, Record<string, unknown>> | undefined;
}

describe('a choice of the merchant', () => {
  test('by line, with a part of the shipping and an amount on top', async () => {
    const order = lateDispatchOrder();
    const suggestion = await suggested(stage, order);
    const lines = [{ lineItemId: lineIdOf(order), quantity: 1 }];
    const choice = { lines, shipping: '2.50', goodwill: '1.25', note: 'Sorry!' };
    expect(await priceOf(stage, suggestion, choice)).toMatchObject({
      outcome: 'priced',
      amount: { amount: '23.75', currencyCode: 'USD' },
      path: 'refund',
    });
    expect(await choose(stage, suggestion, choice)).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    const [refund] = orderOf(stage, suggestion).refunds;
    expect(refund?.transactions).toMatchObject([{ amount: '23.75', gateway: 'shopify_payments' }]);
    expect(refund?.note).toMatch(/^Sorry! · Amends refund /);
    expect(lastCall('CreateRefund')?.['input']).toMatchObject({
      notify: false,
      discrepancyReason: 'CUSTOMER',
      shipping: { amount: '2.50' },
      refundLineItems: [{ quantity: 1, restockType: 'CANCEL' }],
    });
  });

  test('an amount alone, from several payments', async () => {
    const id = freshId();
    const at = daysBefore(12);
    const payment = (part: number, gateway: string, amount: string) => ({
      id: id * 100 + part,
      kind: 'sale',
      status: 'success',
      gateway,
      amount,
      currency: 'USD',
      created_at: at,
      processed_at: at,
    });
    const suggestion = await suggested(
      stage,
      lateDispatchOrder({
        payment_gateway_names: ['gift_card', 'shopify_payments'],
        transactions: [payment(1, 'gift_card', '15.00'), payment(2, 'shopify_payments', '30.00')],
      }),
    );
    expect(await choose(stage, suggestion, { goodwill: '20.00' })).toMatchObject({
      outcome: 'approved',
    });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds[0]?.transactions).toMatchObject([
      { gateway: 'gift_card', amount: '15.00' },
      { gateway: 'shopify_payments', amount: '5.00' },
    ]);
  });

  test('store credit, with the policy’s bonus and expiry, where there is a customer', async () => {
    await setMoney({ creditExpiresDays: 365 });
    await stage.query(
      `update shop set policy = policy || '{"returns": {"storeCreditBonusPercent": 10}}'`,
    );
    const order = lateDispatchOrder({ customer: { id: freshId() } });
    const suggestion = await suggested(stage, order);
    const lines = [{ lineItemId: lineIdOf(order), quantity: 1 }];
    const credit = { lines, method: 'store-credit' } as const;
    expect(await priceOf(stage, suggestion, credit)).toMatchObject({
      outcome: 'wrong',
      problem: { field: 'method', code: 'buyer-must-agree' },
    });
    expect(await choose(stage, suggestion, { ...credit, buyerAgreed: true })).toMatchObject({
      outcome: 'approved',
      amount: { amount: '22.00' },
    });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds[0]?.transactions).toMatchObject([
      { gateway: 'shopify_store_credit', amount: '22.00', status: 'SUCCESS' },
    ]);
    const { refundMethods, transactions } = lastCall('CreateRefund')?.['input'] ?? {};
    expect(transactions).toEqual([]);
    expect(refundMethods).toMatchObject([
      { storeCreditRefund: { amount: { amount: '22.00', currencyCode: 'USD' } } },
    ]);
    const [{ storeCreditRefund } = { storeCreditRefund: { expiresAt: '' } }] = refundMethods as {
      storeCreditRefund: { expiresAt: string };
    }[];
    const days = (Date.parse(storeCreditRefund.expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(365);
  });

  test('a guest gets no store credit', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const choice = { goodwill: '5.00', method: 'store-credit', buyerAgreed: true } as const;
    expect(await priceOf(stage, suggestion, choice)).toMatchObject({
      problem: { code: 'no-customer' },
    });
  });

  test('duties go back with their goods', async () => {
    const order = lateDispatchOrder();
    const [line] = order['line_items'] as Record<string, unknown>[];
    const duties = [{ id: freshId(), price: '8.00' }];
    const suggestion = await suggested(stage, {
      ...order,
      total_price: '53.00',
      line_items: [{ ...line, duties }],
    });
    const lines = [{ lineItemId: lineIdOf(order), quantity: 1 }];
    expect(await priceOf(stage, suggestion, { lines })).toMatchObject({
      amount: { amount: '20.00' },
    });
    expect(await choose(stage, suggestion, { lines, duties: true })).toMatchObject({
      outcome: 'approved',
      amount: { amount: '24.00' },
    });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(lastCall('CreateRefund')?.['input']).toMatchObject({
      refundDuties: [{ refundType: 'PROPORTIONAL' }],
    });
  });

  test('that cannot be paid is refused and says why', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const refused: readonly (readonly [Partial<RefundChoice>, string])[] = [
      [{ lines: [{ lineItemId: 'gid://shopify/LineItem/1', quantity: 1 }] }, 'no-such-line'],
      [{ shipping: '5.01' }, 'above-shipping'],
      [{ shipping: 'five' }, 'not-an-amount'],
      [{ goodwill: '1.005' }, 'not-an-amount'],
      [{ goodwill: '45.01' }, 'above-refundable'],
      [{}, 'nothing-chosen'],
      [{ goodwill: '1.00', note: 'x'.repeat(201) }, 'too-long'],
    ];
    for (const [choice, code] of refused) {
      const problem = { code };
      expect(await priceOf(stage, suggestion, choice)).toMatchObject({ outcome: 'wrong', problem });
      const chosen = JSON.stringify({
        choice: { ...noChoice, ...choice },
        amount: { amount: '1.00', currencyCode: 'USD' },
      });
      expect(await decide(stage, suggestion, 'refund', { chosen })).toMatchObject({
        outcome: 'wrong-choice',
        problem,
      });
    }
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
  });

  test('that is undone is forgotten: what was suggested stands again', async () => {
    await setHold(stage, 60);
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(await choose(stage, suggestion, { goodwill: '5.00' })).toMatchObject({
      outcome: 'approved',
    });
    const amount = async () => Number((await onlySuggestion(stage, suggestion.order_id)).amount);
    expect(await amount()).toBe(5);
    await decide(stage, suggestion, 'undo');
    expect(await amount()).toBe(45);
  });

  test('at another sum than the one that was seen pays nothing', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const chosen = JSON.stringify({
      choice: { ...noChoice, goodwill: '5.00' },
      amount: { amount: '4.00', currencyCode: 'USD' },
    });
    expect(await decide(stage, suggestion, 'refund', { chosen })).toMatchObject({
      outcome: 'stale',
      changes: [{ code: 'change.amount-changed' }],
    });
    for (const unreadable of ['{', '{"choice":{}}', '[]']) {
      expect(await decide(stage, suggestion, 'refund', { chosen: unreadable })).toMatchObject({
        outcome: 'unreadable',
      });
    }
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
  });
});

describe('goods of a return', () => {
  test('go back through it: it is approved and processed, and the refund is its own', async () => {
    const suggestion = await complaint(stage);
    const choice = { lines: [{ lineItemId: suggestion.lineId, quantity: 1 }], restock: true };
    expect(await priceOf(stage, suggestion, choice)).toMatchObject({ path: 'return' });
    expect(await choose(stage, suggestion, choice)).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds[0]?.transactions).toMatchObject([
      { amount: '20.00' },
    ]);
    expect(lastCall('ProcessReturn')?.['input']).toMatchObject({
      returnId: suggestion.returnId,
      returnLineItems: [{ quantity: 1 }],
    });
    expect(await attemptsOf(stage, suggestion)).toMatchObject([
      { state: 'refunded', money_status: 'success' },
    ]);
  });

  test('are paid once when the answer is lost, and when Shopify fails', async () => {
    const suggestion = await complaint(stage);
    const choice = { lines: [{ lineItemId: suggestion.lineId, quantity: 1 }], restock: true };
    stage.simulator.api.faults.failRefunds = 1;
    await choose(stage, suggestion, choice);
    stage.simulator.api.faults.dropRefundAnswers = 1;
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds).toHaveLength(1);
  });

  test('that stay with the buyer need no return: it is declined', async () => {
    const suggestion = await complaint(stage);
    const choice = { lines: [{ lineItemId: suggestion.lineId, quantity: 1 }], restock: false };
    expect(await priceOf(stage, suggestion, choice)).toMatchObject({ path: 'refund' });
    await choose(stage, suggestion, choice);
    await stateIs(stage, suggestion.id, 'refunded');
    expect(lastCall('DeclineReturn')?.['input']).toMatchObject({ id: suggestion.returnId });
    expect(orderOf(stage, suggestion).refunds).toHaveLength(1);
  });
});

describe('an order that nothing of was shipped', () => {
  test('is cancelled first, then paid back', async () => {
    const suggestion = await suggested(stage, restOrder({ note: 'Please cancel my order' }));
    expect(suggestion.ground).toBe('cancel-before-shipping');
    stage.simulator.api.faults.dropRefundAnswers = 1;
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    const order = orderOf(stage, suggestion);
    expect(order.cancelledAt).not.toBeNull();
    expect(order.refunds).toHaveLength(1);
    expect(order.refunds[0]?.transactions).toMatchObject([{ amount: '45.00' }]);
  });

  test('and only authorised is cancelled, and nothing needs to be paid', async () => {
    const id = freshId();
    const at = daysBefore(3);
    const authorization = {
      id,
      kind: 'authorization',
      status: 'success',
      gateway: 'shopify_payments',
      amount: '45.00',
      currency: 'USD',
      created_at: at,
      processed_at: at,
    };
    const suggestion = await suggested(
      stage,
      restOrder({
        note: 'Please cancel my order',
        financial_status: 'authorized',
        transactions: [authorization],
      }),
    );
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    const order = orderOf(stage, suggestion);
    expect(order.cancelledAt).not.toBeNull();
    expect(order.refunds).toEqual([]);
    expect(order.transactions.map(({ kind }) => kind)).toEqual(['AUTHORIZATION', 'VOID']);
  });

  test('but left meanwhile is not paid as if it had not', async () => {
    const suggestion = await suggested(stage, restOrder({ note: 'Please cancel my order' }));
    await setHold(stage, 2);
    await decide(stage, suggestion, 'refund');
    stage.simulator.api.addFulfillment(shopDomain, suggestion.order_id, {
      trackingCompany: 'USPS',
      trackingNumber: '9400',
    });
    await wellAfterTheHold();
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
  });
});

describe('the merchant’s limits', () => {
  test('nothing is paid above them', async () => {
    await stage.query("update refund_attempt set intended_at = now() - interval '2 days'");
    const suggestion = await suggested(stage, lateDispatchOrder({ customer: { id: freshId() } }));
    for (const [setting, limit] of [
      ['perRefund', 'per-refund'],
      ['perHour', 'per-hour'],
      ['perDay', 'per-day'],
      ['perCustomer', 'per-customer'],
    ] as const) {
      await setMoney({ [setting]: '44.99' });
      expect(await decide(stage, suggestion, 'refund')).toMatchObject({
        outcome: 'over-limit',
        limit,
      });
    }
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
  });

  test('hold for clicks at the same moment', async () => {
    await stage.query("update refund_attempt set intended_at = now() - interval '2 days'");
    await setMoney({ perHour: '100' });
    const four = Array.from({ length: 4 }, () => suggested(stage, lateDispatchOrder()));
    const suggestions = await Promise.all(four);
    const clicks = await Promise.all(suggestions.map((one) => decide(stage, one, 'refund')));
    const outcomes = clicks.map(({ outcome }) => outcome).sort();
    expect(outcomes).toEqual(['approved', 'approved', 'over-limit', 'over-limit']);
  });

  test('a second person agrees to the same sum above theirs', async () => {
    await setMoney({ secondPersonAbove: '40' });
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({
      outcome: 'second-person-needed',
    });
    // The same person again is not a second one.
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({
      outcome: 'second-person-needed',
    });
    const body = new URLSearchParams({ intent: 'refund', version: String(suggestion.version) });
    const token = stage.simulator.api.sessionToken(shopDomain, { sub: '777' });
    const response = await stage.fetch(`/app/suggestions/${suggestion.id}/decision`, {
      method: 'POST',
      body,
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
  });

  test('stopped: no click pays, and what waits in its hold is open again', async () => {
    const waiting = await suggested(stage, lateDispatchOrder());
    const other = await suggested(stage, lateDispatchOrder());
    await setHold(stage, 2);
    await decide(stage, waiting, 'refund');
    await setMoney({ stopped: true });
    expect(await decide(stage, other, 'refund')).toMatchObject({
      outcome: 'not-refundable',
      reason: 'stopped',
    });
    await stateIs(stage, waiting.id, 'open');
    expect(orderOf(stage, waiting).refunds).toEqual([]);
  });
});

test('money that came in outside Shopify goes back outside it', async () => {
  const suggestion = await suggested(
    stage,
    lateDispatchOrder({ payment_gateway_names: ['manual'] }),
  );
  expect(await decide(stage, suggestion, 'refund')).toMatchObject({
    outcome: 'not-refundable',
    reason: 'manual-gateway',
  });
});
