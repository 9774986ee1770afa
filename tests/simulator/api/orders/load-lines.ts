import { addBags, nothing, timesBag, type Bag } from '../decimal.ts';
import { isObject, objectsIn, textOf, type JsonObject } from '../json.ts';
import type { Rate } from './order-money.ts';
import { OrderRefused } from './order-refused.ts';
import type { LineState, ShippingState, TaxLineState } from './order-state.ts';
import { gidIn, optionalBag, requiredBag, requiredQuantity } from './read-field.ts';

/** The ordered lines. `refunded` and `fulfilled` say how many units of a line (by global id) went back or left. */
export function loadLines(
  json: JsonObject,
  order: Rate,
  counts: {
    readonly refunded: ReadonlyMap<string, number>;
    readonly fulfilled: ReadonlyMap<string, number>;
  },
): readonly LineState[] {
  const items = json['line_items'];
  if (!Array.isArray(items) || !items.every(isObject))
    throw new OrderRefused('line_items holds no lines');
  const lines = items.map((item) => loadLine(item, order, counts));
  const twice = lines.find((line, index) => lines.findIndex(({ id }) => id === line.id) !== index);
  if (twice) throw new OrderRefused(`two lines are ${twice.id}`);
  return lines;
}

function loadLine(
  item: JsonObject,
  order: Rate,
  counts: Parameters<typeof loadLines>[2],
): LineState {
  const id = gidIn(item, 'LineItem', 'a line');
  const what = `line ${textOf(item['id'])}`;
  const quantity = requiredQuantity(item, 'quantity', what);
  const refundedQuantity = counts.refunded.get(id) ?? 0;
  if (refundedQuantity > quantity) {
    throw new OrderRefused(
      `${what}: ${refundedQuantity} units were refunded of ${quantity} ordered`,
    );
  }
  const currentQuantity =
    optionalQuantity(item, 'current_quantity', what) ?? quantity - refundedQuantity;
  const unfulfilledQuantity =
    optionalQuantity(item, 'fulfillable_quantity', what) ??
    Math.max(0, currentQuantity - (counts.fulfilled.get(id) ?? 0));
  if (currentQuantity > quantity || unfulfilledQuantity > quantity) {
    throw new OrderRefused(
      `${what}: ${quantity} ordered, but current_quantity ${currentQuantity} and fulfillable_quantity ${unfulfilledQuantity}`,
    );
  }
  const productId = textOf(item['product_id']);
  return {
    id,
    raw: item,
    title: textOf(item['title']) ?? textOf(item['name']) ?? '',
    sku: textOf(item['sku']),
    // `product_exists: false` with an id is a product that was deleted since: GraphQL then answers null.
    productId:
      productId === null || item['product_exists'] === false
        ? null
        : `gid://shopify/Product/${productId}`,
    quantity,
    currentQuantity,
    unfulfilledQuantity,
    refundedQuantity,
    requiresShipping: item['requires_shipping'] !== false,
    isGiftCard: item['gift_card'] === true,
    unitPrice: requiredBag(item, 'price', what, order),
    discount: discountOf(item, what, order),
    taxLines: loadTaxLines(item, what, order),
    duties: objectsIn(item['duties']).map((duty) => ({
      id: gidIn(duty, 'Duty', what),
      price: requiredBag(duty, 'price', what, order),
    })),
    fulfillmentService: textOf(item['fulfillment_service']) ?? 'manual',
  };
}

function optionalQuantity(item: JsonObject, key: string, what: string): number | null {
  return item[key] === undefined || item[key] === null ? null : requiredQuantity(item, key, what);
}

/** Newer payloads spread every discount over `discount_allocations`; older ones know the line's own discount only. */
function discountOf(item: JsonObject, what: string, order: Rate): Bag {
  const allocations = item['discount_allocations'];
  if (!Array.isArray(allocations) || allocations.length === 0) {
    return optionalBag(item, 'total_discount', what, order) ?? nothing;
  }
  return addBags(...objectsIn(allocations).map((each) => requiredBag(each, 'amount', what, order)));
}

function loadTaxLines(item: JsonObject, what: string, order: Rate): readonly TaxLineState[] {
  return objectsIn(item['tax_lines']).map((tax) => ({
    title: textOf(tax['title']) ?? '',
    rate: typeof tax['rate'] === 'number' ? tax['rate'] : null,
    price: requiredBag(tax, 'price', `${what}: a tax line`, order),
  }));
}

export function loadShipping(json: JsonObject, order: Rate): ShippingState {
  const lines = objectsIn(json['shipping_lines']).filter((line) => line['is_removed'] !== true);
  const prices = lines.map((line) => requiredBag(line, 'price', 'a shipping line', order));
  const charged = lines.map(
    (line, index) =>
      optionalBag(line, 'discounted_price', 'a shipping line', order) ??
      addBags(prices[index] ?? nothing, timesBag(discountOf(line, 'a shipping line', order), -1)),
  );
  const taxes = lines.flatMap((line) => loadTaxLines(line, 'a shipping line', order));
  return {
    title: lines[0] ? textOf(lines[0]['title']) : null,
    price: optionalBag(json, 'total_shipping_price', 'the order', order) ?? addBags(...prices),
    charged: addBags(...charged),
    tax: addBags(...taxes.map(({ price }) => price)),
  };
}
