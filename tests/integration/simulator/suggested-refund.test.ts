import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { cups, lineIdOf, set, transaction } from './rest-body.ts';

const suggest = `query Suggest($id: ID!, $lines: [RefundLineItemInput!], $shipping: Money, $refundShipping: Boolean, $full: Boolean) {
  order(id: $id) {
    suggestedRefund(refundLineItems: $lines, shippingAmount: $shipping, refundShipping: $refundShipping, suggestFullRefund: $full) {
      amountSet { presentmentMoney { amount currencyCode } shopMoney { amount } }
      maximumRefundableSet { presentmentMoney { amount } }
      subtotalSet { presentmentMoney { amount } }
      totalTaxSet { presentmentMoney { amount } }
      shipping { maximumRefundableSet { presentmentMoney { amount } } }
      suggestedTransactions { kind gateway amountSet { presentmentMoney { amount } } parentTransaction { id } }
    }
  }
}`;

describe('suggestedRefund', () => {
  let app: ConnectedApp;
  beforeAll(async () => {
    app = await connectApp();
  });
  afterAll(() => app.close());

  interface Suggestion {
    readonly amountSet: { readonly presentmentMoney: { readonly amount: string } };
    readonly suggestedTransactions: readonly object[];
  }

  const ask = async (id: string, variables: Record<string, unknown>) =>
    (
      (await app.admin(suggest, { id, ...variables })).body as never as {
        data: { order: { suggestedRefund: Suggestion } };
      }
    ).data.order.suggestedRefund;

  const amountOf = async (id: string, variables: Record<string, unknown>) =>
    (await ask(id, variables)).amountSet.presentmentMoney.amount;

  const lines = (id: string, quantity: number) => [
    { lineItemId: lineIdOf(id), quantity, restockType: 'NO_RESTOCK' },
  ];

  test('spreads discount and tax over the units, and every cent is somewhere', async () => {
    const id = app.load(cups());
    // 29.00 for three cups and 2.90 tax: 9.67 + 0.97, 19.33 + 1.93, 29.00 + 2.90.
    expect(await amountOf(id, { lines: lines(id, 1) })).toBe('10.64');
    expect(await amountOf(id, { lines: lines(id, 2) })).toBe('21.26');
    expect(await amountOf(id, { lines: lines(id, 3) })).toBe('31.9');
  });

  test('adds tax only where prices lack it', async () => {
    const id = app.load(
      cups({ taxes_included: true, total_price: '34.00', total_price_set: set('34.00') }),
    );
    expect(await amountOf(id, { lines: lines(id, 3) })).toBe('29.0');
  });

  test('suggests shipping with its tax, in part or whole, never more than was paid for it', async () => {
    const id = app.load(cups());
    expect(await amountOf(id, { shipping: '2.00' })).toBe('2.0');
    expect(await amountOf(id, { refundShipping: true })).toBe('5.5');
    expect(await amountOf(id, { shipping: '100.00' })).toBe('5.5');
  });

  test('a full refund ignores the lines and suggests everything', async () => {
    const id = app.load(cups());
    expect(await ask(id, { full: true, lines: lines(id, 1) })).toMatchObject({
      amountSet: { presentmentMoney: { amount: '37.4', currencyCode: 'USD' } },
      suggestedTransactions: [{ kind: 'SUGGESTED_REFUND', gateway: 'shopify_payments' }],
    });
  });

  test('never exceeds what is left, refunds under way counted as gone', async () => {
    const id = app.load(cups());
    app.api.faults.pendingRefunds = true;
    app.api.refundElsewhere(app.shop, id, '30.00');
    app.api.faults.pendingRefunds = false;
    expect(await ask(id, { full: true })).toMatchObject({
      amountSet: { presentmentMoney: { amount: '7.4' } },
      maximumRefundableSet: { presentmentMoney: { amount: '7.4' } },
      suggestedTransactions: [{ amountSet: { presentmentMoney: { amount: '7.4' } } }],
    });
  });

  test('spreads an amount over the payments, each with its parent', async () => {
    const gift = transaction({ gateway: 'gift_card', amount: '10.00' });
    const card = transaction({ amount: '27.40' });
    const id = app.load(cups({ transactions: [gift, card] }));
    expect((await ask(id, { lines: lines(id, 2) })).suggestedTransactions).toMatchObject([
      {
        gateway: 'gift_card',
        amountSet: { presentmentMoney: { amount: '10.0' } },
        parentTransaction: { id: `gid://shopify/OrderTransaction/${String(gift['id'])}` },
      },
      {
        gateway: 'shopify_payments',
        amountSet: { presentmentMoney: { amount: '11.26' } },
        parentTransaction: { id: `gid://shopify/OrderTransaction/${String(card['id'])}` },
      },
    ]);
  });

  test('an unpaid order has nothing to suggest', async () => {
    const id = app.load(cups({ financial_status: 'pending' }));
    expect(await ask(id, { full: true })).toMatchObject({
      amountSet: { presentmentMoney: { amount: '0.0' } },
      suggestedTransactions: [],
    });
  });

  test.each([
    { currency: 'JPY', price: '1000', total: '3000', one: '1000.0', third: '333.0' },
    { currency: 'KWD', price: '1.000', total: '3.000', one: '1.0', third: '0.333' },
  ])('rounds to the decimals of $currency', async ({ currency, price, total, one, third }) => {
    const line = (id: number, quantity: number, discount: string) => ({
      ...{ id, title: 'Tea', quantity, price, price_set: set(price, currency) },
      discount_allocations: [{ amount: discount, amount_set: set(discount, currency) }],
    });
    const id = app.load(
      cups({
        ...{ currency, presentment_currency: currency, total_price: total },
        total_price_set: set(total, currency),
        line_items: [line(1, 1, '0'), line(2, 3, currency === 'JPY' ? '2000' : '2.000')],
        shipping_lines: [],
      }),
    );
    const amount = (key: number) =>
      amountOf(id, { lines: [{ lineItemId: `gid://shopify/LineItem/${key}`, quantity: 1 }] });
    expect(await amount(1)).toBe(one);
    expect(await amount(2)).toBe(third);
  });

  test('refuses more units than are left', async () => {
    const id = app.load(cups());
    const { body } = await app.admin(suggest, { id, lines: lines(id, 4) });
    expect(body['errors']).toBeDefined();
  });
});
