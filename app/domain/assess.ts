import { worldCalendar } from './calendar/world-calendar.ts';
import { careOf, noCare } from './care.ts';
import type { CaseFacts } from './case-facts.ts';
import type { GroundClaim } from './claim.ts';
import { clockAt } from './clock.ts';
import { corroborate } from './corroborate.ts';
import { fact, money, part } from './evidence.ts';
import { compare, isPositive } from './money.ts';
import type { OrderFacts } from './order-facts.ts';
import { viewParcels } from './parcels/parcel-view.ts';
import type { Policy } from './policy.ts';
import type { Settings, ValuesOf } from './policy/setting.ts';
import { probabilityFrom } from './probability.ts';
import { recommend } from './remedy/recommend.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import { grounds } from './scenarios/registry.ts';
import type { Finding, Ground, Look } from './scenarios/scenario.ts';
import type { Assessment, Claim } from './suggestion.ts';
import type { Instant } from './time.ts';

/** DisputeStatus values after which the money is with the merchant again. */
const disputesThatNeverPaid = new Set(['WON', 'PREVENTED']);

/** True while a bank holds or has taken the money back: a refund now could pay twice. */
export function isDisputed({ disputes }: OrderFacts): boolean {
  return disputes.some(({ status }) => !disputesThatNeverPaid.has(status.toUpperCase()));
}

/** Judges one order by every ground. Pure: the same facts, policy and instant always give the same answer. */
export function assess(facts: CaseFacts, policy: Policy, now: Instant): Assessment {
  const { order } = facts;
  const clock = clockAt(now);
  if (!clock.hasPassed(order.createdAt)) {
    const because = [fact('order-in-future', {}, order.createdAt)];
    return {
      claims: [],
      recommendation: null,
      care: { ...noCare, because },
      lookAgainAt: clock.nextChange(),
      notJudged: [],
    };
  }
  const parcels = viewParcels(facts, policy, { clock, calendar: worldCalendar });
  const look = { facts, policy, clock, calendar: worldCalendar, parcels };
  const disputed = isDisputed(order);
  const judged = grounds
    // The dispute is the case then: what else is owed is its evidence, not a second payment.
    .filter(({ id }) => !disputed || id === 'payment-inquiry')
    .flatMap((ground) => judge(ground, look, policy.grounds[ground.id]));
  const [strongest, ...others] = judged
    .flatMap(({ ground, scenario, finding }): Claim[] =>
      finding.finding === 'claim'
        ? [{ ...withWhatGoesForAll(finding.claim, order), ground, scenario }]
        : [],
    )
    .sort(byStrength);
  const notJudged = judged.flatMap(({ ground, finding }) =>
    finding.finding === 'cannot-tell' ? [{ ground, missing: finding.missing }] : [],
  );
  if (!strongest) {
    const lookAgainAt = clock.nextChange();
    return { claims: [], recommendation: null, care: noCare, lookAgainAt, notJudged };
  }
  const claim = corroborate(strongest, others);
  const recommendation = recommend({ claim, order, policy, clock });
  const care = careOf({ claim, recommendation, facts, policy, clock });
  return {
    claims: [claim, ...others],
    recommendation,
    care,
    lookAgainAt: clock.nextChange(),
    notJudged,
  };
}

interface Judged {
  readonly ground: GroundId;
  readonly scenario: Claim['scenario'];
  readonly finding: Finding;
}

function judge<Specs extends Settings>(
  ground: Ground<GroundId, Specs>,
  look: Omit<Look<unknown>, 'settings'>,
  settings: ValuesOf<Specs>,
): readonly Judged[] {
  return ground
    .judge({ ...look, settings })
    .map((finding) => ({ ground: ground.id, scenario: ground.scenario, finding }));
}

/** What already went back is said with every claim, and makes it less sure that more is owed. */
function withWhatGoesForAll(claim: GroundClaim, { payment, test }: OrderFacts): GroundClaim {
  const { refunded, refundPending } = payment;
  const earlier = [
    ...(isPositive(refunded) ? [fact('partly-refunded', { amount: money(refunded) })] : []),
    ...(isPositive(refundPending)
      ? [fact('refund-pending', { amount: money(refundPending) })]
      : []),
  ];
  const evidence = [...earlier, ...(test ? [fact('test-order')] : [])];
  if (evidence.length === 0) return claim;
  const { parts } = claim.probability;
  const [heart, ...rest] = claim.evidence;
  return {
    ...claim,
    evidence: [heart, ...rest, ...evidence],
    probability:
      earlier.length === 0
        ? claim.probability
        : // It may have been all that was agreed: a restocking fee was kept, or the buyer took a part.
          probabilityFrom([...parts, part('partly', -0.25, 'starting-value')]),
  };
}

function byStrength(a: Claim, b: Claim): number {
  return b.probability.value - a.probability.value || compare(b.stake.estimate, a.stake.estimate);
}
