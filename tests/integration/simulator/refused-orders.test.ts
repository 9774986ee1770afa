import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { cups } from './rest-body.ts';

let app: ConnectedApp;
beforeAll(async () => {
  app = await connectApp();
});
afterAll(() => app.close());

describe('a body is rejected with a reason', () => {
  test.each([
    ['[]', 'a list, not one order'],
    ['{"id": 1', /malformed JSON/],
    ['"order"', 'no JSON object'],
    [{ errors: 'Not Found' }, 'an error answer: it has `errors`'],
    [{ orders: [] }, 'a list of orders: it has `orders`'],
    [{ data: { order: { id: 'gid://shopify/Order/1' } } }, /GraphQL answer/],
    [{ id: 1 }, 'no line_items'],
    [{ line_items: [] }, 'no id'],
    [
      { id: 1, line_items: [], abandoned_checkout_url: 'x' },
      'a checkout: it has `abandoned_checkout_url`',
    ],
    [{ id: 1, line_items: [], invoice_url: 'x' }, 'a draft order: it has `invoice_url`'],
    [{ id: 1, line_items: [], tracking_numbers: [] }, 'a fulfillment: it has `tracking_numbers`'],
    [{ id: 1, line_items: [] }, /^no order: it has none of/],
    [
      cups({ admin_graphql_api_id: 'gid://shopify/DraftOrder/1' }),
      'no order but gid://shopify/DraftOrder/1',
    ],
    [cups({ id: 5, admin_graphql_api_id: 'gid://shopify/Order/6' }), /the id 5 but the global id/],
    [cups({ currency: null }), 'the order has no currency: null'],
    [cups({ total_price: null, total_price_set: null }), 'the order has no total_price'],
    [cups({ total_price_set: null, total_price: 'free' }), /is no amount: free/],
    [
      cups({ total_price: '1.005', total_price_set: null }),
      'total_price has more decimals than USD',
    ],
    [
      cups({ presentment_currency: 'EUR', total_price_set: null }),
      /no total_price_set, and the buyer paid in EUR/,
    ],
    [cups({ presentment_currency: 'EUR' }), /is in USD, the order in EUR/],
    [cups({ created_at: null }), 'the order has no created_at'],
    [cups({ created_at: 'yesterday' }), /is no time: yesterday/],
    [cups({ line_items: [{ id: 1, quantity: 1.5, price: '1' }] }), /no whole quantity/],
    [cups({ line_items: [{ id: 1, quantity: 1 }] }), 'line 1 has no price'],
    [
      cups({
        line_items: [
          { id: 1, quantity: 1, price: '1' },
          { id: 1, quantity: 1, price: '1' },
        ],
      }),
      /two lines are/,
    ],
    [
      cups({ line_items: [{ id: 1, quantity: 1, price: '1', fulfillable_quantity: 2 }] }),
      /1 ordered, but/,
    ],
    [cups({ financial_status: 'partially_refunded' }), /no refund says how much went back/],
  ])('%j', (body, reason) => {
    expect(app.api.loadOrder(app.shop, body)).toEqual({
      outcome: 'rejected',
      reason: typeof reason === 'string' ? reason : (expect.stringMatching(reason) as string),
    });
  });
});
