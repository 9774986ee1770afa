import type { Random } from '../../tests/simulator/lively-shop/random.ts';
import { daysBefore, freshId, restOrder } from '../../tests/support/rest-order.ts';

type Rate = readonly [shop: string, buyer: string, rate: number];

/** A shop's currency, the buyer's, and how many of the buyer's make one of the shop's. */
const currencies: readonly [Rate, ...Rate[]] = [
  ['USD', 'USD', 1],
  ['USD', 'JPY', 150],
  ['USD', 'KWD', 0.3],
  ['USD', 'EUR', 0.9],
];

const decimals: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

export const orderKinds = ['late', 'silent', 'cancelled', 'wishes-to-cancel', 'complains'] as const;
export type OrderKind = (typeof orderKinds)[number];

/** An order that a buyer is owed money for, in some currency, from one payment or two. */
export function chaosOrder(random: Random, kind: OrderKind): Record<string, unknown> {
  const [shop, buyer, rate] = random.pick(currencies);
  const both = (amount: number) => {
    const presentment = (amount * rate).toFixed(decimals[buyer] ?? 2);
    return {
      shop_money: { amount: amount.toFixed(2), currency_code: shop },
      presentment_money: { amount: presentment, currency_code: buyer },
    };
  };
  const age = kind === 'late' ? 12 : kind === 'silent' ? 26 : kind === 'complains' ? 20 : 3;
  const at = daysBefore(age);
  const order = restOrder({ created_at: at, updated_at: at, processed_at: at });
  const [line] = order['line_items'] as Record<string, unknown>[];
  const [shipping] = order['shipping_lines'] as Record<string, unknown>[];
  return {
    ...order,
    presentment_currency: buyer,
    total_price_set: both(45),
    current_total_price_set: both(45),
    total_shipping_price_set: both(5),
    subtotal_price_set: both(40),
    total_tax_set: both(0),
    line_items: [{ ...line, price_set: both(20) }],
    shipping_lines: [{ ...shipping, price_set: both(5) }],
    ...(random.chance(0.5) ? { customer: { id: freshId() } } : {}),
    ...(kind === 'wishes-to-cancel' ? { note: 'Please cancel my order' } : {}),
    transactions: paymentsOf(random, at, both),
  };
}

function paymentsOf(
  random: Random,
  at: string,
  both: (amount: number) => {
    readonly presentment_money: { amount: string; currency_code: string };
  },
) {
  const parts = random.chance(0.4) ? [15, 30] : [45];
  return parts.map((part, index) => ({
    id: freshId(),
    kind: 'sale',
    status: 'success',
    gateway: parts.length > 1 && index === 0 ? 'gift_card' : 'shopify_payments',
    amount: both(part).presentment_money.amount,
    currency: both(part).presentment_money.currency_code,
    created_at: at,
    processed_at: at,
  }));
}
