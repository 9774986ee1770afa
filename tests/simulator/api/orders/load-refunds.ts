import { addBags, nothing, type Bag } from '../decimal.ts';
import { isObject, objectsIn, textOf, type JsonObject } from '../json.ts';
import { loadTransaction } from './load-payments.ts';
import { bagOf, type Rate } from './order-money.ts';
import { OrderRefused } from './order-refused.ts';
import type { RefundLineState, RefundState, TransactionState } from './order-state.ts';
import {
  amountIn,
  gidIn,
  optionalBag,
  requiredInstant,
  requiredQuantity,
  upper,
} from './read-field.ts';

export interface LoadedRefunds {
  readonly refunds: readonly RefundState[];
  readonly transactions: readonly TransactionState[];
}

/** `lineIds` finds a line's global id by the id that other parts of the payload name it by. */
export function loadRefunds(
  json: JsonObject,
  order: Rate,
  lineIds: ReadonlyMap<string, string>,
): LoadedRefunds {
  const loaded = objectsIn(json['refunds']).map((refund) => loadRefund(refund, order, lineIds));
  return {
    refunds: loaded.map(({ refund }) => refund),
    transactions: loaded.flatMap(({ transactions }) => transactions),
  };
}

function loadRefund(json: JsonObject, order: Rate, lineIds: ReadonlyMap<string, string>) {
  const id = gidIn(json, 'Refund', 'a refund');
  const what = `refund ${textOf(json['id'])}`;
  const transactions = objectsIn(json['transactions']).map((each) => loadTransaction(each, order));
  const createdAt = requiredInstant(json, 'created_at', what);
  const refund: RefundState = {
    id,
    raw: json,
    note: textOf(json['note']),
    createdAt,
    processedAt: textOf(json['processed_at'])
      ? requiredInstant(json, 'processed_at', what)
      : createdAt,
    lines: objectsIn(json['refund_line_items']).map((line) =>
      loadRefundLine(line, what, order, lineIds),
    ),
    shipping: shippingIn(json, what, order),
    transactionIds: transactions.map((transaction) => transaction.id),
  };
  return { refund, transactions };
}

function loadRefundLine(
  json: JsonObject,
  what: string,
  order: Rate,
  lineIds: ReadonlyMap<string, string>,
): RefundLineState {
  const named = textOf(json['line_item_id']) ?? '';
  const lineId = lineIds.get(named);
  if (lineId === undefined)
    throw new OrderRefused(`${what} names line ${named}, which the order lacks`);
  const locationId = textOf(json['location_id']);
  return {
    id: gidIn(json, 'RefundLineItem', `${what}: a line`),
    lineId,
    quantity: requiredQuantity(json, 'quantity', what),
    restockType: upper(json['restock_type']) ?? 'NO_RESTOCK',
    locationId: locationId === null ? null : `gid://shopify/Location/${locationId}`,
    subtotal: optionalBag(json, 'subtotal', what, order) ?? nothing,
    tax: optionalBag(json, 'total_tax', what, order) ?? nothing,
  };
}

/** Newer payloads list `refund_shipping_lines`, older ones a negative adjustment of kind `shipping_refund`. */
function shippingIn(json: JsonObject, what: string, order: Rate): Bag {
  const listed = objectsIn(json['refund_shipping_lines']).map((line) =>
    addBags(
      optionalBag(line, 'subtotal_amount', what, order) ?? nothing,
      optionalBag(line, 'tax_amount', what, order) ?? nothing,
    ),
  );
  if (listed.length > 0) return addBags(...listed);
  const adjusted = objectsIn(json['order_adjustments']).filter(
    (adjustment) => adjustment['kind'] === 'shipping_refund',
  );
  return addBags(...adjusted.map((adjustment) => adjustmentBag(adjustment, what, order)));
}

function adjustmentBag(json: JsonObject, what: string, order: Rate): Bag {
  const parts = ['amount', 'tax_amount'].map((key) => {
    if (isObject(json[`${key}_set`])) return optionalBag(json, key, what, order) ?? nothing;
    return bagOf(order, amountIn(textOf(json[key]) ?? '0', `${what}: an adjustment`));
  });
  const sum = addBags(...parts);
  return { shop: -sum.shop, presentment: -sum.presentment };
}

export function refundedQuantities(refunds: readonly RefundState[]): ReadonlyMap<string, number> {
  const quantities = new Map<string, number>();
  for (const { lineId, quantity } of refunds.flatMap(({ lines }) => lines)) {
    quantities.set(lineId, (quantities.get(lineId) ?? 0) + quantity);
  }
  return quantities;
}
