import type { CaseFacts } from '../case-facts.ts';
import { clockAt } from '../clock.ts';
import { sentParcelsOf } from '../parcels/parcel-view.ts';
import { deliveredAtOf, readScans } from '../parcels/read-scans.ts';
import { addDays, earliest, latest, type Instant } from '../time.ts';
import type { PastOrder } from './past-order.ts';
import { caseAt } from './with-news.ts';

/** What came of an order, by all that is known in the end. */
export interface Outcome {
  readonly refundedAt: Instant | null;
  /** When the buyer asked to send something back. */
  readonly returnedAt: Instant | null;
  readonly disputedAt: Instant | null;
  readonly cancelledAt: Instant | null;
  /** The buyer's first report or message. */
  readonly wroteAt: Instant | null;
  readonly review: { readonly at: Instant; readonly stars: number } | null;
  /** When the last of the goods was there; null while any of them is not. */
  readonly deliveredAt: Instant | null;
  /** The day on which it should have been there, as it was promised; null for no promise. */
  readonly promisedBy: Instant | null;
}

export function outcomeOf(past: PastOrder, until: Instant): Outcome {
  const facts = caseAt(past, until);
  const { order, signals } = facts;
  const review = past.news.findLast((news) => news.kind === 'review' && news.knownAt <= until);
  return {
    refundedAt: earliest(order.refunds.map(({ createdAt }) => createdAt)),
    returnedAt: earliest(order.returns.map(({ requestedAt }) => requestedAt)),
    disputedAt: earliest(order.disputes.map(({ openedAt }) => openedAt)),
    cancelledAt: order.cancelledAt,
    wroteAt: earliest([...signals.reports, ...signals.messages].map(({ at }) => at)),
    review: review?.kind === 'review' ? { at: review.knownAt, stars: review.stars } : null,
    deliveredAt: allDeliveredAt(facts, until),
    promisedBy: earliest([
      ...order.dispatches.map(({ promisedBy }) => promisedBy),
      ...order.parcels.map(({ estimatedDeliveryAt }) => estimatedDeliveryAt),
    ]),
  };
}

function allDeliveredAt({ order, signals }: CaseFacts, until: Instant): Instant | null {
  const delivered = sentParcelsOf(order).map((parcel) =>
    deliveredAtOf(readScans(parcel, signals, clockAt(until)).scans),
  );
  const waiting = order.lines.some(
    ({ unfulfilledQuantity, requiresShipping }) => requiresShipping && unfulfilledQuantity > 0,
  );
  return waiting || delivered.includes(null) ? null : latest(delivered);
}

/** What tells that a buyer was owed (`sign.<code>`). */
export const owedSigns = [
  'refunded',
  'returned',
  'disputed',
  'low-review',
  'not-delivered',
  'cancelled',
] as const;
export type OwedSign = (typeof owedSigns)[number];

export interface TruthRule {
  /** Any of these says that the buyer was owed. */
  readonly signs: readonly OwedSign[];
  /** So many stars, or fewer, are a low review. */
  readonly lowStars: number;
  /** What did not come in so many days after it should have never comes, and who said nothing for so long never will. */
  readonly settledAfterDays: number;
}

/** A cancelled order alone says nothing: the buyer may have wished it, and got his money. */
export const usualTruth: TruthRule = {
  signs: ['refunded', 'returned', 'disputed', 'low-review', 'not-delivered'],
  lowStars: 2,
  settledAfterDays: 45,
};

export type Truth = 'owed' | 'not-owed' | 'undecided';

/** Whether the buyer was owed, by what followed; undecided while nothing tells. */
export function truthOf(
  outcome: Outcome,
  {
    rule,
    orderedAt,
    until,
  }: { readonly rule: TruthRule; readonly orderedAt: Instant; readonly until: Instant },
): Truth {
  const settledBy = (at: Instant) => addDays(at, rule.settledAfterDays) <= until;
  const { review, deliveredAt } = outcome;
  const lost = deliveredAt === null && settledBy(outcome.promisedBy ?? orderedAt);
  const holds: Readonly<Record<OwedSign, boolean>> = {
    refunded: outcome.refundedAt !== null,
    returned: outcome.returnedAt !== null,
    disputed: outcome.disputedAt !== null,
    'low-review': review !== null && review.stars <= rule.lowStars,
    'not-delivered': lost && outcome.cancelledAt === null,
    cancelled: outcome.cancelledAt !== null,
  };
  if (rule.signs.some((sign) => holds[sign])) return 'owed';
  if (review) return 'not-owed';
  // Somebody wrote, and nothing says how it ended.
  const silent = outcome.wroteAt === null;
  return silent && deliveredAt !== null && settledBy(deliveredAt) ? 'not-owed' : 'undecided';
}
