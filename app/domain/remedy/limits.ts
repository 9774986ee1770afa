import { add, approximate, compare, type Money } from '../money.ts';
import type { PaymentFacts } from '../order-facts.ts';
import type { MoneyPolicy } from '../policy/sections.ts';

/** The merchant's limits (`limit.<code>` in the locale files), all in the shop's own currency. */
export const limits = ['per-refund', 'per-hour', 'per-day', 'per-customer'] as const;
export type Limit = (typeof limits)[number];

/** What was decided to be paid before this one. */
export interface Spent {
  readonly hour: Money;
  readonly day: Money;
  /** To the same customer in a year; null for a guest. */
  readonly customer: Money | null;
}

/** Null: no limit. */
type LimitPolicy = Pick<MoneyPolicy, 'perRefund' | 'perHour' | 'perDay' | 'perCustomer'>;

export interface BrokenLimit {
  readonly limit: Limit;
  readonly most: Money;
}

/** The first limit that one more refund would break; null for none. */
export function brokenLimit(amount: Money, spent: Spent, policy: LimitPolicy): BrokenLimit | null {
  const { currencyCode } = amount;
  const checks: readonly (readonly [Limit, string | null, Money])[] = [
    ['per-refund', policy.perRefund, amount],
    ['per-hour', policy.perHour, add(spent.hour, amount)],
    ['per-day', policy.perDay, add(spent.day, amount)],
    ['per-customer', policy.perCustomer, spent.customer ? add(spent.customer, amount) : amount],
  ];
  for (const [limit, set, reached] of checks) {
    if (set === null) continue;
    const most = approximate(Number(set), currencyCode);
    if (compare(reached, most) > 0) return { limit, most };
  }
  return null;
}

/** True when somebody else has to agree to a refund of this size, in the shop's own currency. */
export function needsSecondPerson(amount: Money, { secondPersonAbove }: MoneyPolicy): boolean {
  if (secondPersonAbove === null) return false;
  return compare(amount, approximate(Number(secondPersonAbove), amount.currencyCode)) > 0;
}

/** Presentment money in the shop's own currency, at the order's rate: for limits, never for what is paid. */
export function inShopCurrency(amount: Money, { total, shopTotal }: PaymentFacts): Money {
  const { currencyCode } = shopTotal;
  if (currencyCode === amount.currencyCode) return amount;
  const rate = Number(total.amount) > 0 ? Number(shopTotal.amount) / Number(total.amount) : 1;
  return approximate(Number(amount.amount) * rate, currencyCode);
}
