import { isObject, parseJson, type JsonObject } from '../json.ts';
import { OrderRefused } from './order-refused.ts';

/** Keys that only other things of Shopify's REST API have, and what these are. */
const tellTales: readonly (readonly [key: string, thing: string])[] = [
  ['abandoned_checkout_url', 'a checkout'],
  ['invoice_url', 'a draft order'],
  ['invoice_sent_at', 'a draft order'],
  ['refund_line_items', 'a refund'],
  ['assigned_location_id', 'a fulfillment order'],
  ['tracking_numbers', 'a fulfillment'],
  ['happened_at', 'a fulfillment event'],
  ['evidence_due_by', 'a dispute'],
  ['lineItems', 'a GraphQL answer, not a REST order'],
];

const wrappers: readonly (readonly [key: string, thing: string])[] = [
  ['orders', 'a list of orders'],
  ['errors', 'an error answer'],
  ['error', 'an error answer'],
  ['data', 'a GraphQL answer, not a REST order'],
  ['checkout', 'a checkout'],
  ['draft_order', 'a draft order'],
  ['refund', 'a refund'],
  ['fulfillment', 'a fulfillment'],
  ['fulfillment_order', 'a fulfillment order'],
  ['order_edit', 'an order edit'],
];

/** What every order says of itself and neither a checkout nor a draft order does. */
const marks = ['financial_status', 'fulfillment_status', 'order_number', 'processed_at'];

/** The order in a body, bare or under `order`; throws OrderRefused when there is none. */
export function recogniseOrder(body: unknown): JsonObject {
  const json = typeof body === 'string' ? parsed(body) : body;
  if (Array.isArray(json)) throw new OrderRefused('a list, not one order');
  if (!isObject(json)) throw new OrderRefused('no JSON object');
  const inner = json['order'];
  if (isObject(inner) && json['line_items'] === undefined) return recogniseOrder(inner);
  refuseOtherThings(json);
  if (json['id'] === undefined || json['id'] === null) throw new OrderRefused('no id');
  if (!Array.isArray(json['line_items'])) throw new OrderRefused('no line_items');
  if (!marks.some((mark) => mark in json)) {
    throw new OrderRefused(`no order: it has none of ${marks.join(', ')}`);
  }
  return json;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new OrderRefused(`malformed JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function refuseOtherThings(json: JsonObject): void {
  const gid = json['admin_graphql_api_id'];
  if (typeof gid === 'string' && !gid.startsWith('gid://shopify/Order/')) {
    throw new OrderRefused(`no order but ${gid}`);
  }
  if (!('line_items' in json)) {
    const alone = Object.keys(json).length === 1;
    const wrapper = wrappers.find(([key]) => key in json && (alone || key.startsWith('error')));
    if (wrapper) throw new OrderRefused(`${wrapper[1]}: it has \`${wrapper[0]}\``);
  }
  // What has these is an order, whatever fields orders may get one day.
  if ('financial_status' in json || 'order_number' in json) return;
  const sign = tellTales.find(([key]) => key in json);
  if (sign) throw new OrderRefused(`${sign[1]}: it has \`${sign[0]}\``);
}
