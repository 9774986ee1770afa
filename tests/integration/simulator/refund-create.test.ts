import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { money, readBack, refund } from './refund-client.ts';
import { cups, lineIdOf, set, transaction } from './rest-body.ts';

describe('refundCreate', () => {
  let app: ConnectedApp;
  beforeAll(async () => {
    app = await connectApp();
  });
  afterAll(() => app.close());

  const errorsOf = async (input: object) =>
    (await refund(app, input)).data?.refundCreate?.userErrors;

  test('refunds an amount alone and makes the order partially refunded', async () => {
    const id = app.load(cups());
    const { data } = await refund(app, { ...money(app, id, '1.00'), note: 'sorry' });
    expect(data?.refundCreate).toMatchObject({
      refund: { note: 'sorry', totalRefundedSet: { presentmentMoney: { amount: '1.0' } } },
      userErrors: [],
    });
    expect(await readBack(app, id)).toMatchObject({
      displayFinancialStatus: 'PARTIALLY_REFUNDED',
      refundable: true,
      totalRefundedSet: { presentmentMoney: { amount: '1.0' } },
      lineItems: { nodes: [{ refundableQuantity: 3 }] },
    });
  });

  test('refunds everything and leaves nothing refundable', async () => {
    const id = app.load(cups());
    await refund(app, money(app, id, '37.40'));
    expect(await readBack(app, id)).toMatchObject({
      displayFinancialStatus: 'REFUNDED',
      refundable: false,
    });
  });

  test("answers Shopify's recorded messages", async () => {
    const id = app.load(cups());
    const unknown = 'gid://shopify/Order/1';
    expect(await errorsOf({ orderId: unknown, transactions: [] })).toEqual([
      { field: ['orderId'], message: 'Order does not exist' },
    ]);
    const tooMuch = [
      { field: null, message: 'Refund amount $50.00 is greater than net payment received $37.40' },
    ];
    expect(await errorsOf(money(app, id, '50.00'))).toEqual(tooMuch);
    expect(await errorsOf({ ...money(app, id, '50.00'), allowOverRefunding: true })).toEqual(
      tooMuch,
    );
    expect(
      await errorsOf({ orderId: id, refundLineItems: [{ lineItemId: lineIdOf(id), quantity: 4 }] }),
    ).toEqual([
      {
        field: ['refundLineItems', '0', 'quantity'],
        message: 'Quantity cannot refund more items than were purchased',
      },
    ]);
    expect(await errorsOf(money(app, id, '1.00', { kind: 'AUTHORIZATION' }))).toEqual([
      { field: null, message: 'Kind authorization is not a valid transaction' },
    ]);
    for (const parentId of ['gid://shopify/OrderTransaction/1', null]) {
      expect(await errorsOf(money(app, id, '1.00', { parentId }))).toEqual([
        {
          field: ['transactions'],
          message: 'Transactions require a parent_id associated with the order',
        },
      ]);
    }
    expect(await readBack(app, id)).toMatchObject({ displayFinancialStatus: 'PAID' });
  });

  test("accepts another gateway's name and uses the parent's", async () => {
    const id = app.load(cups());
    const { data } = await refund(app, money(app, id, '1.00', { gateway: 'bogus' }));
    expect(data?.refundCreate?.refund?.transactions.nodes).toMatchObject([
      { gateway: 'shopify_payments' },
    ]);
  });

  test('counts a refund only when its money moved', async () => {
    const id = app.load(cups());
    app.api.faults.pendingRefunds = true;
    const { data } = await refund(app, money(app, id, '37.40'));
    app.api.faults.pendingRefunds = false;
    const made = data?.refundCreate?.refund;
    expect(made?.transactions.nodes[0]?.status).toBe('PENDING');
    expect(await readBack(app, id)).toMatchObject({
      displayFinancialStatus: 'PAID',
      refundable: false,
      totalRefundedSet: { presentmentMoney: { amount: '0.0' } },
    });
    app.api.settleRefund(app.shop, made?.id ?? '', 'SUCCESS');
    expect(await readBack(app, id)).toMatchObject({
      displayFinancialStatus: 'REFUNDED',
      totalRefundedSet: { presentmentMoney: { amount: '37.4' } },
    });
  });

  test('a refund that failed gives its amount free again', async () => {
    const id = app.load(cups());
    app.api.faults.pendingRefunds = true;
    const { data } = await refund(app, money(app, id, '37.40'));
    app.api.faults.pendingRefunds = false;
    app.api.settleRefund(app.shop, data?.refundCreate?.refund?.id ?? '', 'FAILURE');
    expect(await readBack(app, id)).toMatchObject({
      displayFinancialStatus: 'PAID',
      refundable: true,
    });
  });

  test('CANCEL takes unsent goods off the order, RETURN and NO_RESTOCK leave what is to be sent', async () => {
    const id = app.load(cups());
    const line = { lineItemId: lineIdOf(id), quantity: 1, locationId: 'gid://shopify/Location/1' };
    await refund(app, { orderId: id, refundLineItems: [{ ...line, restockType: 'CANCEL' }] });
    expect(await readBack(app, id)).toMatchObject({
      lineItems: { nodes: [{ refundableQuantity: 2, currentQuantity: 2, unfulfilledQuantity: 2 }] },
      fulfillmentOrders: { nodes: [{ lineItems: { nodes: [{ remainingQuantity: 2 }] } }] },
      currentTotalPriceSet: { presentmentMoney: { amount: '26.76' } },
    });
    app.api.addFulfillment(app.shop, id, {
      lines: [{ lineItemId: lineIdOf(id), quantity: 1 }],
      trackingCompany: null,
      trackingNumber: null,
    });
    await refund(app, { orderId: id, refundLineItems: [{ ...line, restockType: 'RETURN' }] });
    expect(await readBack(app, id)).toMatchObject({
      lineItems: { nodes: [{ refundableQuantity: 1, currentQuantity: 1, unfulfilledQuantity: 1 }] },
    });
  });

  test('a fully refunded order whose goods were never sent stays unfulfilled, its refund lines count nothing', async () => {
    const id = app.load(cups());
    const refundLineItems = [{ lineItemId: lineIdOf(id), quantity: 3, restockType: 'NO_RESTOCK' }];
    const { data } = await refund(app, { ...money(app, id, '37.40'), refundLineItems });
    expect(data?.refundCreate?.refund?.refundLineItems.nodes).toMatchObject([
      { restocked: false, subtotalSet: { presentmentMoney: { amount: '0.0' } } },
    ]);
    expect(await readBack(app, id)).toMatchObject({
      displayFinancialStatus: 'REFUNDED',
      displayFulfillmentStatus: 'UNFULFILLED',
    });
  });

  test('wants the presentment currency named where it differs, and refunds in it', async () => {
    const id = app.load(
      cups({
        presentment_currency: 'JPY',
        total_price_set: set('5000', 'JPY', '37.40', 'USD'),
        line_items: [
          {
            id: 1,
            title: 'Cup',
            quantity: 1,
            price: '37.40',
            price_set: set('5000', 'JPY', '37.40', 'USD'),
          },
        ],
        shipping_lines: [],
      }),
    );
    expect(await errorsOf(money(app, id, '1000'))).toMatchObject([{ field: ['currency'] }]);
    expect(await errorsOf({ ...money(app, id, '1000'), currency: 'USD' })).toMatchObject([
      { field: ['currency'] },
    ]);
    expect(await errorsOf({ ...money(app, id, '10.5'), currency: 'JPY' })).toMatchObject([
      { field: ['transactions'] },
    ]);
    const { data } = await refund(app, { ...money(app, id, '1000'), currency: 'JPY' });
    expect(data?.refundCreate?.refund?.transactions.nodes).toMatchObject([
      {
        amountSet: {
          presentmentMoney: { amount: '1000.0', currencyCode: 'JPY' },
          shopMoney: { amount: '7.48', currencyCode: 'USD' },
        },
      },
    ]);
  });

  test('refunds over two payments at once', async () => {
    const gift = transaction({ gateway: 'gift_card', amount: '10.00' });
    const card = transaction({ amount: '27.40' });
    const id = app.load(cups({ transactions: [gift, card] }));
    const parts = [
      ['gift_card', '10.00', gift['id']],
      ['shopify_payments', '5.00', card['id']],
    ].map(([gateway, amount, parent]) => ({
      ...{ orderId: id, gateway, amount, kind: 'REFUND' },
      parentId: `gid://shopify/OrderTransaction/${String(parent)}`,
    }));
    const { data } = await refund(app, { orderId: id, transactions: parts });
    expect(data?.refundCreate?.refund?.transactions.nodes).toHaveLength(2);
    expect(await readBack(app, id)).toMatchObject({
      totalRefundedSet: { presentmentMoney: { amount: '15.0' } },
    });
  });
});
