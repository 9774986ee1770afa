import type { Deadline } from '../claim.ts';
import { addDays, earliest, type Instant } from '../time.ts';

/** What the buyer's bank counts its days from. */
export interface Disputable {
  /** Null when nothing was paid: there is nothing to dispute then. */
  readonly paidAt: Instant | null;
  readonly promisedBy?: Instant | null;
  readonly deliveredAt?: Instant | null;
  readonly returnedAt?: Instant | null;
  readonly cancelledAt?: Instant | null;
}

/**
 * The first and the last day on which a bank takes a dispute; none where no such day is left. The card's network is not
 * known: the earliest of Visa's and Mastercard's, and the latest of both. Visa 13.1 takes "not received" once the promised
 * day has passed, or 15 days after the payment when none was promised (Mastercard 4853: 30); 13.3 and 13.7 fifteen days
 * after the goods went back or the order was cancelled. Visa's end 120 days after the payment, or after the day on which
 * the goods were or should have been there; Mastercard's 4853 for a credit also after that on which they went back. All
 * end 540 days after the payment.
 */
export function disputeWindow(
  ground: 'not-received' | 'not-as-described' | 'credit-not-processed',
  known: Disputable,
): readonly Deadline[] {
  const { paidAt } = known;
  if (!paidAt) return [];
  const first = firstDay(ground, { ...known, paidAt });
  const { promisedBy = null, deliveredAt = null, returnedAt = null, cancelledAt = null } = known;
  const last: Deadline = {
    kind: 'card-dispute-latest',
    at: sooner(
      addDays(lastOf(paidAt, promisedBy, deliveredAt, returnedAt, cancelledAt), 120),
      addDays(paidAt, 540),
    ),
    rule: 'bank-visa-120d',
  };
  return first.at < last.at ? [first, last] : [];
}

function firstDay(
  ground: Parameters<typeof disputeWindow>[0],
  {
    paidAt,
    promisedBy = null,
    deliveredAt = null,
    returnedAt = null,
    cancelledAt = null,
  }: Disputable & { readonly paidAt: Instant },
): Deadline {
  const kind = 'card-dispute-earliest';
  if (ground !== 'not-received') {
    const since = earliest([returnedAt, cancelledAt]) ?? deliveredAt ?? paidAt;
    return { kind, at: addDays(since, 15), rule: 'bank-visa-15d' };
  }
  return promisedBy
    ? { kind, at: promisedBy, rule: 'bank-visa-promise-passed' }
    : { kind, at: addDays(paidAt, 15), rule: 'bank-visa-15d' };
}

const sooner = (a: Instant, b: Instant) => (a < b ? a : b);

function lastOf(first: Instant, ...others: readonly (Instant | null)[]): Instant {
  return others.reduce<Instant>((last, at) => (at !== null && at > last ? at : last), first);
}
