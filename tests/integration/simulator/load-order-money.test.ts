import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { readingScopes, readOrder } from './order-read-back.ts';
import { cups, set } from './rest-body.ts';

let app: ConnectedApp;
beforeAll(async () => {
  app = await connectApp({ grantedScopes: readingScopes });
});
afterAll(() => app.close());

const shown = (body: unknown) => readOrder(app, app.load(body));

const received = (amount: string) => ({ totalReceivedSet: { presentmentMoney: { amount } } });

describe('an order is loaded', () => {
  test.each([
    { financial_status: 'paid', amount: '37.4', refundable: true },
    { financial_status: 'pending', amount: '0.0', refundable: false },
    { financial_status: 'authorized', amount: '0.0', refundable: false },
    { financial_status: 'voided', amount: '0.0', refundable: false },
    { financial_status: 'refunded', amount: '0.0', refundable: false },
    { financial_status: null, amount: '0.0', refundable: false },
    { financial_status: 'awaiting_moonrise', amount: '0.0', refundable: false },
  ])(
    'with what was paid by a status of $financial_status',
    async ({ amount, refundable, ...status }) => {
      expect(await shown(cups(status))).toMatchObject({
        displayFinancialStatus: status.financial_status?.toUpperCase() ?? null,
        refundable,
        ...received(amount),
      });
    },
  );

  test('with the paid part of a partly paid one', async () => {
    const half = { financial_status: 'partially_paid', total_outstanding: '30.00' };
    expect(await shown(cups(half))).toMatchObject(received('7.4'));
    expect(await shown(cups({ ...half, total_outstanding: undefined }))).toMatchObject(
      received('0.0'),
    );
  });

  test('with its refunds under the payment that they name', async () => {
    const body = cups({ financial_status: 'partially_refunded' });
    const lineId = (body['line_items'] as { id: number }[])[0]?.id;
    const refunds = [
      {
        ...{ id: 8, created_at: '2026-11-03T00:00:00Z', note: 'broke' },
        refund_line_items: [
          { id: 9, line_item_id: lineId, quantity: 1, subtotal: 9.67, total_tax: 0.97 },
        ],
        transactions: [
          {
            id: 10,
            kind: 'refund',
            status: 'success',
            gateway: 'bogus',
            amount: '10.64',
            currency: 'USD',
            parent_id: 11,
            created_at: '2026-11-03T00:00:00Z',
          },
        ],
      },
    ];
    const line_items = [{ ...(body['line_items'] as object[])[0], current_quantity: 2 }];
    expect(await shown({ ...body, refunds, line_items })).toMatchObject({
      ...received('37.4'),
      totalRefundedSet: { presentmentMoney: { amount: '10.64' } },
      currentTotalPriceSet: { presentmentMoney: { amount: '26.76' } },
      transactions: [{ kind: 'SALE' }, { kind: 'REFUND', parentTransaction: { kind: 'SALE' } }],
      lineItems: { nodes: [{ refundableQuantity: 2 }] },
    });
  });

  test('with a refund that proves a payment which the status denies', async () => {
    const transactions = [
      {
        id: 20,
        kind: 'refund',
        status: 'success',
        gateway: 'bogus',
        amount: '9.00',
        currency: 'USD',
        parent_id: 21,
        created_at: '2026-11-03T00:00:00Z',
      },
    ];
    const refunds = [
      { id: 19, created_at: '2026-11-03T00:00:00Z', refund_line_items: [], transactions },
    ];
    expect(await shown(cups({ financial_status: 'authorized', refunds }))).toMatchObject({
      ...{ displayFinancialStatus: 'AUTHORIZED', refundable: false },
      ...received('9.0'),
    });
  });

  test('in two currencies, and in currencies without and with three decimals', async () => {
    const line = { id: 1, title: 'Cup', quantity: 1, price: '6.40' };
    const two = cups({
      ...{ currency: 'EUR', presentment_currency: 'KWD', total_price: '6.40' },
      total_price_set: set('2.125', 'KWD', '6.40', 'EUR'),
      line_items: [{ ...line, price_set: set('2.125', 'KWD', '6.40', 'EUR') }],
      shipping_lines: [],
    });
    expect(await shown(two)).toMatchObject({
      currentTotalPriceSet: {
        presentmentMoney: { amount: '2.125', currencyCode: 'KWD' },
        shopMoney: { amount: '6.4', currencyCode: 'EUR' },
      },
    });
    const yen = cups({
      currency: 'JPY',
      presentment_currency: 'JPY',
      total_price: '900',
      total_price_set: undefined,
      line_items: [{ ...line, price: 900 }],
      shipping_lines: [],
    });
    expect(await shown(yen)).toMatchObject(received('900.0'));
  });
});
