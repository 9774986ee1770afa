import { describe, expect, test } from 'vitest';
import { orderOfDelivery } from '#app/shopify/order-of-delivery.ts';

describe('the order that a delivery is about', () => {
  test.each([
    ['orders/updated', '{"id":1001,"updated_at":"x"}', 'gid://shopify/Order/1001'],
    ['orders/create', '{"id":820982911946154508}', 'gid://shopify/Order/820982911946154508'],
    ['orders/create', '{"id":9007199254740993}', 'gid://shopify/Order/9007199254740993'],
    ['orders/delete', '{"id":"77"}', 'gid://shopify/Order/77'],
    ['orders/edited', '{"order_edit":{"order_id":5}}', 'gid://shopify/Order/5'],
    ['fulfillments/update', '{"id":9,"order_id":12}', 'gid://shopify/Order/12'],
    ['refunds/create', '{"id":3,"order_id":12}', 'gid://shopify/Order/12'],
    [
      'returns/request',
      '{"order":{"admin_graphql_api_id":"gid://shopify/Order/8"}}',
      'gid://shopify/Order/8',
    ],
  ])('%s %s', (topic, body, orderId) => {
    expect(orderOfDelivery(topic, body)).toEqual({ about: 'order', orderId });
  });

  test('is looked up where only a part is named', () => {
    expect(orderOfDelivery('fulfillments/update', '{"id":9}')).toEqual({
      about: 'part',
      partId: 'gid://shopify/Fulfillment/9',
    });
    const hold = '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/4"}}';
    expect(orderOfDelivery('fulfillment_orders/placed_on_hold', hold)).toEqual({
      about: 'part',
      partId: 'gid://shopify/FulfillmentOrder/4',
    });
  });

  test.each([
    ['orders/updated', '{"id":'],
    ['orders/updated', 'null'],
    ['orders/updated', '[]'],
    ['orders/updated', '{}'],
    ['orders/updated', '{"id":"1; drop table"}'],
    ['returns/process', '{}'],
  ])('%s %s names none, and says why', (topic, body) => {
    expect(orderOfDelivery(topic, body).about).toBe('unreadable');
  });

  test('is none for news about the shop', () => {
    expect(orderOfDelivery('app/uninstalled', '{}')).toEqual({ about: 'shop' });
  });
});
