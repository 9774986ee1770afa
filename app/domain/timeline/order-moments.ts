import type { RefundAttempt } from '../refund-attempt.ts';
import { money } from '../evidence.ts';
import type { OrderFacts, ParcelFacts } from '../order-facts.ts';
import type { ReturnPolicy } from '../policy/sections.ts';
import { addDays, latest, type Instant } from '../time.ts';
import { moment, type TimelineEntry } from './timeline-entry.ts';

/** When it was ordered, paid, promised, sent, called off. */
export function orderMoments(order: OrderFacts): readonly TimelineEntry[] {
  const { createdAt, cancelledAt, payment, dispatches } = order;
  const promises = each(dispatches.map(({ promisedBy }) => promisedBy));
  const shipBys = each(dispatches.map(({ fulfillBy }) => fulfillBy));
  return [
    moment('ordered', createdAt, { kind: 'order', params: { amount: money(payment.total) } }),
    ...each([payment.paidAt]).map((at) =>
      moment('paid', at, { kind: 'order', params: { amount: money(payment.received) } }),
    ),
    ...shipBys.map((at) => moment('ship-by', at, { kind: 'order' })),
    ...promises.map((at) => moment('promised-by', at, { kind: 'order' })),
    ...order.parcels.filter(({ status }) => status !== 'CANCELLED').flatMap(parcelMoments),
    ...each([cancelledAt]).map((at) => moment('cancelled', at, { kind: 'order' })),
  ];
}

function parcelMoments(parcel: ParcelFacts): readonly TimelineEntry[] {
  const { name, carrier, trackingNumbers, createdAt, estimatedDeliveryAt } = parcel;
  const tracking = [carrier, ...trackingNumbers].filter(Boolean).join(' ');
  const made = { kind: 'order', params: { parcel: name, name: tracking } } as const;
  return [
    moment('parcel-made', createdAt, made),
    ...each([estimatedDeliveryAt]).map((at) =>
      moment('estimated', at, { kind: 'order', params: { parcel: name } }),
    ),
  ];
}

/** The last day on which goods may go back by the merchant's own policy; none while they are not there. */
export function policyMoments(
  deliveredAt: readonly (Instant | null)[],
  { windowDays }: ReturnPolicy,
): readonly TimelineEntry[] {
  const last = latest(deliveredAt);
  if (!last || deliveredAt.includes(null)) return [];
  const ends = addDays(last, windowDays);
  return [moment('return-window-ends', ends, { kind: 'policy', params: { days: windowDays } })];
}

/** An inquiry or a chargeback of the buyer's bank, where it is known since when. */
export function disputeMoments({ disputes }: OrderFacts): readonly TimelineEntry[] {
  return disputes.flatMap(({ initiatedAs, reason, openedAt }) => {
    if (!openedAt) return [];
    const about = {
      kind: 'dispute',
      params: { dispute: reason?.toUpperCase() ?? 'GENERAL' },
    } as const;
    return initiatedAs.toUpperCase() === 'INQUIRY'
      ? moment('inquiry-opened', openedAt, about)
      : moment('chargeback-opened', openedAt, about);
  });
}

/** Every refund on the order's record, ours told apart from those that were made elsewhere. */
export function refundMoments(
  { refunds }: OrderFacts,
  attempts: readonly Pick<RefundAttempt, 'refundId'>[],
): readonly TimelineEntry[] {
  const ours = new Set(attempts.map(({ refundId }) => refundId));
  return refunds.flatMap(({ refundId, createdAt, amount, transactions }) => {
    if (!createdAt) return [];
    const hasFailed = transactions.some(({ status }) => ['FAILURE', 'ERROR'].includes(status));
    const about = { kind: 'refund', params: { amount: money(amount) } } as const;
    if (hasFailed) return moment('refund-failed', createdAt, about);
    return ours.has(refundId)
      ? moment('refunded-here', createdAt, about)
      : moment('refunded-elsewhere', createdAt, about);
  });
}

/** Those that are known, each once. */
function each(instants: readonly (Instant | null)[]): readonly Instant[] {
  return [...new Set(instants)].filter((at) => at !== null);
}
