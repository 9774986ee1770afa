import type { Gid } from '#app/domain/ids.ts';
import { parseMoney, zero, type Money } from '#app/domain/money.ts';
import type {
  DispatchFacts,
  LineFacts,
  OrderFacts,
  ParcelFacts,
  ScanFacts,
} from '#app/domain/order-facts.ts';
import { addDays, parseInstant, type Instant } from '#app/domain/time.ts';

/** The instant of a text that is one. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`no instant: ${text}`);
  return parsed;
}

/** The instant at which the judged orders are looked at. */
export const now = instant('2026-11-25T12:00:00Z');

export function daysAgo(days: number): Instant {
  return addDays(now, -days);
}

export function usd(amount: string): Money {
  return parseMoney(amount, 'USD');
}

export const lineId: Gid<'LineItem'> = 'gid://shopify/LineItem/1';
export const parcelId: Gid<'Fulfillment'> = 'gid://shopify/Fulfillment/1';
export const locationId: Gid<'Location'> = 'gid://shopify/Location/1';

/** Two mugs for 20.00 each, shipping 5.00, paid in full ten days ago, going to the US; nothing shipped. */
export function order(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    orderId: 'gid://shopify/Order/1001',
    name: '#1001',
    createdAt: daysAgo(10),
    updatedAt: daysAgo(1),
    cancelledAt: null,
    closedAt: null,
    test: false,
    currency: usd('0').currencyCode,
    financialStatus: 'PAID',
    fulfillmentStatus: 'UNFULFILLED',
    destinationCountry: 'US',
    customerLocale: 'en',
    note: null,
    customerId: null,
    refundable: true,
    payment: {
      total: usd('45.00'),
      shopTotal: usd('45.00'),
      received: usd('45.00'),
      refunded: usd('0'),
      refundPending: usd('0'),
      paidAt: daysAgo(10),
      gateways: ['shopify_payments'],
      manualGateway: false,
    },
    shipping: { price: usd('5.00'), refunded: usd('0'), service: null },
    lines: [line()],
    dispatches: [dispatch()],
    parcels: [],
    refunds: [],
    disputes: [],
    returns: [],
    returnStatus: 'NO_RETURN',
    unread: [],
    ...changes,
  };
}

export function line(changes: Partial<LineFacts> = {}): LineFacts {
  return {
    lineItemId: lineId,
    title: 'Enamel mug',
    sku: 'MUG-1',
    quantity: 2,
    currentQuantity: 2,
    unfulfilledQuantity: 2,
    refundableQuantity: 2,
    requiresShipping: true,
    isGiftCard: false,
    unitPrice: usd('20.00'),
    tax: zero(usd('0').currencyCode),
    duties: zero(usd('0').currencyCode),
    dutyIds: [],
    ...changes,
  };
}

export function dispatch(changes: Partial<DispatchFacts> = {}): DispatchFacts {
  return {
    fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1',
    status: 'OPEN',
    fulfillBy: null,
    promisedBy: null,
    locationId,
    originCountry: 'CN',
    holds: [],
    lines: [{ lineItemId: lineId, remainingQuantity: 2 }],
    ...changes,
  };
}

/** Everything shipped in one parcel from China eight days ago. */
export function shipped(parcels: readonly ParcelFacts[] = [parcel()]): Partial<OrderFacts> {
  return {
    fulfillmentStatus: 'FULFILLED',
    lines: [line({ unfulfilledQuantity: 0 })],
    dispatches: [
      dispatch({ status: 'CLOSED', lines: [{ lineItemId: lineId, remainingQuantity: 0 }] }),
    ],
    parcels,
  };
}

export function parcel(changes: Partial<ParcelFacts> = {}): ParcelFacts {
  return {
    fulfillmentId: parcelId,
    name: '#1001.1',
    createdAt: daysAgo(8),
    updatedAt: daysAgo(8),
    status: 'SUCCESS',
    displayStatus: 'IN_TRANSIT',
    carrier: '4PX',
    trackingNumbers: ['4PX3001'],
    trackingUrl: null,
    estimatedDeliveryAt: null,
    inTransitAt: null,
    deliveredAt: null,
    requiresShipping: true,
    originCountry: 'CN',
    lines: [{ lineItemId: lineId, quantity: 2 }],
    scans: [],
    ...changes,
  };
}

export function scan(changes: Partial<ScanFacts> = {}): ScanFacts {
  return {
    status: 'IN_TRANSIT',
    happenedAt: daysAgo(3),
    message: null,
    country: null,
    source: null,
    ...changes,
  };
}
