import { compare } from './money.ts';
import type { Claim } from './suggestion.ts';

/**
 * Whether a merchant who decided on the one would decide the same on the other. Days that pass count
 * only once they move the probability by five points.
 */
export function isSameVerdict(a: Claim, b: Claim): boolean {
  return (
    a.ground === b.ground &&
    a.fulfillmentId === b.fulfillmentId &&
    a.stake.estimate.currencyCode === b.stake.estimate.currencyCode &&
    compare(a.stake.estimate, b.stake.estimate) === 0 &&
    Math.abs(a.probability.value - b.probability.value) < 0.05 &&
    codesOf(a) === codesOf(b)
  );
}

/** Evidence that the buyer is owed less, or less surely: no reason to bring a decided claim back. */
const speaksForLess = new Set([
  'partly-refunded',
  'refund-pending',
  'still-moving',
  'scans-contradict',
  'scan-in-future',
  'scan-before-parcel',
  'told-late',
]);

/** Whether a claim rests on something that a decided one did not: another ground, parcel, fact or more money. */
export function hasNewEvidence(decided: Claim, claim: Claim): boolean {
  if (decided.ground !== claim.ground || decided.fulfillmentId !== claim.fulfillmentId) return true;
  const known = new Set(decided.evidence.map(({ code }) => code));
  if (claim.evidence.some(({ code }) => !known.has(code) && !speaksForLess.has(code))) return true;
  return (
    decided.stake.estimate.currencyCode === claim.stake.estimate.currencyCode &&
    compare(claim.stake.estimate, decided.stake.estimate) > 0
  );
}

function codesOf(claim: Claim): string {
  return claim.evidence.map(({ code }) => code).join(' ');
}
