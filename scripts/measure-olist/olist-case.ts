import { Temporal } from 'temporal-polyfill';
import { noSignals, type CaseFacts } from '#app/domain/case-facts.ts';
import { parseMoney, zero } from '#app/domain/money.ts';
import type { ParcelFacts } from '#app/domain/order-facts.ts';
import { earliest, instantAt, type Instant } from '#app/domain/time.ts';

const zone = 'America/Sao_Paulo';

/** What is known of one order of the set; its times are Brazil's own. */
export interface OlistOrder {
  readonly id: string;
  readonly status: string;
  readonly value: number;
  readonly weight: number;
  readonly review: number;
  readonly purchasedAt: Instant;
  readonly approvedAt: Instant | null;
  readonly carrierAt: Instant | null;
  readonly deliveredAt: Instant | null;
  /** The first instant of the promised day. */
  readonly promised: Instant;
  /** 00:00 after the promised day: the moment of acting. */
  readonly actAt: Instant;
}

export function localInstant(text: string): Instant | null {
  if (text === '') return null;
  const local = Temporal.PlainDateTime.from(text.replace(' ', 'T').slice(0, 19));
  return instantAt(local.toZonedDateTime(zone).epochMilliseconds);
}

export function dayAfter(text: string): Instant {
  const day = Temporal.PlainDate.from(text.slice(0, 10)).add({ days: 1 });
  return instantAt(day.toZonedDateTime(zone).epochMilliseconds);
}

/**
 * Both mean that nothing will come, and the set does not say whether the money went back: it is taken for paid back. Nor does
 * it say when: whatever was called off in the end counts as known at the moment of acting, for the plain rule as for us.
 */
const calledOff = new Set(['canceled', 'unavailable']);

export function isCalledOff({ status }: OlistOrder): boolean {
  return calledOff.has(status);
}

/** The order with only what was known at the moment of acting. */
export function caseAtActing(olist: OlistOrder): CaseFacts {
  const { actAt } = olist;
  const past = (at: Instant | null) => (at !== null && at < actAt ? at : null);
  const total = parseMoney(olist.value.toFixed(2), 'BRL');
  const none = zero(total.currencyCode);
  const off = isCalledOff(olist);
  const carrierAt = past(olist.carrierAt);
  const deliveredAt = past(olist.deliveredAt);
  const paidAt = past(olist.approvedAt);
  // A few were delivered before they were handed over, by the set: the earlier one is when it left.
  const left = earliest([carrierAt, deliveredAt]);
  const lineItemId = 'gid://shopify/LineItem/1' as const;
  const parcel = (handedOverAt: Instant): ParcelFacts => ({
    fulfillmentId: 'gid://shopify/Fulfillment/1',
    name: '#1.1',
    createdAt: handedOverAt,
    updatedAt: handedOverAt,
    status: 'SUCCESS',
    displayStatus: null,
    carrier: 'Correios',
    trackingNumbers: ['BR1'],
    trackingUrl: null,
    estimatedDeliveryAt: olist.promised,
    inTransitAt: handedOverAt,
    deliveredAt,
    requiresShipping: true,
    originCountry: 'BR',
    lines: [{ lineItemId, quantity: 1 }],
    scans: [],
  });
  return {
    order: {
      orderId: 'gid://shopify/Order/1',
      name: olist.id,
      createdAt: olist.purchasedAt,
      updatedAt: olist.purchasedAt,
      cancelledAt: off ? olist.purchasedAt : null,
      closedAt: null,
      test: false,
      currency: total.currencyCode,
      financialStatus: paidAt ? 'PAID' : 'PENDING',
      fulfillmentStatus: left ? 'FULFILLED' : 'UNFULFILLED',
      destinationCountry: 'BR',
      customerLocale: null,
      note: null,
      customerId: null,
      refundable: true,
      payment: {
        total,
        shopTotal: total,
        received: paidAt ? total : none,
        refunded: off && paidAt ? total : none,
        refundPending: none,
        paidAt,
        gateways: [],
        manualGateway: false,
      },
      shipping: { price: none, refunded: none, service: null },
      lines: [
        {
          lineItemId,
          title: '',
          sku: null,
          quantity: 1,
          currentQuantity: 1,
          unfulfilledQuantity: left ? 0 : 1,
          refundableQuantity: off ? 0 : 1,
          requiresShipping: true,
          isGiftCard: false,
          unitPrice: total,
          tax: none,
          duties: none,
          dutyIds: [],
        },
      ],
      dispatches: [
        {
          fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1',
          status: left ? 'CLOSED' : 'OPEN',
          fulfillBy: null,
          promisedBy: olist.promised,
          locationId: null,
          originCountry: 'BR',
          holds: [],
          lines: [{ lineItemId, remainingQuantity: left ? 0 : 1 }],
        },
      ],
      parcels: left ? [parcel(left)] : [],
      refunds: [],
      disputes: [],
      returns: [],
      returnStatus: 'NO_RETURN',
      unread: [],
    },
    signals: noSignals,
    shop: { country: 'BR', timeZone: zone, heardFrom: {} },
    customer: null,
    clusters: [],
    lanes: [],
  };
}
