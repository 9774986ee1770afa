import { describe, expect, test } from 'vitest';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { orderOfDelivery } from '#app/shopify/order-of-delivery.ts';

const shop = parseShopDomain('lantern-test.myshopify.com') as ShopDomain;

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
    expect(orderOfDelivery(topic, body, shop)).toEqual({ about: 'order', orderId });
  });

  test('is looked up where only a part is named', () => {
    expect(orderOfDelivery('fulfillments/update', '{"id":9}', shop)).toEqual({
      about: 'part',
      partId: 'gid://shopify/Fulfillment/9',
    });
    const hold = '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/4"}}';
    expect(orderOfDelivery('fulfillment_orders/placed_on_hold', hold, shop)).toEqual({
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
    expect(orderOfDelivery(topic, body, shop).about).toBe('unreadable');
  });

  test.each([
    ['app/uninstalled', `{"myshopify_domain":"${shop}"}`],
    ['shop/update', `{"myshopify_domain":"${shop}"}`],
    ['app/scopes_update', '{"current":[]}'],
    ['shop/redact', `{"shop_domain":"${shop}"}`],
    ['customers/redact', `{"shop_domain":"${shop}","orders_to_redact":[1]}`],
  ])('%s is about the shop that it names', (topic, body) => {
    expect(orderOfDelivery(topic, body, shop)).toEqual({ about: 'shop' });
  });

  test.each([
    ['app/uninstalled', '{"id":1}'],
    ['app/uninstalled', '{"myshopify_domain":"other.myshopify.com"}'],
    ['shop/redact', '{"id":1,"name":"#1001"}'],
    ['shop/redact', '{"shop_domain":"other.myshopify.com"}'],
    ['customers/redact', '{"orders_to_redact":[1]}'],
  ])('%s whose signed body does not name the shop is not believed', (topic, body) => {
    expect(orderOfDelivery(topic, body, shop)).toEqual({
      about: 'unreadable',
      reason: `a delivery of ${topic} whose body does not name the shop`,
    });
  });
});
