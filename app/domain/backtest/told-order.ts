import type { CaseFacts, Signals } from '../case-facts.ts';
import { zero, type Money } from '../money.ts';
import type {
  DispatchFacts,
  OrderFacts,
  ParcelFacts,
  RefundFacts,
  ReturnFacts,
  ScanFacts,
} from '../order-facts.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Instant } from '../time.ts';
import type { News, PastOrder } from './past-order.ts';

/** A scan with when Shopify got to know of it, which may be days after it happened. */
export interface ToldScan {
  readonly scan: ScanFacts;
  readonly knownAt: Instant;
}

/** What went in a parcel, and what was seen of it. */
export interface ToldParcel {
  readonly fulfillmentId: ParcelFacts['fulfillmentId'];
  readonly lines: ParcelFacts['lines'];
  readonly scans: readonly ToldScan[];
}

/** One place's part of an order. */
export interface ToldDispatch {
  /** With all that it held at first, whatever was sent since. */
  readonly dispatch: DispatchFacts;
  readonly parcels: readonly ToldParcel[];
}

/** A past order as it was when it was read, without dispatches and without what its parcels held and met. */
export interface ToldOrder {
  readonly order: OrderFacts;
  /** What it came to when it was placed. */
  readonly placedTotal: Money;
  readonly placedShopTotal: Money;
}

export interface Told extends ToldOrder {
  readonly dispatches: readonly ToldDispatch[];
  readonly signals: Signals;
  readonly shop: CaseFacts['shop'];
}

/**
 * An order's end, told backwards: what was known when it was placed, and each thing that became known later, at the instant at
 * which it did. What has no such instant counts from the order's last change on, which is late rather than early.
 */
export function pastOrderOf(told: Told): PastOrder {
  const { order, signals, shop } = told;
  const parcels = order.parcels.map((parcel) => ({ parcel, details: detailsOf(parcel, told) }));
  const news: readonly News[] = [
    ...paymentOf(order),
    ...parcels.flatMap(({ parcel, details }) => parcelNews(parcel, details)),
    ...cancellationOf(order),
    ...refundNews(order),
    ...order.disputes.map((dispute): News => {
      const openedAt = dispute.openedAt ?? order.updatedAt;
      return { kind: 'dispute', knownAt: openedAt, dispute: { ...dispute, openedAt } };
    }),
    ...order.returns.flatMap((goods) => returnNews(goods, order.updatedAt)),
    ...signalNews(signals),
  ];
  return {
    placed: {
      order: placedOrder(told),
      signals: { reports: [], messages: [], carrierScans: [], carrierAnswers: [] },
      shop,
      // What the shop knew of lanes, products and buyers on a day of the past is not on record.
      customer: null,
      clusters: [],
      lanes: [],
    },
    news: news.toSorted((a, b) => (a.knownAt < b.knownAt ? -1 : a.knownAt > b.knownAt ? 1 : 0)),
  };
}

function placedOrder({ order, dispatches, placedTotal, placedShopTotal }: Told): OrderFacts {
  const nothing = zero(order.currency);
  return {
    ...order,
    updatedAt: order.createdAt,
    cancelledAt: null,
    closedAt: null,
    financialStatus: 'PENDING',
    fulfillmentStatus: 'UNFULFILLED',
    // When it was written is not told.
    note: null,
    refundable: true,
    payment: {
      ...order.payment,
      total: placedTotal,
      shopTotal: placedShopTotal,
      received: nothing,
      refunded: nothing,
      refundPending: nothing,
      paidAt: null,
    },
    shipping: { ...order.shipping, refunded: nothing },
    lines: order.lines.map((line) => ({
      ...line,
      currentQuantity: line.quantity,
      unfulfilledQuantity: line.quantity,
      refundableQuantity: line.quantity,
    })),
    dispatches: dispatches
      .map(({ dispatch }) => dispatch)
      // One that another took the place of, unless the whole order was called off.
      .filter(({ status }) => status !== 'CANCELLED' || order.cancelledAt !== null)
      .map((dispatch) => ({ ...dispatch, status: 'OPEN', holds: [] })),
    parcels: [],
    refunds: [],
    disputes: [],
    returns: [],
    returnStatus: 'NO_RETURN',
  };
}

function paymentOf({ payment: { paidAt, received } }: OrderFacts): readonly News[] {
  return paidAt === null ? [] : [{ kind: 'paid', knownAt: paidAt, paidAt, received }];
}

function cancellationOf({ cancelledAt }: OrderFacts): readonly News[] {
  return cancelledAt === null ? [] : [{ kind: 'cancelled', knownAt: cancelledAt, cancelledAt }];
}

/** A parcel may be of several places; each tells the same of it. */
function detailsOf({ fulfillmentId }: ParcelFacts, { dispatches }: Told): ToldParcel {
  const found = dispatches
    .flatMap(({ parcels }) => parcels)
    .find((parcel) => parcel.fulfillmentId === fulfillmentId);
  return found ?? { fulfillmentId, lines: [], scans: [] };
}

function parcelNews(parcel: ParcelFacts, { lines, scans }: ToldParcel): readonly News[] {
  const { fulfillmentId, createdAt, updatedAt, status } = parcel;
  const asMade: ParcelFacts = {
    ...parcel,
    lines,
    updatedAt: createdAt,
    status: 'SUCCESS',
    displayStatus: 'FULFILLED',
    // It was told anew on the way, and when is not on record.
    estimatedDeliveryAt: null,
    inTransitAt: null,
    deliveredAt: null,
    scans: [],
  };
  const seen = [...scans, ...milestones(parcel, scans)].map(({ scan, knownAt }): News => {
    const from = knownAt < createdAt ? createdAt : knownAt;
    return { kind: 'scan', knownAt: from, fulfillmentId, scan };
  });
  const called: readonly News[] =
    status === 'CANCELLED' ? [{ kind: 'parcel-cancelled', knownAt: updatedAt, fulfillmentId }] : [];
  return [{ kind: 'parcel', knownAt: createdAt, parcel: asMade }, ...seen, ...called];
}

/** What Shopify says of the parcel itself, where no scan says it. */
function milestones(
  { inTransitAt, deliveredAt }: ParcelFacts,
  scans: readonly ToldScan[],
): readonly ToldScan[] {
  const said = new Set(scans.map(({ scan }) => scan.status));
  return [
    { status: 'IN_TRANSIT', at: inTransitAt },
    { status: 'DELIVERED', at: deliveredAt },
  ].flatMap(({ status, at }) =>
    at === null || said.has(status)
      ? []
      : [
          {
            scan: { status, happenedAt: at, message: null, country: null, source: null },
            knownAt: at,
          },
        ],
  );
}

/** Which goods a refund was for is told of an order with one refund only: they are what is no longer there. */
function refundNews({ refunds, lines, shipping, updatedAt }: OrderFacts): readonly News[] {
  const gone: readonly LinePart[] = lines
    .map(({ lineItemId, quantity, currentQuantity }) => ({
      lineItemId,
      quantity: quantity - currentQuantity,
    }))
    .filter(({ quantity }) => quantity > 0);
  const isOnly = refunds.length === 1;
  return refunds.map((refund: RefundFacts) => ({
    kind: 'refund',
    knownAt: refund.createdAt ?? updatedAt,
    refund,
    lines: isOnly ? gone : [],
    shipping: isOnly ? shipping.refunded : null,
  }));
}

const askedFor = 'REQUESTED';

/** Asked for, and as it ended. */
function returnNews(goods: ReturnFacts, orderUpdatedAt: Instant): readonly News[] {
  const { requestedAt, receivedAt, status } = goods;
  const asked: News = {
    kind: 'return',
    knownAt: requestedAt,
    goods: {
      ...goods,
      status: askedFor,
      receivedAt: null,
      scans: [],
      refundIds: [],
      lines: goods.lines.map((line) => ({ ...line, processed: 0 })),
    },
  };
  if (status === askedFor) return [asked];
  return [asked, { kind: 'return', knownAt: receivedAt ?? orderUpdatedAt, goods }];
}

function signalNews({ reports, messages, carrierScans, carrierAnswers }: Signals): readonly News[] {
  return [
    ...reports.map((report): News => ({ kind: 'report', knownAt: report.at, report })),
    ...messages.map((message): News => ({ kind: 'message', knownAt: message.at, message })),
    ...carrierScans.map((told): News => ({
      kind: 'carrier-scan',
      knownAt: told.scan.happenedAt,
      told,
    })),
    ...carrierAnswers.map((answer): News => ({
      kind: 'carrier-answer',
      knownAt: answer.at,
      answer,
    })),
  ];
}
