import {
  divideRounded,
  fitsCurrency,
  parseAmount,
  roundFor,
  type Amount,
  type Bag,
} from '../decimal.ts';
import { isObject, textOf, wholeNumberOf, type JsonObject } from '../json.ts';
import { bagOf, type Rate } from './order-money.ts';
import { OrderRefused } from './order-refused.ts';

/** Readers of single fields of a REST body. Each throws OrderRefused, naming what is wrong, instead of guessing. */

export function requiredInstant(json: JsonObject, key: string, what: string): string {
  const instant = optionalInstant(json, key, what);
  if (instant === null) throw new OrderRefused(`${what} has no ${key}`);
  return instant;
}

/** UTC, to the second, as GraphQL writes DateTime. */
export function optionalInstant(json: JsonObject, key: string, what: string): string | null {
  const text = textOf(json[key]);
  if (text === null) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds))
    throw new OrderRefused(`${what} has a ${key} that is no time: ${text}`);
  return graphqlTime(new Date(milliseconds));
}

export function graphqlTime(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

export function requiredQuantity(json: JsonObject, key: string, what: string): number {
  const quantity = wholeNumberOf(json[key]);
  if (quantity === null || quantity < 0) {
    throw new OrderRefused(`${what} has no whole ${key}: ${String(textOf(json[key]))}`);
  }
  return quantity;
}

/**
 * The global id of a thing that has `id` and often `admin_graphql_api_id`. Payloads that went through JavaScript carry
 * an id that was rounded to 2^53 beside the exact global id: then the global id counts. Any other difference is refused.
 */
export function gidIn(json: JsonObject, type: string, what: string): string {
  const digits = textOf(json['id']);
  if (digits === null || !/^\d+$/.test(digits)) throw new OrderRefused(`${what} has no numeric id`);
  const gid = json['admin_graphql_api_id'];
  if (typeof gid !== 'string') return `gid://shopify/${type}/${digits}`;
  const exact = gid.slice(gid.lastIndexOf('/') + 1);
  if (!/^\d+$/.test(exact)) throw new OrderRefused(`${what} has no global id: ${gid}`);
  if (exact !== digits && Number(exact) !== Number(digits)) {
    throw new OrderRefused(`${what} has the id ${digits} but the global id ${gid}`);
  }
  return gid;
}

/** An amount of money that must be there. */
export function requiredBag(json: JsonObject, key: string, what: string, order: Rate): Bag {
  const bag = optionalBag(json, key, what, order);
  if (!bag) throw new OrderRefused(`${what} has no ${key}`);
  return bag;
}

/** Reads `<key>_set`, or `<key>` (shop money) on payloads of older API versions. */
export function optionalBag(json: JsonObject, key: string, what: string, order: Rate): Bag | null {
  const set = json[`${key}_set`];
  if (isObject(set)) {
    return {
      shop: moneyIn(set['shop_money'], order.currency, `${what}: ${key}_set.shop_money`),
      presentment: moneyIn(
        set['presentment_money'],
        order.presentmentCurrency,
        `${what}: ${key}_set.presentment_money`,
      ),
    };
  }
  const text = textOf(json[key]);
  if (text === null) return null;
  const shop = amountIn(text, `${what}: ${key}`);
  if (order.currency === order.presentmentCurrency) return { shop, presentment: shop };
  throw new OrderRefused(
    `${what} has no ${key}_set, and the buyer paid in ${order.presentmentCurrency}, not in ${order.currency}`,
  );
}

function moneyIn(money: unknown, currency: string, what: string): Amount {
  if (!isObject(money)) throw new OrderRefused(`${what} is no money`);
  const code = textOf(money['currency_code']) ?? textOf(money['currency']);
  if (code !== currency) throw new OrderRefused(`${what} is in ${code}, the order in ${currency}`);
  return amountIn(textOf(money['amount']) ?? '', what);
}

export function amountIn(text: string, what: string): Amount {
  const amount = parseAmount(text);
  if (amount === null) throw new OrderRefused(`${what} is no amount: ${text}`);
  return amount;
}

/** `amount` of a transaction or adjustment, which names the currency it is in (or means the shop's). */
export function bagInOwnCurrency(json: JsonObject, what: string, order: Rate): Bag {
  const amount = amountIn(textOf(json['amount']) ?? '', `${what}: amount`);
  const currency = textOf(json['currency']) ?? order.currency;
  if (currency === order.presentmentCurrency) return bagOf(order, amount);
  if (currency === order.currency && order.total.shop > 0n) {
    const presentment = divideRounded(amount * order.total.presentment, order.total.shop);
    return { shop: amount, presentment: roundFor(order.presentmentCurrency, presentment) };
  }
  throw new OrderRefused(
    `${what} is in ${currency}, the order in ${order.currency}` +
      (order.currency === order.presentmentCurrency ? '' : ` and ${order.presentmentCurrency}`),
  );
}

export function mustFit(bag: Bag, what: string, order: Rate): Bag {
  if (!fitsCurrency(order.presentmentCurrency, bag.presentment)) {
    throw new OrderRefused(`${what} has more decimals than ${order.presentmentCurrency}`);
  }
  return bag;
}

export function upper(value: unknown): string | null {
  return textOf(value)?.toUpperCase() ?? null;
}
