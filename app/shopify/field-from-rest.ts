import { z } from 'zod';
import { approximate, parseMoney, type CurrencyCode, type Money } from '../domain/money.ts';
import { parseInstant, type Instant } from '../domain/time.ts';

/*
 * Fields of REST-shaped bodies, after a parse that keeps numbers as texts: ids may exceed 2^53, and amounts are decimals.
 * A message is a code with words of its own (`story-problem.<code>`).
 */

export const text = z.string('not-a-text');
export const id = text.regex(/^\d+$/, 'not-an-id');
export const quantity = text.regex(/^\d{1,9}$/, 'not-a-quantity').transform(Number);
export const amount = text.regex(/^-?\d+(\.\d+)?$/, 'not-an-amount');
export const instant = text.transform((value, context): Instant => {
  const at = parseInstant(value);
  if (at) return at;
  context.addIssue({ code: 'custom', message: 'not-an-instant' });
  return z.NEVER;
});

const side = z.object({ amount, currency_code: text.regex(/^[A-Z]{3,4}$/, 'not-a-currency') });
export const moneySet = z.object({ shop_money: side, presentment_money: side });
export type MoneySet = z.infer<typeof moneySet>;

/** The currencies of an order, and how many units of the buyer's make one of the shop's. */
export interface OrderCurrencies {
  readonly shop: CurrencyCode;
  readonly presentment: CurrencyCode;
  readonly rate: number;
}

/** Presentment money of a field: its own set where there is one, else the shop's amount at the order's rate. */
export function presentmentOf(
  plain: string | null | undefined,
  set: MoneySet | null | undefined,
  { shop, presentment, rate }: OrderCurrencies,
): Money {
  if (set) {
    const { amount: own, currency_code } = set.presentment_money;
    return approximate(Number(own), parseMoney('0', currency_code).currencyCode);
  }
  const value = Number(plain ?? '0');
  return approximate(shop === presentment ? value : value * rate, presentment);
}
