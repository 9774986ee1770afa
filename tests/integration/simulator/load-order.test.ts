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
  test('bare or under `order`, parsed or as text', async () => {
    const body = cups();
    const same = [body, { order: body }, JSON.stringify(body), JSON.stringify({ order: body })];
    for (const each of same) expect(await shown(each)).toMatchObject({ name: body['name'] });
  });

  test('with ids above 2^53 as they are written', async () => {
    const text = JSON.stringify(cups())
      .replace(/"admin_graphql_api_id":"[^"]*",/, '')
      .replace(/"id":\d+/, '"id":820982911946154508');
    expect(await shown(text)).toMatchObject({ id: 'gid://shopify/Order/820982911946154508' });
  });

  test('with the exact global id where the numeric one was rounded on its way', async () => {
    const body = cups({
      id: 820982911946154500,
      admin_graphql_api_id: 'gid://shopify/Order/820982911946154508',
    });
    expect(await shown(body)).toMatchObject({ id: 'gid://shopify/Order/820982911946154508' });
  });

  test('from old payloads without any _set, transactions or current quantities', async () => {
    const body = {
      ...{
        id: 1,
        name: '#1',
        created_at: '2013-05-28T21:06:44-04:00',
        currency: 'USD',
        total_price: 12,
      },
      ...{ financial_status: 'paid', fulfillment_status: null, gateway: 'bogus' },
      line_items: [{ id: 2, title: 'Cup', quantity: 2, price: '6.00', total_discount: '0.00' }],
    };
    expect(await shown(body)).toMatchObject({
      createdAt: '2013-05-29T01:06:44Z',
      shippingAddress: null,
      ...received('12.0'),
      transactions: [{ kind: 'SALE', gateway: 'bogus' }],
      lineItems: { nodes: [{ currentQuantity: 2, unfulfilledQuantity: 2, product: null }] },
    });
  });

  test('with unknown enum values as they are', async () => {
    const body = cups({
      ...{ financial_status: 'half_paid', fulfillment_status: 'teleported' },
      fulfillments: [
        {
          id: 5,
          status: 'lost_in_space',
          shipment_status: 'eaten_by_dog',
          created_at: '2026-11-02T00:00:00Z',
          line_items: [],
        },
      ],
    });
    expect(await shown(body)).toMatchObject({
      displayFinancialStatus: 'HALF_PAID',
      displayFulfillmentStatus: 'TELEPORTED',
      fulfillments: [
        {
          status: 'LOST_IN_SPACE',
          displayStatus: 'EATEN_BY_DOG',
          events: { nodes: [{ status: 'EATEN_BY_DOG' }] },
        },
      ],
    });
  });

  test('with its fulfillments, what they hold and the last scan', async () => {
    const body = cups();
    const lineId = (body['line_items'] as { id: number }[])[0]?.id;
    const fulfillments = [
      {
        ...{ id: 7, status: 'success', shipment_status: 'delivered', tracking_company: 'UPS' },
        ...{ created_at: '2026-11-02T00:00:00Z', updated_at: '2026-11-05T00:00:00Z' },
        ...{ tracking_numbers: ['1Z', '2Z'], tracking_urls: [] },
        line_items: [{ id: lineId, quantity: 2 }],
      },
    ];
    const line_items = [{ ...(body['line_items'] as object[])[0], fulfillable_quantity: 1 }];
    expect(
      await shown({ ...body, fulfillments, line_items, fulfillment_status: 'partial' }),
    ).toMatchObject({
      displayFulfillmentStatus: 'PARTIALLY_FULFILLED',
      fulfillments: [
        {
          ...{ displayStatus: 'DELIVERED', deliveredAt: '2026-11-05T00:00:00Z', inTransitAt: null },
          trackingInfo: [{ company: 'UPS', number: '1Z', url: null }, { number: '2Z' }],
          fulfillmentLineItems: {
            nodes: [{ quantity: 2, lineItem: { id: `gid://shopify/LineItem/${lineId}` } }],
          },
        },
      ],
      fulfillmentOrders: {
        nodes: [{ status: 'IN_PROGRESS', lineItems: { nodes: [{ remainingQuantity: 1 }] } }],
      },
    });
  });

  test('with deadlines, promises and holds where the body has Shopify’s fulfillment orders', async () => {
    const fulfillment_orders = [
      {
        fulfill_by: '2026-11-04T00:00:00Z',
        delivery_method: { max_delivery_date_time: '2026-11-09T00:00:00Z' },
        fulfillment_holds: [{ reason: 'inventory_out_of_stock' }],
      },
    ];
    expect(await shown(cups({ fulfillment_orders }))).toMatchObject({
      fulfillmentOrders: {
        nodes: [
          {
            ...{ status: 'ON_HOLD', fulfillBy: '2026-11-04T00:00:00Z' },
            deliveryMethod: { maxDeliveryDateTime: '2026-11-09T00:00:00Z' },
            fulfillmentHolds: [{ reason: 'INVENTORY_OUT_OF_STOCK' }],
          },
        ],
      },
    });
  });

  test('without customer, address, shipping, with gift cards, custom items and nothing to pay', async () => {
    const body = cups({
      ...{
        customer: null,
        shipping_address: null,
        shipping_lines: [],
        total_price: '0.00',
        test: true,
      },
      total_price_set: set('0.00'),
      line_items: [
        {
          id: 1,
          title: 'Gift card',
          quantity: 1,
          price: '0.00',
          gift_card: true,
          requires_shipping: false,
          product_id: 3,
        },
        {
          id: 2,
          title: 'Engraving',
          quantity: 1,
          price: '0.00',
          product_id: null,
          product_exists: false,
        },
        {
          id: 3,
          title: 'Tip',
          quantity: 1,
          price: '0.00',
          product_id: null,
          requires_shipping: false,
        },
      ],
    });
    expect(await shown(body)).toMatchObject({
      ...{ shippingAddress: null, refundable: false, test: true, transactions: [] },
      lineItems: {
        nodes: [
          { isGiftCard: true, product: { id: 'gid://shopify/Product/3' } },
          { product: null },
          {},
        ],
      },
    });
  });

  test('cancelled, with nothing left to send', async () => {
    expect(await shown(cups({ cancelled_at: '2026-11-02T00:00:00Z' }))).toMatchObject({
      cancelledAt: '2026-11-02T00:00:00Z',
      fulfillmentOrders: {
        nodes: [{ status: 'CANCELLED', lineItems: { nodes: [{ remainingQuantity: 0 }] } }],
      },
    });
  });
});
