import type { Evidence, RemedyKind, Responsibility } from '../../claim.ts';
import { listOf } from '../../evidence.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import { tellingParts } from '../../signals/telling-parts.ts';
import type { Telling } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import type { Finding, Look } from '../scenario.ts';

/** A claim that no law settles by itself: a person weighs it, and the category is all that is kept of the reason. */
export function gentleClaim(
  look: Look<unknown>,
  tellings: readonly [Telling, ...Telling[]],
  claim: {
    readonly base: number;
    readonly heart: Evidence;
    readonly responsibility: Responsibility;
    readonly remedies: readonly RemedyKind[];
  },
): readonly Finding[] {
  const { order } = look.facts;
  const [base, ...rest] = tellingParts(tellings, claim.base);
  const lines = linesAtStake(order, tellings);
  const shipped = lines.some(({ quantity }) => quantity > 0);
  const whole = order.lines.map(({ lineItemId, currentQuantity }) => ({
    lineItemId,
    quantity: currentQuantity,
  }));
  return claimOf({
    parts: listOf(base, ...rest),
    evidence: [claim.heart],
    responsibility: claim.responsibility,
    stake: stakeOfLines(order, shipped ? lines : whole, { shipping: !shipped }),
    deadlines: [],
    remedies: claim.remedies,
    ask: 'buyer',
  });
}
