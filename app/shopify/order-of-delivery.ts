import { isLosslessNumber, parse as parseLossless } from 'lossless-json';
import { gidOf, parseGid, type Gid, type ShopDomain } from '../domain/ids.ts';

/** What a webhook's body says of the order it is about. */
export type OrderOfDelivery =
  | { readonly about: 'order'; readonly orderId: Gid<'Order'> }
  /** Only the thing itself is named: its order must be looked up. */
  | { readonly about: 'part'; readonly partId: Gid<'Fulfillment' | 'FulfillmentOrder' | 'Return'> }
  | { readonly about: 'shop' }
  | { readonly about: 'unreadable'; readonly reason: string };

/** News about a shop, and the field in which their bodies name it; null: they name it by an id that we do not keep. */
const shopNamedBy: Readonly<Record<string, string | null>> = {
  'app/uninstalled': 'myshopify_domain',
  'app/scopes_update': null,
  'bulk_operations/finish': null,
  'shop/update': 'myshopify_domain',
  'customers/data_request': 'shop_domain',
  'customers/redact': 'shop_domain',
  'shop/redact': 'shop_domain',
};

type Json = Readonly<Record<string, unknown>>;

/**
 * Finds the order in a delivery's body. Ids travel as text: Shopify's own test notifications carry ids above 2^53,
 * which JSON.parse would round to another order's. Shopify signs the body and not the headers: what erases or closes a
 * shop has to name that shop in what was signed.
 */
export function orderOfDelivery(topic: string, body: string, shop: ShopDomain): OrderOfDelivery {
  let json: unknown;
  try {
    json = parseLossless(body);
  } catch (error) {
    return {
      about: 'unreadable',
      reason: `malformed JSON: ${error instanceof Error ? error.message : ''}`,
    };
  }
  if (!isJson(json)) return { about: 'unreadable', reason: 'the body is no JSON object' };
  const naming = shopNamedBy[topic];
  if (naming !== undefined) {
    return naming === null || json[naming] === shop
      ? { about: 'shop' }
      : { about: 'unreadable', reason: `a delivery of ${topic} whose body does not name the shop` };
  }
  const orderId = topic.startsWith('orders/') ? orderOfOrderTopic(json) : orderNamedIn(json);
  if (orderId) return { about: 'order', orderId };
  const partId = partNamedIn(topic, json);
  return partId
    ? { about: 'part', partId }
    : { about: 'unreadable', reason: `a delivery of ${topic} that names no order` };
}

function orderOfOrderTopic(json: Json): Gid<'Order'> | null {
  const edit = json['order_edit'];
  if (isJson(edit)) return numericGid('Order', edit['order_id']);
  return gidIn('Order', json['admin_graphql_api_id']) ?? numericGid('Order', json['id']);
}

function orderNamedIn(json: Json): Gid<'Order'> | null {
  const order = json['order'];
  return (
    numericGid('Order', json['order_id']) ??
    (isJson(order)
      ? (gidIn('Order', order['admin_graphql_api_id']) ?? numericGid('Order', order['id']))
      : null)
  );
}

function partNamedIn(
  topic: string,
  json: Json,
): Gid<'Fulfillment' | 'FulfillmentOrder' | 'Return'> | null {
  if (topic.startsWith('fulfillment_events/'))
    return numericGid('Fulfillment', json['fulfillment_id']);
  if (topic.startsWith('fulfillments/')) return numericGid('Fulfillment', json['id']);
  const dispatch = json['fulfillment_order'];
  if (isJson(dispatch)) return gidIn('FulfillmentOrder', dispatch['id']);
  return gidIn('Return', json['admin_graphql_api_id']);
}

function gidIn<T extends string>(type: T, value: unknown): Gid<T> | null {
  return typeof value === 'string' ? parseGid(type, value) : null;
}

function numericGid<T extends string>(type: T, value: unknown): Gid<T> | null {
  // lossless-json gives numbers as LosslessNumber, whose text is what was sent.
  const digits = typeof value === 'string' || isLosslessNumber(value) ? value.toString() : '';
  return /^\d+$/.test(digits) ? gidOf(type, digits) : gidIn(type, value);
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
