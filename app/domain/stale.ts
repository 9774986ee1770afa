import { isDisputed } from './assess.ts';
import type { CaseFacts } from './case-facts.ts';
import type { Evidence, NonEmpty } from './claim.ts';
import { clockAt } from './clock.ts';
import { add, compare, isPositive, subtract, type Money } from './money.ts';
import type { OrderFacts } from './order-facts.ts';
import { deliveredAtOf, readScans } from './parcels/read-scans.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { Assessment, Claim, WithdrawnReason } from './suggestion.ts';
import type { Instant } from './time.ts';

/** What tells whether a claim still stands. */
export type Known = Pick<CaseFacts, 'order' | 'signals'>;

/** What was true when the claim was shown, against what is true now. */
export interface Comparison {
  readonly claim: Claim;
  readonly before: Known;
  readonly now: Known;
  /** The instant of `now`. */
  readonly at: Instant;
  readonly assessment: Assessment;
}

/** Steps of one story, the parcel that does not come: the next step is the same claim, only surer. */
const steps: ReadonlySet<GroundId> = new Set([
  'never-scanned',
  'silent-parcel',
  'late-arrival',
  'lost',
]);

/** The claim of the assessment that is about the same thing; null when it is no longer made. */
function sameClaimIn(assessment: Assessment, claim: Claim): Claim | null {
  const same = assessment.claims.filter((other) => other.fulfillmentId === claim.fulfillmentId);
  return (
    same.find(({ ground }) => ground === claim.ground) ??
    same.find(({ ground }) => steps.has(ground) && steps.has(claim.ground)) ??
    null
  );
}

/** Why a claim no longer holds, as `change.*` evidence; null while it stands. Nothing is paid on a stale claim. */
export function staleness(comparison: Comparison): NonEmpty<Evidence> | null {
  const { claim, assessment } = comparison;
  const changes = changesBetween(comparison).map(({ evidence }) => evidence);
  const standing = sameClaimIn(assessment, claim);
  if (!standing) {
    const [first, ...rest] = changes;
    return first ? [first, ...rest] : [change('no-longer-true')];
  }
  const amountNow = standing.stake.estimate;
  const amountBefore = claim.stake.estimate;
  if (compare(amountNow, amountBefore) !== 0) {
    changes.push(
      change('amount-changed', { before: money(amountBefore), after: money(amountNow) }),
    );
  }
  const [first, ...rest] = changes;
  return first ? [first, ...rest] : null;
}

/** The same reasons as a code, for a suggestion that goes away by itself. */
export function withdrawnReason(change: Omit<Comparison, 'assessment'>): WithdrawnReason {
  const [first] = changesBetween(change);
  if (first) return first.because;
  return steps.has(change.claim.ground) ? 'moving-again' : 'no-longer-true';
}

interface Change {
  readonly because: WithdrawnReason;
  readonly evidence: Evidence;
}

function changesBetween(comparison: Omit<Comparison, 'assessment'>): Change[] {
  const { claim } = comparison;
  const before = comparison.before.order;
  const now = comparison.now.order;
  const changes: Change[] = [];
  const note = (because: WithdrawnReason, evidence: Evidence) => {
    changes.push({ because, evidence });
  };
  if (isDisputed(now) && !isDisputed(before)) note('disputed', change('disputed'));
  const given = subtract(givenBackIn(now), givenBackIn(before));
  if (isPositive(given)) {
    note('refunded-elsewhere', change('refunded-elsewhere', { amount: money(given) }));
  }
  const deliveredAt = deliveryOf(claim, comparison.now, comparison.at);
  if (deliveredAt && !deliveryOf(claim, comparison.before, comparison.at)) {
    note('delivered', { ...change('delivered-meanwhile'), at: deliveredAt });
  }
  const waiting = unitsWaiting(now) < unitsWaiting(before);
  if (claim.ground === 'late-dispatch' && waiting) note('shipped', change('shipped-meanwhile'));
  if (now.cancelledAt && !before.cancelledAt) {
    note('cancelled', { ...change('cancelled-meanwhile'), at: now.cancelledAt });
  }
  return changes;
}

/** When the claim's parcel was delivered; null while it was not, and for claims about no parcel. */
function deliveryOf(claim: Claim, { order, signals }: Known, at: Instant): Instant | null {
  const parcel = order.parcels.find(({ fulfillmentId }) => fulfillmentId === claim.fulfillmentId);
  return parcel ? deliveredAtOf(readScans(parcel, signals, clockAt(at)).scans) : null;
}

/** What went back so far, pending refunds included. */
export function givenBackIn(facts: OrderFacts): Money {
  return add(facts.payment.refunded, facts.payment.refundPending);
}

function unitsWaiting(facts: OrderFacts): number {
  return facts.lines.reduce((units, line) => units + line.unfulfilledQuantity, 0);
}

function change(name: string, params: Evidence['params'] = {}): Evidence {
  return { code: `change.${name}`, params, at: null };
}

function money(amount: Money) {
  return { kind: 'money', money: amount } as const;
}
