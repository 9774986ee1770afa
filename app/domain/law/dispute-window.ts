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
 * The first and the last day on which a bank takes a dispute. The card's network is not known: the earliest of Visa's and
 * Mastercard's, and the latest of both. Visa 13.1 takes "not received" once the promised day has passed, or 15 days after
 * the payment when none was promised (Mastercard 4853: 30); 13.3 and 13.7 fifteen days after the goods went back or the
 * order was cancelled. All end 120 days after the payment, or after the day on which the goods were or should have been there.
 */
export function disputeWindow(
  ground: 'not-received' | 'not-as-described' | 'credit-not-processed',
  {
    paidAt,
    promisedBy = null,
    deliveredAt = null,
    returnedAt = null,
    cancelledAt = null,
  }: Disputable,
): readonly Deadline[] {
  if (!paidAt) return [];
  const last: Deadline = {
    kind: 'card-dispute-latest',
    at: addDays(lastOf(paidAt, promisedBy, deliveredAt), 120),
    rule: 'bank-visa-120d',
  };
  if (ground === 'not-received' && promisedBy) {
    return [
      { kind: 'card-dispute-earliest', at: promisedBy, rule: 'bank-visa-promise-passed' },
      last,
    ];
  }
  const since =
    ground === 'not-received'
      ? paidAt
      : (earliest([returnedAt, cancelledAt]) ?? deliveredAt ?? paidAt);
  return [{ kind: 'card-dispute-earliest', at: addDays(since, 15), rule: 'bank-visa-15d' }, last];
}

function lastOf(first: Instant, ...others: readonly (Instant | null)[]): Instant {
  return others.reduce<Instant>((last, at) => (at !== null && at > last ? at : last), first);
}
