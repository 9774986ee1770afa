import type { Assessment, Care, Claim, Recommendation } from './suggestion.ts';

/** What a look puts before the merchant. */
export interface Verdict {
  readonly claim: Claim;
  readonly recommendation: Recommendation;
  readonly care: Care;
}

/** The suggestion that follows from an assessment; a claim that only says why nothing is owed suggests nothing. */
export function verdictOf({ claims, recommendation, care }: Assessment): Verdict | null {
  const [claim] = claims;
  return claim && recommendation && recommendation.options[0].kind !== 'none'
    ? { claim, recommendation, care }
    : null;
}
