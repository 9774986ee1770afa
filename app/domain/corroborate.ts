import { part } from './evidence.ts';
import { probabilityFrom } from './probability.ts';
import type { Claim } from './suggestion.ts';

/**
 * The claim, surer by what other claims about the same goods rest on, where that is another fact: a ground whose heart
 * is already evidence of this claim, or speaks of the same instant, counts nothing, so that no fact counts twice.
 */
export function corroborate(claim: Claim, others: readonly Claim[]): Claim {
  const independent = others.filter(
    (other) => isAboutTheSame(claim, other) && isNews(claim, other),
  );
  if (independent.length === 0) return claim;
  const doubt = independent.reduce(
    (left, other) => left * (1 - other.probability.value * 0.5),
    1 - claim.probability.value,
  );
  const gain = Math.round((1 - doubt - claim.probability.value) * 1000) / 1000;
  if (gain <= 0) return claim;
  const { parts } = claim.probability;
  return {
    ...claim,
    probability: probabilityFrom([...parts, part('other-grounds', gain, 'starting-value')]),
  };
}

function isAboutTheSame(claim: Claim, other: Claim): boolean {
  const sameParcel =
    claim.fulfillmentId === null ||
    other.fulfillmentId === null ||
    claim.fulfillmentId === other.fulfillmentId;
  return sameParcel && claim.remedies.length > 0 && other.remedies.length > 0;
}

function isNews(claim: Claim, other: Claim): boolean {
  const [heart] = other.evidence;
  return !claim.evidence.some(
    ({ code, at }) => code === heart.code || (at !== null && at === heart.at),
  );
}
