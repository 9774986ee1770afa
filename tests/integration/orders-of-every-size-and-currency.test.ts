import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { choose, lineIdOf } from '#tests/support/choose.ts';
import { decide, stateIs, suggested } from '#tests/support/decide.ts';
import { attemptsOf, orderOf, startOver } from '#tests/support/refunds.ts';
import { daysBefore, lateDispatchOrder, paidAt, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, type Stage } from '#tests/support/stage.ts';

const yenShop = { ...testShop, domain: 'yen-test.myshopify.com', currency: 'JPY' };
const dinarShop = { ...testShop, domain: 'dinar-test.myshopify.com', currency: 'KWD' };

let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, yenShop, dinarShop] });
  for (const { domain } of [testShop, yenShop, dinarShop]) await stage.install(domain);
});
afterAll(async () => {
  await stage.close();
});
beforeEach(() => startOver(stage));

describe('money keeps the buyer’s currency and its decimals', () => {
  test.concurrent.each([
    // Of 45 in the shop's currency; and one of two mugs at 20, with 1.5 on top where the currency can say it.
    [shopDomain, 'USD', 'JPY', 151.37, { all: '6811', part: '3177', goodwill: '150' }],
    [shopDomain, 'USD', 'KWD', 0.3071, { all: '13.819', part: '6.267', goodwill: '0.125' }],
    [shopDomain, 'USD', 'EUR', 0.9133, { all: '41.11', part: '19.77', goodwill: '1.50' }],
    [yenShop.domain, 'JPY', 'JPY', 1, { all: '45', part: '22', goodwill: '2' }],
    [dinarShop.domain, 'KWD', 'KWD', 1, { all: '45.000', part: '20.125', goodwill: '0.125' }],
    [dinarShop.domain, 'KWD', 'JPY', 489, { all: '22005', part: '9930', goodwill: '150' }],
  ])('%s: %s, paid in %s', async (shop, currency, buyer, rate, { all, part, goodwill }) => {
    const order = () => paidAt([currency, buyer, rate], lateDispatchOrder());
    const whole = await suggested(stage, order(), undefined, shop);
    expect(whole).toMatchObject({ currency: buyer });
    expect(Number(whole.amount)).toBe(Number(all));
    expect(await decide(stage, whole, 'refund')).toMatchObject({ outcome: 'approved' });

    const some = order();
    const partly = await suggested(stage, some, undefined, shop);
    const lines = [{ lineItemId: lineIdOf(some), quantity: 1 }];
    expect(await choose(stage, partly, { lines, goodwill })).toMatchObject({
      outcome: 'approved',
      amount: { amount: part, currencyCode: buyer },
    });
    for (const [suggestion, amount] of [
      [whole, all],
      [partly, part],
    ] as const) {
      await stateIs(stage, suggestion.id, 'refunded');
      const [refund, ...more] = orderOf(stage, suggestion).refunds;
      expect(more).toEqual([]);
      expect(refund?.transactions).toMatchObject([{ currency: buyer }]);
      expect(Number(refund?.transactions[0]?.amount)).toBe(Number(amount));
      const [kept] = await stage.query<{ amount: string; currency: string; shop_amount: string }>(
        'select amount::text, currency, shop_amount::text from refund_attempt where suggestion_id = $1',
        [suggestion.id],
      );
      expect(kept).toMatchObject({ currency: buyer });
      // What the merchant's limits count is in the shop's own currency, at the order's rate.
      const off = Math.abs(Number(kept?.shop_amount) - Number(amount) / rate);
      expect(off).toBeLessThanOrEqual(currency === 'KWD' ? 0.002 : 0.02);
    }
  });
});

describe('an order of 250 lines', () => {
  const lines = (orderId: number) =>
    Array.from({ length: 250 }, (_, index) => ({
      id: orderId * 1000 + index,
      title: `Bead ${index}`,
      quantity: 2,
      price: '0.35',
      requires_shipping: true,
      tax_lines: [],
    }));

  function wholesale(): Record<string, unknown> {
    const order = lateDispatchOrder({ total_price: '180.00', subtotal_price: '175.00' });
    return { ...order, line_items: lines(Number(order['id'])) };
  }

  test('goes back whole', async () => {
    const suggestion = await suggested(stage, wholesale());
    expect(Number(suggestion.amount)).toBe(180);
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds).toMatchObject([
      { transactions: [{ amount: '180.00' }] },
    ]);
  });

  test('goes back by all of its lines, one of each', async () => {
    const order = wholesale();
    const suggestion = await suggested(stage, order);
    const chosen = lines(Number(order['id'])).map(({ id }) => ({
      lineItemId: `gid://shopify/LineItem/${id}`,
      quantity: 1,
    }));
    expect(await choose(stage, suggestion, { lines: chosen })).toMatchObject({
      outcome: 'approved',
      amount: { amount: '87.50' },
    });
    await stateIs(stage, suggestion.id, 'refunded');
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'refunded', sends: 1 }]);
  });
});

test('an order that was cancelled and not paid back is paid back, once', async () => {
  const at = daysBefore(3);
  const order = restOrder({ created_at: at, updated_at: at, processed_at: at });
  const suggestion = await suggested(stage, order, (orderId) => {
    stage.simulator.api.cancelOrder(shopDomain, orderId);
  });
  expect(suggestion.ground).toBe('cancelled-unrefunded');
  stage.simulator.api.faults.dropRefundAnswers = 1;
  expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
  await stateIs(stage, suggestion.id, 'refunded');
  expect(orderOf(stage, suggestion).refunds).toMatchObject([
    { transactions: [{ amount: '45.00' }] },
  ]);
});
