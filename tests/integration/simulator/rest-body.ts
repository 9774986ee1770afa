let last = 9_000_000;

export function numericId(): number {
  last += 1;
  return last;
}

export function set(
  presentment: string,
  currency = 'USD',
  shop = presentment,
  shopCurrency = currency,
) {
  return {
    shop_money: { amount: shop, currency_code: shopCurrency },
    presentment_money: { amount: presentment, currency_code: currency },
  };
}

/** A paid order: three cups of 10.00 with 1.00 off the lot, 2.90 tax, 5.00 shipping with 0.50 tax. */
export function cups(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const id = numericId();
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    created_at: '2026-11-01T10:00:00-05:00',
    updated_at: '2026-11-01T10:00:00-05:00',
    processed_at: '2026-11-01T10:00:00-05:00',
    cancelled_at: null,
    currency: 'USD',
    presentment_currency: 'USD',
    financial_status: 'paid',
    fulfillment_status: null,
    taxes_included: false,
    payment_gateway_names: ['shopify_payments'],
    total_price: '37.40',
    total_price_set: set('37.40'),
    shipping_address: { country_code: 'US' },
    line_items: [
      {
        id: id * 10,
        title: 'Cup',
        quantity: 3,
        fulfillable_quantity: 3,
        current_quantity: 3,
        price: '10.00',
        price_set: set('10.00'),
        requires_shipping: true,
        discount_allocations: [{ amount: '1.00', amount_set: set('1.00') }],
        tax_lines: [{ title: 'Tax', rate: 0.1, price: '2.90', price_set: set('2.90') }],
      },
    ],
    shipping_lines: [
      {
        id: id * 10 + 1,
        price: '5.00',
        price_set: set('5.00'),
        discounted_price: '5.00',
        discounted_price_set: set('5.00'),
        tax_lines: [{ title: 'Tax', rate: 0.1, price: '0.50', price_set: set('0.50') }],
      },
    ],
    fulfillments: [],
    refunds: [],
    ...changes,
  };
}

export function transaction(changes: Record<string, unknown>): Record<string, unknown> {
  return {
    id: numericId(),
    kind: 'sale',
    status: 'success',
    gateway: 'shopify_payments',
    currency: 'USD',
    created_at: '2026-11-01T10:00:00-05:00',
    parent_id: null,
    ...changes,
  };
}

export function lineIdOf(orderId: string): string {
  return `gid://shopify/LineItem/${orderId.split('/').at(-1)}0`;
}
