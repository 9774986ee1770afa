/** REST-shaped orders, as webhooks carry them. */

export type RestOrderChanges = Readonly<Record<string, unknown>>;

let numbers = 5_000_000;

/** An id that no other order of this process has. */
export function freshId(): number {
  numbers += 1;
  return numbers;
}

export function daysBefore(days: number, from = Date.now()): string {
  return new Date(from - days * 86_400_000).toISOString();
}

/** Two mugs for 20.00 each and 5.00 shipping, paid by card, going from the US to the US. */
export function restOrder(changes: RestOrderChanges = {}): Record<string, unknown> {
  const id = freshId();
  const createdAt = daysBefore(3);
  return {
    id,
    admin_graphql_api_id: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    created_at: createdAt,
    updated_at: createdAt,
    processed_at: createdAt,
    currency: 'USD',
    presentment_currency: 'USD',
    financial_status: 'paid',
    fulfillment_status: null,
    test: false,
    taxes_included: false,
    total_price: '45.00',
    subtotal_price: '40.00',
    total_tax: '0.00',
    payment_gateway_names: ['shopify_payments'],
    customer: null,
    shipping_address: { country_code: 'US' },
    line_items: [
      {
        id: id * 10,
        title: 'Enamel mug',
        sku: 'MUG-1',
        product_id: 77,
        quantity: 2,
        price: '20.00',
        requires_shipping: true,
        gift_card: false,
        fulfillment_status: null,
        tax_lines: [],
      },
    ],
    shipping_lines: [{ id: id * 10 + 5, title: 'Standard', price: '5.00', tax_lines: [] }],
    fulfillments: [],
    refunds: [],
    ...changes,
  };
}

/** Paid nine days ago and never shipped: `late-dispatch`, 45.00. */
export function lateDispatchOrder(changes: RestOrderChanges = {}): Record<string, unknown> {
  const at = daysBefore(12);
  return restOrder({ created_at: at, updated_at: at, processed_at: at, ...changes });
}

/**
 * Shipped and scanned within the country, then silent for `days`: long enough for any season and its holidays, and too short
 * to count as lost.
 */
export function silentOrder(days = 23): {
  readonly order: Record<string, unknown>;
  readonly scannedAt: string;
} {
  const at = daysBefore(days + 3);
  return {
    order: restOrder({ created_at: at, updated_at: at, processed_at: at }),
    scannedAt: daysBefore(days),
  };
}
