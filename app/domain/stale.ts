import { isDisputed } from './assess.ts';
import type { Evidence, NonEmpty } from './claim.ts';
import { add, compare, isPositive, subtract, type Money } from './money.ts';
import type { OrderFacts, ParcelFacts } from './order-facts.ts';
import { deliveredAtOf } from './parcel.ts';
import type { Assessment, Claim, WithdrawnReason } from './suggestion.ts';

/** What was true when the claim was shown, against what is true now. */
export interface Comparison {
  readonly claim: Claim;
  readonly before: OrderFacts;
  readonly now: OrderFacts;
  readonly assessment: Assessment;
}

/** The claim of the assessment that is about the same thing; null when it is no longer made. */
function sameClaimIn(assessment: Assessment, claim: Claim): Claim | null {
  return (
    assessment.claims.find(
      (other) => other.ground === claim.ground && other.fulfillmentId === claim.fulfillmentId,
    ) ?? null
  );
}

/** Why a claim no longer holds, as `change.*` evidence; null while it stands. Nothing is paid on a stale claim. */
export function staleness(comparison: Comparison): NonEmpty<Evidence> | null {
  const { claim, before, now, assessment } = comparison;
  const changes = changesBetween(claim, before, now);
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
export function withdrawnReason(
  claim: Claim,
  before: OrderFacts,
  now: OrderFacts,
): WithdrawnReason {
  const [first] = changesBetween(claim, before, now);
  if (first) return reasons[first.code] ?? 'no-longer-true';
  const moving = claim.ground === 'silent-parcel' || claim.ground === 'late-arrival';
  return moving ? 'moving-again' : 'no-longer-true';
}

const reasons: Readonly<Record<string, WithdrawnReason>> = {
  'change.disputed': 'disputed',
  'change.refunded-elsewhere': 'refunded-elsewhere',
  'change.delivered-meanwhile': 'delivered',
  'change.shipped-meanwhile': 'shipped',
  'change.cancelled-meanwhile': 'cancelled',
};

function changesBetween(claim: Claim, before: OrderFacts, now: OrderFacts): Evidence[] {
  const changes: Evidence[] = [];
  if (isDisputed(now) && !isDisputed(before)) changes.push(change('disputed'));
  const given = subtract(givenBackIn(now), givenBackIn(before));
  if (isPositive(given)) changes.push(change('refunded-elsewhere', { amount: money(given) }));
  const parcelBefore = parcelOf(claim, before);
  const parcelNow = parcelOf(claim, now);
  if (parcelNow && deliveredAtOf(parcelNow) && !(parcelBefore && deliveredAtOf(parcelBefore))) {
    changes.push({ ...change('delivered-meanwhile'), at: deliveredAtOf(parcelNow) });
  }
  const waiting = unitsWaiting(now) < unitsWaiting(before);
  if (claim.ground === 'late-dispatch' && waiting) changes.push(change('shipped-meanwhile'));
  if (now.cancelledAt && !before.cancelledAt) {
    changes.push({ ...change('cancelled-meanwhile'), at: now.cancelledAt });
  }
  return changes;
}

/** What went back so far, pending refunds included. */
export function givenBackIn(facts: OrderFacts): Money {
  return add(facts.payment.refunded, facts.payment.refundPending);
}

function unitsWaiting(facts: OrderFacts): number {
  return facts.lines.reduce((units, line) => units + line.unfulfilledQuantity, 0);
}

function parcelOf(claim: Claim, facts: OrderFacts): ParcelFacts | null {
  return facts.parcels.find((parcel) => parcel.fulfillmentId === claim.fulfillmentId) ?? null;
}

function change(name: string, params: Evidence['params'] = {}): Evidence {
  return { code: `change.${name}`, params, at: null };
}

function money(amount: Money) {
  return { kind: 'money', money: amount } as const;
}
