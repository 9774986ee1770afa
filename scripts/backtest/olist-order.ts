import { Temporal } from 'temporal-polyfill';
import type { News, PastOrder } from '#app/domain/backtest/past-order.ts';
import { noSignals } from '#app/domain/case-facts.ts';
import { gidOf } from '#app/domain/ids.ts';
import { zero, type Money } from '#app/domain/money.ts';
import { earliest, instantAt, type Instant } from '#app/domain/time.ts';

const zone = 'America/Sao_Paulo';

/** What the set tells of one order; its times are Brazil's own. */
export interface OlistOrder {
  readonly id: string;
  readonly status: string;
  /** Goods and freight; what was paid where the set has no goods of it. */
  readonly value: Money;
  /** For how many orders of the whole it stands; null where the set does not say. */
  readonly weight: number | null;
  /** The buyer's last one. */
  readonly review: { readonly at: Instant; readonly stars: number } | null;
  readonly purchasedAt: Instant;
  readonly approvedAt: Instant | null;
  readonly carrierAt: Instant | null;
  readonly deliveredAt: Instant | null;
  /** By when the seller has to hand it over. */
  readonly shipBy: Instant | null;
  /** The first instant of the promised day, and of the day after it: the moment of acting. */
  readonly promised: Instant;
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

export function dateIn(at: Instant): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * The order as the line would have come to know it. The set does not say when an order was called off: where its final status
 * is one of `calledOff`, that counts as known from the first, and its money as paid back. All other statuses are left aside,
 * for nobody knows since when they held.
 */
export function pastOrderOf(olist: OlistOrder, calledOff: ReadonlySet<string>): PastOrder {
  const { value, promised, purchasedAt, approvedAt } = olist;
  const none = zero(value.currencyCode);
  const lineItemId = gidOf('LineItem', '1');
  return {
    placed: {
      order: {
        orderId: gidOf('Order', olist.id),
        name: olist.id,
        createdAt: purchasedAt,
        updatedAt: purchasedAt,
        cancelledAt: calledOff.has(olist.status) ? purchasedAt : null,
        closedAt: null,
        test: false,
        currency: value.currencyCode,
        financialStatus: 'PENDING',
        fulfillmentStatus: 'UNFULFILLED',
        destinationCountry: 'BR',
        customerLocale: null,
        note: null,
        customerId: null,
        refundable: true,
        payment: {
          total: value,
          shopTotal: value,
          received: none,
          refunded: none,
          refundPending: none,
          paidAt: null,
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
            unfulfilledQuantity: 1,
            refundableQuantity: 1,
            requiresShipping: true,
            isGiftCard: false,
            unitPrice: value,
            tax: none,
            duties: none,
            dutyIds: [],
          },
        ],
        dispatches: [
          {
            fulfillmentOrderId: gidOf('FulfillmentOrder', olist.id),
            status: 'OPEN',
            // Goods that should be there by then should have left by then, whatever the seller was told.
            fulfillBy: olist.shipBy && earliest([olist.shipBy, promised]),
            promisedBy: promised,
            locationId: null,
            originCountry: 'BR',
            holds: [],
            lines: [{ lineItemId, remainingQuantity: 1 }],
          },
        ],
        parcels: [],
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
    },
    news: [
      ...(approvedAt && !calledOff.has(olist.status)
        ? [{ kind: 'paid', knownAt: approvedAt, paidAt: approvedAt, received: value } as const]
        : []),
      ...wayOf(olist),
      ...(olist.review
        ? [{ kind: 'review', knownAt: olist.review.at, stars: olist.review.stars } as const]
        : []),
    ].sort((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0)),
  };
}

/** The hand-over and the delivery are all that the set has of a parcel's way. */
function wayOf({ id, carrierAt, deliveredAt, promised }: OlistOrder): readonly News[] {
  // A few were delivered before they were handed over, by the set: the earlier one is when it left.
  const left = earliest([carrierAt, deliveredAt]);
  if (!left) return [];
  const fulfillmentId = gidOf('Fulfillment', id);
  const parcel: News = {
    kind: 'parcel',
    knownAt: left,
    parcel: {
      fulfillmentId,
      name: `${id}.1`,
      createdAt: left,
      updatedAt: left,
      status: 'SUCCESS',
      displayStatus: null,
      carrier: 'Correios',
      trackingNumbers: ['BR1'],
      trackingUrl: null,
      estimatedDeliveryAt: promised,
      inTransitAt: left,
      deliveredAt: null,
      requiresShipping: true,
      originCountry: 'BR',
      lines: [{ lineItemId: gidOf('LineItem', '1'), quantity: 1 }],
      scans: [],
    },
  };
  if (!deliveredAt) return [parcel];
  const scan = {
    status: 'DELIVERED',
    happenedAt: deliveredAt,
    message: null,
    country: null,
    source: null,
  };
  return [parcel, { kind: 'scan', knownAt: deliveredAt, fulfillmentId, scan }];
}
