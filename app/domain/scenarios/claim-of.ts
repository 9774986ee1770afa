import type { GroundClaim, NonEmpty, ProbabilityPart } from '../claim.ts';
import { isPositive } from '../money.ts';
import { probabilityFrom } from '../probability.ts';
import type { Finding } from './scenario.ts';

export interface ClaimParts extends Omit<GroundClaim, 'probability' | 'fulfillmentId'> {
  readonly fulfillmentId?: GroundClaim['fulfillmentId'];
  readonly parts: NonEmpty<ProbabilityPart>;
}

/** The claim, when there is money in it; nothing is owed of an order that was paid back already. */
export function claimOf({ parts, fulfillmentId = null, ...claim }: ClaimParts): readonly Finding[] {
  if (!isPositive(claim.stake.estimate)) return [];
  return [
    {
      finding: 'claim',
      claim: { ...claim, fulfillmentId, probability: probabilityFrom(parts) },
    },
  ];
}

/** A claim without money in it: it says why the buyer is not owed, or asks for something else than money. */
export function claimWithoutMoney({
  parts,
  fulfillmentId = null,
  ...claim
}: ClaimParts): readonly Finding[] {
  return [
    {
      finding: 'claim',
      claim: { ...claim, fulfillmentId, probability: probabilityFrom(parts) },
    },
  ];
}

export function cannotTell(missing: string): readonly Finding[] {
  return [{ finding: 'cannot-tell', missing }];
}
