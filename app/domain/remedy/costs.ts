import { approximate, zero, type Money } from '../money.ts';
import type { PaymentFacts } from '../order-facts.ts';
import type { CostPolicy } from '../policy/sections.ts';
import { roughUnitsPerDollar } from './rough-rates.ts';

/** What things cost the merchant, in the order's presentment currency. */
export interface Costs {
  /** Share of truly owed buyers who go to their bank when nobody pays: 0 to 1. */
  readonly disputeShare: number;
  readonly disputeFee: Money;
  readonly disputeLabour: Money;
  /** The support ticket that an early refund saves. */
  readonly ticket: Money;
  readonly returnFreightDomestic: Money;
  readonly returnFreightCrossBorder: Money;
  readonly returnHandling: Money;
  readonly reshipFreight: Money;
}

/** What an order came to, in its own currency and in the shop's. */
export type Totals = Pick<PaymentFacts, 'total' | 'shopTotal'>;

/** The policy's amounts in the order's currency; null where no rate between the two is known. */
export function costsOf(policy: CostPolicy, payment: Totals): Costs | null {
  const { currencyCode } = payment.total;
  const rate = rateTo(policy.currency, payment);
  if (rate === null) return null;
  const inOrder = (amount: string | null): Money =>
    amount === null ? zero(currencyCode) : approximate(Number(amount) * rate, currencyCode);
  return {
    disputeShare: policy.disputeSharePercent / 100,
    disputeFee: inOrder(policy.disputeFee),
    disputeLabour: inOrder(policy.disputeLabour),
    ticket: inOrder(policy.ticket),
    returnFreightDomestic: inOrder(policy.returnFreightDomestic),
    returnFreightCrossBorder: inOrder(policy.returnFreightCrossBorder),
    returnHandling: inOrder(policy.returnHandling),
    reshipFreight: inOrder(policy.reshipFreight),
  };
}

/** An amount in the merchant's policy, e.g. a limit, in the order's currency; null where no rate is known. */
export function amountOf(
  amount: string,
  { currency }: CostPolicy,
  payment: PaymentFacts,
): Money | null {
  const rate = rateTo(currency, payment);
  return rate === null ? null : approximate(Number(amount) * rate, payment.total.currencyCode);
}

/** Units of the order's currency for one of the policy's: exact where the order says it, else rough. */
function rateTo(currency: CostPolicy['currency'], { total, shopTotal }: Totals): number | null {
  const perShop = shopTotal.currencyCode === total.currencyCode ? 1 : ratio(total, shopTotal);
  if (currency === 'shop') return perShop;
  if (total.currencyCode === 'USD') return 1;
  if (shopTotal.currencyCode === 'USD' && perShop !== null) return perShop;
  return roughUnitsPerDollar[total.currencyCode] ?? null;
}

function ratio(total: Money, shopTotal: Money): number | null {
  const shop = Number(shopTotal.amount);
  return shop > 0 ? Number(total.amount) / shop : null;
}
