import type { News, PastOrder } from '#app/domain/backtest/past-order.ts';
import { gidOf } from '#app/domain/ids.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { caseOf } from '#tests/support/case-facts.ts';
import { dispatch, instant, lineId, order, parcel, scan, usd } from '#tests/support/order-facts.ts';
import { randomFrom, type Random } from './random.ts';
import { cohortLanes, drawWay, type HiddenWay } from './way.ts';

/** Orders of a made-up shop, with what truly happened and what the shop got to know of it, and when. */
export interface Cohort {
  readonly orders: readonly { readonly past: PastOrder; readonly hidden: HiddenWay }[];
  /** The end of what is known. */
  readonly until: Instant;
}

/** Outside the peak season and without many holidays. */
const firstDay = instant('2026-01-12T09:00:00Z');

export function makeCohort({
  seed,
  size,
}: {
  readonly seed: number;
  readonly size: number;
}): Cohort {
  const random = randomFrom(seed);
  const until = addDays(firstDay, 150);
  const orders = Array.from({ length: size }, (_, place) => {
    const orderedAt = addDays(firstDay, random.next() * 60);
    const hidden = drawWay(random, orderedAt, random.pick(cohortLanes));
    return { past: tell(random, hidden, `${seed * 10_000 + place}`), hidden };
  });
  return { orders, until };
}

/** What the shop hears of it: some of it late, and then not in the order in which it happened. */
function tell(random: Random, hidden: HiddenWay, id: string): PastOrder {
  const { lane, orderedAt, sentAt } = hidden;
  const fulfillmentId = gidOf('Fulfillment', id);
  const soon = (at: Instant) => addDays(at, random.chance(0.25) ? random.exponential(1) : 0.01);
  const scanned = (status: string, happenedAt: Instant): News => ({
    kind: 'scan',
    knownAt: soon(happenedAt),
    fulfillmentId,
    scan: scan({ status, happenedAt }),
  });
  const value = random.pick(['12.00', '25.00', '40.00', '60.00', '120.00']);
  const news: readonly News[] = [
    { kind: 'paid', knownAt: orderedAt, paidAt: orderedAt, received: usd(value) },
    {
      kind: 'parcel',
      knownAt: sentAt,
      parcel: parcel({
        fulfillmentId,
        createdAt: sentAt,
        updatedAt: sentAt,
        displayStatus: 'FULFILLED',
        carrier: lane.carrier,
        originCountry: lane.origin,
      }),
    },
    ...hidden.scannedAt.map((at) => scanned('IN_TRANSIT', at)),
    ...(hidden.deliveredAt ? [scanned('DELIVERED', hidden.deliveredAt)] : []),
    ...endOf(hidden, value, id),
  ];
  return {
    placed: caseOf({
      order: order({
        orderId: gidOf('Order', id),
        createdAt: orderedAt,
        updatedAt: orderedAt,
        destinationCountry: lane.destination,
        shipping: { price: usd('0'), refunded: usd('0'), service: null },
        payment: {
          ...order().payment,
          total: usd(value),
          shopTotal: usd(value),
          received: usd('0'),
          paidAt: null,
        },
        dispatches: [dispatch({ promisedBy: hidden.promisedBy, originCountry: lane.origin })],
      }),
    }),
    news: [...news].sort((a, b) => (a.knownAt < b.knownAt ? -1 : 1)),
  };
}

function endOf(hidden: HiddenWay, value: string, id: string): readonly News[] {
  const { writesAt, refundedAt, disputedAt, review } = hidden;
  return [
    ...(writesAt
      ? [
          {
            kind: 'report',
            knownAt: writesAt,
            report: {
              reportId: id,
              at: writesAt,
              problem: 'not-received',
              lines: [],
              photos: 0,
              intents: [],
            },
          } as const,
        ]
      : []),
    ...(refundedAt
      ? [
          {
            kind: 'refund',
            knownAt: refundedAt,
            refund: {
              refundId: gidOf('Refund', id),
              createdAt: refundedAt,
              note: null,
              amount: usd(value),
              transactions: [],
            },
            lines: [{ lineItemId: lineId, quantity: 2 }],
            shipping: null,
          } as const,
        ]
      : []),
    ...(disputedAt
      ? [
          {
            kind: 'dispute',
            knownAt: disputedAt,
            dispute: {
              disputeId: id,
              initiatedAs: 'CHARGEBACK',
              status: 'NEEDS_RESPONSE',
              reason: 'PRODUCT_NOT_RECEIVED',
              openedAt: disputedAt,
            },
          } as const,
        ]
      : []),
    ...(review ? [{ kind: 'review', knownAt: review.at, stars: review.stars } as const] : []),
  ];
}
