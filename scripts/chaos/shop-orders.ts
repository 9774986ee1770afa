import type { Random } from '../../tests/simulator/lively-shop/random.ts';
import {
  daysBefore,
  freshId,
  moneyAt,
  paidAt,
  restOrder,
  type Rate,
} from '../../tests/support/rest-order.ts';

const rates: readonly [Rate, ...Rate[]] = [
  ['USD', 'USD', 1],
  ['USD', 'JPY', 150],
  ['USD', 'KWD', 0.3],
  ['USD', 'EUR', 0.9],
];

export const orderKinds = ['late', 'silent', 'cancelled', 'wishes-to-cancel', 'complains'] as const;
export type OrderKind = (typeof orderKinds)[number];

/** An order that a buyer is owed money for, in some currency, from one payment or two. */
export function chaosOrder(random: Random, kind: OrderKind): Record<string, unknown> {
  const rate = random.pick(rates);
  const age = kind === 'late' ? 12 : kind === 'silent' ? 26 : kind === 'complains' ? 20 : 3;
  const at = daysBefore(age);
  const order = restOrder({ created_at: at, updated_at: at, processed_at: at });
  return {
    ...paidAt(rate, order),
    ...(random.chance(0.5) ? { customer: { id: freshId() } } : {}),
    ...(kind === 'wishes-to-cancel' ? { note: 'Please cancel my order' } : {}),
    transactions: paymentsOf(random, at, rate),
  };
}

function paymentsOf(random: Random, at: string, rate: Rate) {
  const parts = random.chance(0.4) ? [15, 30] : [45];
  return parts.map((part, index) => ({
    id: freshId(),
    kind: 'sale',
    status: 'success',
    gateway: parts.length > 1 && index === 0 ? 'gift_card' : 'shopify_payments',
    amount: moneyAt(rate, part).presentment_money.amount,
    currency: rate[1],
    created_at: at,
    processed_at: at,
  }));
}
