import { parseMoney, roundMoney, type Money } from '../domain/money.ts';

interface WireMoney {
  readonly amount: unknown;
  readonly currencyCode: string;
}

/** Shopify's MoneyV2 (unpadded decimals such as `15.0`) as our Money; throws where rounding would change it. */
export function moneyFromWire(wire: WireMoney): Money {
  return parseMoney(String(wire.amount), wire.currencyCode);
}

/** The same for figures that are only read: a unit price may carry more decimals than its currency. */
export function roundedFromWire(wire: WireMoney): Money {
  return roundMoney(String(wire.amount), wire.currencyCode);
}
