import type { Evidence, GroundClaim } from './claim.ts';
import type { Claim, Assessment } from './suggestion.ts';
import { compare, isPositive } from './money.ts';
import { probabilityFrom } from './probability.ts';
import type { OrderFacts } from './order-facts.ts';
import type { Policy } from './policy.ts';
import { recommend } from './remedy/recommend.ts';
import { grounds, type GroundId } from './scenarios/registry.ts';
import type { Finding, Ground } from './scenarios/scenario.ts';
import { earliest, type Instant } from './time.ts';

/** DisputeStatus values after which the money is with the merchant again. */
const disputesThatNeverPaid = new Set(['WON', 'PREVENTED']);

/** True while a bank holds or has taken the money back: a refund now would pay twice. */
export function isDisputed(facts: OrderFacts): boolean {
  return facts.disputes.some((dispute) => !disputesThatNeverPaid.has(dispute.status));
}

/** Judges one order by every ground. Pure: the same facts, policy and instant always give the same answer. */
export function assess(facts: OrderFacts, policy: Policy, now: Instant): Assessment {
  if (isDisputed(facts)) {
    return { claims: [], recommendation: null, lookAgainAt: null, notJudged: [] };
  }
  const judged = grounds.flatMap((ground) => judge(ground, { facts, policy, now }));
  const claims = judged
    .flatMap(({ ground, scenario, finding }): Claim[] =>
      finding.finding === 'claim'
        ? [{ ...withEarlierRefunds(finding.claim, facts), ground, scenario }]
        : [],
    )
    .sort(byStrength);
  const strongest = claims[0];
  return {
    claims,
    recommendation: strongest
      ? recommend(strongest.stake.estimate, strongest.probability.value)
      : null,
    lookAgainAt: earliest(judged.map(({ finding }) => lookAgainOf(finding))),
    notJudged: judged.flatMap(({ ground, finding }) =>
      finding.finding === 'cannot-tell' ? [{ ground, missing: finding.missing }] : [],
    ),
  };
}

/** What already went back is said with every claim, and makes it less sure that more is owed. */
function withEarlierRefunds(claim: GroundClaim, facts: OrderFacts): GroundClaim {
  const { refunded, refundPending } = facts.payment;
  const earlier: Evidence[] = [];
  if (isPositive(refunded)) {
    const params = { amount: { kind: 'money', money: refunded } } as const;
    earlier.push({ code: 'partly-refunded', params, at: null });
  }
  if (isPositive(refundPending)) {
    const params = { amount: { kind: 'money', money: refundPending } } as const;
    earlier.push({ code: 'refund-pending', params, at: null });
  }
  if (earlier.length === 0) return claim;
  const { parts } = claim.probability;
  return {
    ...claim,
    evidence: [...claim.evidence, ...earlier],
    // It may have been all that was agreed: a restocking fee was kept, or the buyer took a part.
    probability: probabilityFrom([
      ...parts,
      { code: 'partly', weight: -0.25, basis: 'starting-value' },
    ]),
  };
}

interface Judged {
  readonly ground: GroundId;
  readonly scenario: Claim['scenario'];
  readonly finding: Finding;
}

/** `Id` ties a ground to its own settings; the union of grounds would mix them. */
function judge<Id extends GroundId>(
  ground: Ground<Id, Policy['grounds'][Id]>,
  look: { readonly facts: OrderFacts; readonly policy: Policy; readonly now: Instant },
): readonly Judged[] {
  const { facts, policy, now } = look;
  return ground
    .judge({ facts, settings: policy.grounds[ground.id], now })
    .map((finding) => ({ ground: ground.id, scenario: ground.scenario, finding }));
}

function lookAgainOf(finding: Finding): Instant | null {
  return 'lookAgainAt' in finding ? finding.lookAgainAt : null;
}

function byStrength(a: Claim, b: Claim): number {
  return b.probability.value - a.probability.value || compare(b.stake.estimate, a.stake.estimate);
}
