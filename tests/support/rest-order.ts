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

/** A shop's currency, the buyer's, and how many of the buyer's make one of the shop's. */
export type Rate = readonly [shop: string, buyer: string, rate: number];

const decimals: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

/** An amount of the shop's currency as Shopify shows it in both. */
export function moneyAt(rate: Rate, amount: number) {
  return shown(rate, [amount, amount * rate[2]]);
}

function shown([shop, buyer]: Rate, [ofShop, ofBuyer]: readonly [number, number]) {
  const money = (amount: number, currency: string) => ({
    amount: amount.toFixed(decimals[currency] ?? 2),
    currency_code: currency,
  });
  return { shop_money: money(ofShop, shop), presentment_money: money(ofBuyer, buyer) };
}

interface Priced {
  readonly price: string;
  readonly quantity?: number;
}

/** The same order, paid in the buyer's currency: each part is rounded, and the total is theirs. */
export function paidAt(rate: Rate, order: RestOrderChanges): Record<string, unknown> {
  const [currency, presentment] = rate;
  const lines = priced(rate, order['line_items'] as readonly Priced[]);
  const shipping = priced(rate, order['shipping_lines'] as readonly Priced[]);
  return {
    ...order,
    currency,
    presentment_currency: presentment,
    total_price_set: sumOf(rate, [...lines, ...shipping]),
    current_total_price_set: sumOf(rate, [...lines, ...shipping]),
    total_shipping_price_set: sumOf(rate, shipping),
    subtotal_price_set: sumOf(rate, lines),
    total_tax_set: sumOf(rate, []),
    line_items: lines,
    shipping_lines: shipping,
  };
}

type PricedAt = ReturnType<typeof priced>[number];

function priced(rate: Rate, parts: readonly Priced[]) {
  return parts.map((part) => ({ ...part, price_set: moneyAt(rate, Number(part.price)) }));
}

function sumOf(rate: Rate, parts: readonly PricedAt[]) {
  const sum = (side: 'shop_money' | 'presentment_money') =>
    parts.reduce(
      (total, { price_set: set, quantity = 1 }) => total + Number(set[side].amount) * quantity,
      0,
    );
  return shown(rate, [sum('shop_money'), sum('presentment_money')]);
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
