import { gidOf, type Gid } from '../domain/ids.ts';
import type { TextReader } from '../domain/intent.ts';
import {
  add,
  allocate,
  larger,
  parseMoney,
  subtract,
  sum,
  times,
  zero,
  type Money,
} from '../domain/money.ts';
import type {
  DispatchFacts,
  LineFacts,
  OrderFacts,
  ParcelFacts,
  ScanFacts,
  ShippingFacts,
} from '../domain/order-facts.ts';
import { presentmentOf, type OrderCurrencies } from './field-from-rest.ts';
import { noteFrom } from './note-from-text.ts';
import type { RestFulfillment, RestLine, RestOrder } from './order-from-rest.ts';
import { paymentFromRest, refundsFromRest, shippingRefundedIn } from './payment-from-rest.ts';

/** What a webhook's body does not say of an order, and who reads what people wrote into it. */
export interface Beside {
  /** Where parcels start that do not say it themselves; null for not known. */
  readonly originCountry: string | null;
  readonly read: TextReader;
}

/** An order as webhooks carry it, as the facts that the judgement reads: the same meaning as what is read by GraphQL. */
export function orderFactsFromRest(order: RestOrder, { originCountry, read }: Beside): OrderFacts {
  const currencies = currenciesOf(order);
  const refunds = refundsFromRest(order, currencies);
  const lines = order.line_items.map((line) => lineFrom(line, order, currencies));
  const updatedAt = order.updated_at ?? order.created_at;
  return {
    orderId: gidOf('Order', order.id),
    name: order.name ?? `#${order.id}`,
    createdAt: order.created_at,
    updatedAt,
    cancelledAt: order.cancelled_at ?? null,
    closedAt: order.closed_at ?? null,
    test: order.test ?? false,
    currency: currencies.presentment,
    financialStatus: order.financial_status?.toUpperCase() ?? null,
    fulfillmentStatus: order.fulfillment_status?.toUpperCase() ?? 'UNFULFILLED',
    destinationCountry: order.shipping_address?.country_code ?? null,
    customerLocale: order.customer_locale ?? null,
    note: noteFrom(order.note, { updatedAt, read }),
    customerId: order.customer?.id ? gidOf('Customer', order.customer.id) : null,
    refundable: true,
    payment: paymentFromRest(order, currencies, refunds),
    shipping: shippingFrom(order, currencies),
    lines,
    dispatches: dispatchesOf(order, lines, originCountry),
    parcels: (order.fulfillments ?? []).map((each) => parcelFrom(each, lines, originCountry)),
    refunds,
    disputes: [],
    returns: [],
    returnStatus: 'NO_RETURN',
    unread: [],
  };
}

function currenciesOf(order: RestOrder): OrderCurrencies {
  const set = order.current_total_price_set ?? order.total_price_set;
  const shop = parseMoney('0', order.currency).currencyCode;
  if (!set) return { shop, presentment: shop, rate: 1 };
  const { shop_money, presentment_money } = set;
  const [ours, theirs] = [Number(shop_money.amount), Number(presentment_money.amount)];
  return {
    shop,
    presentment: parseMoney('0', presentment_money.currency_code).currencyCode,
    rate: ours > 0 ? theirs / ours : 1,
  };
}

function refundedUnits({ refunds }: RestOrder, lineId: string): number {
  return (refunds ?? [])
    .flatMap(({ refund_line_items }) => refund_line_items ?? [])
    .filter(({ line_item_id }) => line_item_id === lineId)
    .reduce((units, { quantity }) => units + quantity, 0);
}

function fulfilledUnits({ fulfillments }: RestOrder, lineId: string): number {
  return (fulfillments ?? [])
    .filter(({ status }) => status?.toUpperCase() !== 'CANCELLED')
    .flatMap(({ line_items }) => line_items ?? [])
    .filter(({ id }) => id === lineId)
    .reduce((units, { quantity }) => units + quantity, 0);
}

function lineFrom(line: RestLine, order: RestOrder, currencies: OrderCurrencies): LineFacts {
  const money = (plain: string | null | undefined, set: Parameters<typeof presentmentOf>[1]) =>
    presentmentOf(plain, set, currencies);
  const all = (amounts: readonly Money[]) => sum(amounts, currencies.presentment);
  const allocations = line.discount_allocations ?? [];
  const discount =
    allocations.length > 0
      ? all(allocations.map((one) => money(one.amount, one.amount_set)))
      : money(line.total_discount, line.total_discount_set);
  const list = times(money(line.price, line.price_set), line.quantity);
  const none = zero(currencies.presentment);
  const paid = larger(subtract(list, discount), none);
  const each = line.quantity > 0 ? allocate(paid, Array<number>(line.quantity).fill(1)) : [];
  const current = line.current_quantity ?? line.quantity - refundedUnits(order, line.id);
  const open = line.fulfillable_quantity ?? current - fulfilledUnits(order, line.id);
  return {
    lineItemId: gidOf('LineItem', line.id),
    title: line.title ?? '',
    sku: line.sku ?? null,
    quantity: line.quantity,
    currentQuantity: current,
    unfulfilledQuantity: Math.max(0, open),
    refundableQuantity: Math.max(
      0,
      Math.min(current, line.quantity - refundedUnits(order, line.id)),
    ),
    requiresShipping: line.requires_shipping ?? true,
    isGiftCard: line.gift_card ?? false,
    unitPrice: each[0] ?? none,
    tax: order.taxes_included
      ? none
      : all((line.tax_lines ?? []).map((one) => money(one.price, one.price_set))),
    duties: all((line.duties ?? []).map((one) => money(one.price, one.price_set))),
    dutyIds: (line.duties ?? []).flatMap((one) => (one.id ? [gidOf('Duty', one.id)] : [])),
  };
}

function shippingFrom(order: RestOrder, currencies: OrderCurrencies): ShippingFacts {
  const lines = (order.shipping_lines ?? []).filter(({ is_removed }) => !is_removed);
  const price = lines.reduce((total, line) => {
    const charged = presentmentOf(
      line.discounted_price ?? line.price,
      line.discounted_price_set ?? (line.discounted_price ? null : line.price_set),
      currencies,
    );
    const taxes = order.taxes_included ? [] : (line.tax_lines ?? []);
    return taxes.reduce(
      (sofar, tax) => add(sofar, presentmentOf(tax.price, tax.price_set, currencies)),
      add(total, charged),
    );
  }, zero(currencies.presentment));
  const listed = presentmentOf(null, order.total_shipping_price_set, currencies);
  return {
    price: lines.length > 0 ? price : listed,
    refunded: shippingRefundedIn(order, currencies),
    service: lines[0]?.title ?? null,
  };
}

/** Bodies carry no fulfillment orders: one for what is still to be shipped, one for what was. */
function dispatchesOf(
  order: RestOrder,
  lines: readonly LineFacts[],
  originCountry: string | null,
): readonly DispatchFacts[] {
  const dispatch = (
    name: string,
    status: string,
    parts: readonly LineFacts[],
    remaining: (line: LineFacts) => number,
  ): readonly DispatchFacts[] =>
    parts.length === 0
      ? []
      : [
          {
            fulfillmentOrderId: gidOf('FulfillmentOrder', `${order.id}${name}`),
            status,
            fulfillBy: null,
            promisedBy: null,
            locationId: null,
            originCountry,
            holds: [],
            lines: parts.map((line) => ({
              lineItemId: line.lineItemId,
              remainingQuantity: remaining(line),
            })),
          },
        ];
  const over = order.cancelled_at ?? order.closed_at;
  const shippable = lines.filter(({ requiresShipping }) => requiresShipping);
  return [
    ...dispatch(
      '1',
      over ? 'CLOSED' : 'OPEN',
      shippable.filter(({ unfulfilledQuantity }) => unfulfilledQuantity > 0),
      ({ unfulfilledQuantity }) => (over ? 0 : unfulfilledQuantity),
    ),
    ...dispatch(
      '2',
      'CLOSED',
      shippable.filter((line) => line.unfulfilledQuantity < line.currentQuantity),
      () => 0,
    ),
  ];
}

function parcelFrom(
  each: RestFulfillment,
  lines: readonly LineFacts[],
  originCountry: string | null,
): ParcelFacts {
  const updatedAt = each.updated_at ?? each.created_at;
  const last = each.shipment_status?.toUpperCase() ?? null;
  const numbers = each.tracking_numbers ?? (each.tracking_number ? [each.tracking_number] : []);
  const parts = (each.line_items ?? []).map(({ id, quantity }) => ({
    lineItemId: gidOf('LineItem', id),
    quantity,
  }));
  return {
    fulfillmentId: gidOf('Fulfillment', each.id),
    name: each.name ?? '',
    createdAt: each.created_at,
    updatedAt,
    status: each.status?.toUpperCase() ?? 'SUCCESS',
    displayStatus: last ?? 'FULFILLED',
    carrier: each.tracking_company ?? null,
    trackingNumbers: numbers.filter((number) => number !== ''),
    trackingUrl: each.tracking_url ?? null,
    estimatedDeliveryAt: each.estimated_delivery_at ?? null,
    inTransitAt: null,
    deliveredAt: null,
    requiresShipping: needsShipping(parts, lines),
    originCountry: each.origin_address?.country_code ?? originCountry,
    lines: parts,
    // The body knows the last scan only, at the moment at which it changed.
    scans: last ? [scanOf(last, updatedAt)] : [],
  };
}

function needsShipping(
  parts: readonly { readonly lineItemId: Gid<'LineItem'> }[],
  lines: readonly LineFacts[],
): boolean {
  return (
    parts.length === 0 ||
    parts.some(({ lineItemId }) =>
      lines.some((line) => line.lineItemId === lineItemId && line.requiresShipping),
    )
  );
}

function scanOf(status: string, happenedAt: ScanFacts['happenedAt']): ScanFacts {
  return { status, happenedAt, message: null, country: null, source: null };
}
