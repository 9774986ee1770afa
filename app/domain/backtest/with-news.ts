import type { CaseFacts, Signals } from '../case-facts.ts';
import { add, isPositive, zero } from '../money.ts';
import type { DispatchFacts, LineFacts, OrderFacts, ParcelFacts } from '../order-facts.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Instant } from '../time.ts';
import type { News, PastOrder } from './past-order.ts';

/** The order as it was known at an instant. */
export function caseAt({ placed, news }: PastOrder, at: Instant): CaseFacts {
  return news.filter(({ knownAt }) => knownAt <= at).reduce(withNews, placed);
}

/** The same facts with one more. */
export function withNews(facts: CaseFacts, news: News): CaseFacts {
  switch (news.kind) {
    case 'review':
      return facts;
    case 'shop':
      return { ...facts, ...news.known };
    case 'report':
    case 'message':
    case 'carrier-scan':
    case 'carrier-answer':
      return { ...facts, signals: withSignal(facts.signals, news) };
    default:
      return { ...facts, order: { ...withOrderNews(facts.order, news), updatedAt: news.knownAt } };
  }
}

type SignalNews = Extract<
  News,
  { readonly kind: 'report' | 'message' | 'carrier-scan' | 'carrier-answer' }
>;
type OrderNews = Exclude<News, SignalNews | { readonly kind: 'review' | 'shop' }>;

function withSignal(signals: Signals, news: SignalNews): Signals {
  switch (news.kind) {
    case 'report':
      return { ...signals, reports: inTime([...signals.reports, news.report], ({ at }) => at) };
    case 'message':
      return { ...signals, messages: inTime([...signals.messages, news.message], ({ at }) => at) };
    case 'carrier-scan':
      return {
        ...signals,
        carrierScans: inTime([...signals.carrierScans, news.told], ({ scan }) => scan.happenedAt),
      };
    case 'carrier-answer':
      return {
        ...signals,
        carrierAnswers: inTime([...signals.carrierAnswers, news.answer], ({ at }) => at),
      };
  }
}

function withOrderNews(order: OrderFacts, news: OrderNews): OrderFacts {
  switch (news.kind) {
    case 'paid':
      return {
        ...order,
        financialStatus: 'PAID',
        payment: { ...order.payment, paidAt: news.paidAt, received: news.received },
      };
    case 'parcel':
      return withParcel(order, news.parcel);
    case 'parcel-cancelled':
      return withoutParcel(order, news.fulfillmentId);
    case 'scan':
      return {
        ...order,
        parcels: order.parcels.map((parcel) =>
          parcel.fulfillmentId === news.fulfillmentId
            ? {
                ...parcel,
                scans: inTime([...parcel.scans, news.scan], ({ happenedAt }) => happenedAt),
              }
            : parcel,
        ),
      };
    case 'cancelled':
      return { ...order, cancelledAt: news.cancelledAt };
    case 'refund':
      return withRefund(order, news);
    case 'dispute': {
      const { dispute } = news;
      const others = order.disputes.filter(({ disputeId }) => disputeId !== dispute.disputeId);
      return { ...order, disputes: [...others, dispute] };
    }
    case 'return': {
      const { goods } = news;
      const others = order.returns.filter(({ returnId }) => returnId !== goods.returnId);
      return {
        ...order,
        returns: inTime([...others, goods], ({ requestedAt }) => requestedAt),
        returnStatus: 'IN_PROGRESS',
      };
    }
  }
}

/** What is in a parcel no longer waits to be shipped. */
function withParcel(order: OrderFacts, parcel: ParcelFacts): OrderFacts {
  const lines = order.lines.map((line) => ({
    ...line,
    unfulfilledQuantity: Math.max(0, line.unfulfilledQuantity - unitsOf(parcel.lines, line)),
  }));
  const done = lines.every(({ unfulfilledQuantity }) => unfulfilledQuantity === 0);
  return {
    ...order,
    lines,
    fulfillmentStatus: done ? 'FULFILLED' : 'PARTIALLY_FULFILLED',
    dispatches: order.dispatches.map((dispatch) => lessSent(dispatch, parcel.lines)),
    parcels: [...order.parcels, parcel],
  };
}

/** What was in it waits again. */
function withoutParcel(order: OrderFacts, fulfillmentId: ParcelFacts['fulfillmentId']): OrderFacts {
  const back = order.parcels
    .filter((parcel) => parcel.fulfillmentId === fulfillmentId)
    .flatMap(({ lines }) => lines);
  return {
    ...order,
    lines: order.lines.map((line) => ({
      ...line,
      unfulfilledQuantity: Math.min(
        line.currentQuantity,
        line.unfulfilledQuantity + unitsOf(back, line),
      ),
    })),
    fulfillmentStatus: 'PARTIALLY_FULFILLED',
    dispatches: order.dispatches.map((dispatch) => ({
      ...dispatch,
      status: 'OPEN',
      lines: dispatch.lines.map((line) => ({
        ...line,
        remainingQuantity: line.remainingQuantity + unitsOf(back, line),
      })),
    })),
    parcels: order.parcels.map((parcel) =>
      parcel.fulfillmentId === fulfillmentId ? { ...parcel, status: 'CANCELLED' } : parcel,
    ),
  };
}

function lessSent(dispatch: DispatchFacts, sent: readonly LinePart[]): DispatchFacts {
  const lines = dispatch.lines.map((line) => ({
    ...line,
    remainingQuantity: Math.max(0, line.remainingQuantity - unitsOf(sent, line)),
  }));
  const done = lines.every(({ remainingQuantity }) => remainingQuantity === 0);
  return { ...dispatch, lines, status: done ? 'CLOSED' : dispatch.status };
}

function withRefund(
  order: OrderFacts,
  { refund, lines, shipping }: Extract<News, { readonly kind: 'refund' }>,
): OrderFacts {
  const refunded = add(order.payment.refunded, refund.amount);
  return {
    ...order,
    lines: order.lines.map((line) => lessRefunded(line, unitsOf(lines, line))),
    payment: { ...order.payment, refunded },
    financialStatus: isPositive(refunded) ? 'PARTIALLY_REFUNDED' : order.financialStatus,
    shipping: {
      ...order.shipping,
      refunded: add(order.shipping.refunded, shipping ?? zero(order.currency)),
    },
    refunds: [...order.refunds, refund],
  };
}

function lessRefunded(line: LineFacts, units: number): LineFacts {
  const currentQuantity = Math.max(0, line.currentQuantity - units);
  return {
    ...line,
    currentQuantity,
    refundableQuantity: Math.max(0, line.refundableQuantity - units),
    unfulfilledQuantity: Math.min(line.unfulfilledQuantity, currentQuantity),
  };
}

function unitsOf(parts: readonly LinePart[], { lineItemId }: Pick<LinePart, 'lineItemId'>): number {
  return parts
    .filter((part) => part.lineItemId === lineItemId)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Oldest first by when it happened, however late it became known. */
function inTime<Item>(items: Item[], at: (item: Item) => Instant): readonly Item[] {
  return items.sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}
