import { add, parseMoney, scale, type CurrencyCode, type Money } from '../money.ts';

/** What one dispute or one ticket costs the merchant, in the order's currency. */
export interface Costs {
  /** Share of truly owed buyers who go to their bank when nobody pays: 0 to 1. */
  readonly disputeShare: number;
  readonly disputeFee: Money;
  readonly disputeLabour: Money;
  /** The support ticket that an early refund saves. */
  readonly ticket: Money;
}

/*
 * Units of a currency per US dollar, to one significant figure: good for starting values of costs that
 * are themselves estimates ($15 fee, $10 labour, $5 ticket, 40 %: numbers of the field, c4), and for
 * nothing else. No amount that is paid is ever converted.
 */
const roughUnitsPerDollar: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1,
  GBP: 1,
  CHF: 1,
  AUD: 2,
  CAD: 1,
  NZD: 2,
  SGD: 1,
  HKD: 8,
  TWD: 30,
  JPY: 150,
  CNY: 7,
  KRW: 1400,
  INR: 90,
  IDR: 16000,
  MYR: 4,
  THB: 30,
  PHP: 60,
  VND: 25000,
  AED: 4,
  SAR: 4,
  ILS: 4,
  KWD: 0.3,
  BHD: 0.4,
  OMR: 0.4,
  JOD: 0.7,
  TND: 3,
  SEK: 10,
  NOK: 10,
  DKK: 7,
  PLN: 4,
  CZK: 20,
  HUF: 350,
  RON: 4,
  TRY: 40,
  ZAR: 20,
  BRL: 5,
  MXN: 20,
  CLP: 900,
  COP: 4000,
  ARS: 1400,
  EGP: 50,
  NGN: 1500,
};

/** Starting values of the costs; null where nothing is known of the currency. */
export function startingCosts(currencyCode: CurrencyCode): Costs | null {
  const rate = roughUnitsPerDollar[currencyCode];
  if (rate === undefined) return null;
  const dollars = (amount: number) => parseMoney(String(Math.round(amount * rate)), currencyCode);
  return {
    disputeShare: 0.4,
    disputeFee: dollars(15),
    disputeLabour: dollars(10),
    ticket: dollars(5),
  };
}

/** What an owed buyer who is not paid costs on top of the money itself. */
export function costOfWaiting(costs: Costs): Money {
  return scale(add(costs.disputeFee, costs.disputeLabour), costs.disputeShare);
}
