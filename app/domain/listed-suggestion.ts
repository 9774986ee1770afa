import type { Evidence, NonEmpty } from './claim.ts';
import type { Suggestion } from './suggestion.ts';

/** How much evidence a row shows. */
export const evidenceListed = 3;

/** A suggestion with what a list shows of it: the reasons behind it, which are most of it, are on its own page. */
export function listedSuggestion(suggestion: Suggestion): Suggestion {
  const { claim, recommendation, care } = suggestion;
  const [best] = recommendation.options;
  const [surest] = claim.probability.parts;
  return {
    ...suggestion,
    claim: {
      ...claim,
      evidence: listedEvidence(claim.evidence),
      probability: { value: claim.probability.value, parts: [surest] },
      responsibility: { ...claim.responsibility, because: [] },
      stake: { ...claim.stake, lines: [] },
      deadlines: [],
    },
    recommendation: { options: [{ ...best, assumptions: [] }] },
    care: { ...care, because: [] },
  };
}

/** The strongest, and that no real money is in it, wherever that stands. */
function listedEvidence([first, ...others]: NonEmpty<Evidence>): NonEmpty<Evidence> {
  const shown = others.filter(
    ({ code }, index) => index + 1 < evidenceListed || code === 'test-order',
  );
  return [first, ...shown];
}
