import { addBags, nothing, subtractBags, type Bag } from '../decimal.ts';
import { isObject, objectsIn, textOf, type JsonObject } from '../json.ts';
import { deriveDispatches } from './derive-dispatches.ts';
import { fulfilledQuantities, loadFulfillments } from './load-fulfillments.ts';
import { loadLines, loadShipping } from './load-lines.ts';
import { loadPayments } from './load-payments.ts';
import { loadRefunds, refundedQuantities } from './load-refunds.ts';
import type { Rate } from './order-money.ts';
import { OrderRefused } from './order-refused.ts';
import type { OrderState, RefundState } from './order-state.ts';
import {
  gidIn,
  mustFit,
  optionalBag,
  optionalInstant,
  requiredBag,
  requiredInstant,
  upper,
} from './read-field.ts';
import { recogniseOrder } from './recognise-order.ts';

export interface LoadContext {
  readonly shop: string;
  readonly primaryLocationId: string;
  readonly newId: (type: string) => string;
}

/** Reads a REST-shaped order of any API version; throws OrderRefused when the body is none or contradicts itself. */
export function loadOrder(body: unknown, context: LoadContext): OrderState {
  const json = recogniseOrder(body);
  const id = gidIn(json, 'Order', 'the order');
  const rate = rateOf(json);
  const lineIds = lineIdsOf(json);
  const { refunds, transactions: refundTransactions } = loadRefunds(json, rate, lineIds);
  const fulfillments = loadFulfillments(json, lineIds, context.newId);
  const lines = loadLines(json, rate, {
    refunded: refundedQuantities(refunds),
    fulfilled: fulfilledQuantities(fulfillments),
  });
  const basics = basicsOf(json, rate);
  const payments = loadPayments(json, basics, refundTransactions, () =>
    context.newId('OrderTransaction'),
  );
  const financialStatus = basics.financialStatus;
  return {
    ...basics,
    id,
    shop: context.shop,
    raw: json,
    financialStatus,
    currentTotal: currentTotalOf(json, rate, refunds),
    subtotal: optionalBag(json, 'subtotal_price', 'the order', rate) ?? nothing,
    totalTax: optionalBag(json, 'total_tax', 'the order', rate) ?? nothing,
    shipping: loadShipping(json, rate),
    lines,
    transactions: [...payments, ...refundTransactions],
    refunds,
    fulfillments,
    fulfillmentOrders: deriveDispatches(json, lines, {
      cancelled: basics.cancelledAt !== null,
      primaryLocationId: context.primaryLocationId,
      newId: context.newId,
    }),
    disputes: [],
    customerId: customerIn(json),
    returns: [],
  };
}

function customerIn(json: JsonObject): string | null {
  const customer = json['customer'];
  const id = isObject(customer) ? textOf(customer['id']) : null;
  return id === null ? null : `gid://shopify/Customer/${id}`;
}

/** The order's two currencies and its total in both. */
function rateOf(json: JsonObject): Rate {
  const currency = textOf(json['currency']);
  if (currency === null || !/^[A-Z]{3}$/.test(currency)) {
    throw new OrderRefused(`the order has no currency: ${String(currency)}`);
  }
  const presentmentCurrency = textOf(json['presentment_currency']) ?? currency;
  const without = { currency, presentmentCurrency, total: nothing };
  const total = requiredBag(json, 'total_price', 'the order', without);
  return { ...without, total: mustFit(total, 'total_price', without) };
}

function basicsOf(json: JsonObject, rate: Rate) {
  const createdAt = requiredInstant(json, 'created_at', 'the order');
  const address = json['shipping_address'];
  const names = json['payment_gateway_names'];
  const gateway = textOf(json['gateway']);
  return {
    ...rate,
    name: textOf(json['name']) ?? `#${textOf(json['order_number']) ?? textOf(json['id'])}`,
    createdAt,
    processedAt: optionalInstant(json, 'processed_at', 'the order') ?? createdAt,
    updatedAt: optionalInstant(json, 'updated_at', 'the order') ?? createdAt,
    cancelledAt: optionalInstant(json, 'cancelled_at', 'the order'),
    staffNote: null,
    closedAt: optionalInstant(json, 'closed_at', 'the order'),
    test: json['test'] === true,
    customerLocale: textOf(json['customer_locale']),
    note: textOf(json['note']),
    tags: (textOf(json['tags']) ?? '').split(', ').filter((tag) => tag !== ''),
    metafields: {},
    taxesIncluded: json['taxes_included'] === true,
    financialStatus: upper(json['financial_status']),
    fulfillmentStatus: fulfillmentStatusIn(json),
    shippingAddress: isObject(address) ? { countryCode: upper(address['country_code']) } : null,
    gatewayNames: Array.isArray(names) ? names.map(String) : gateway === null ? [] : [gateway],
  };
}

const fulfillmentStatuses: Readonly<Record<string, string>> = {
  PARTIAL: 'PARTIALLY_FULFILLED',
  UNSHIPPED: 'UNFULFILLED',
  // What Shopify's own test notification says; GraphQL's name for a request that waits for approval.
  PENDING: 'PENDING_FULFILLMENT',
};

/** OrderDisplayFulfillmentStatus; a status that nobody knows yet is kept as it is. */
function fulfillmentStatusIn(json: JsonObject): string {
  const status = upper(json['fulfillment_status']);
  return status === null ? 'UNFULFILLED' : (fulfillmentStatuses[status] ?? status);
}

/** Lines by the id that refunds and fulfillments name them by, and by their exact one. */
function lineIdsOf(json: JsonObject): ReadonlyMap<string, string> {
  return new Map(
    objectsIn(json['line_items']).flatMap((line) => {
      const gid = gidIn(line, 'LineItem', 'a line');
      return [
        [textOf(line['id']) ?? '', gid],
        [gid.slice(gid.lastIndexOf('/') + 1), gid],
      ] as const;
    }),
  );
}

/** Payloads before 2021 lack it: the total less what was taken off by refunds. */
function currentTotalOf(json: JsonObject, rate: Rate, refunds: readonly RefundState[]): Bag {
  const given = optionalBag(json, 'current_total_price', 'the order', rate);
  if (given) return mustFit(given, 'current_total_price', rate);
  const takenOff = refunds.flatMap(({ lines, shipping }) => [
    shipping,
    ...lines.flatMap(({ subtotal, tax }) => [subtotal, tax]),
  ]);
  return subtractBags(rate.total, addBags(...takenOff));
}
