import { listOf, part } from '../../evidence.ts';
import { stakeOfNothing } from '../../remedy/stake.ts';
import { claimWithoutMoney } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';
import { isRequested } from './eligible-return.ts';
import { requestEvidence, verdictOf } from './return-verdict.ts';

/** A return was asked for that neither the law nor the policy grants: says by which rule, and suggests nothing. */
export const notEligible = defineGround({
  id: 'not-eligible',
  scenario: 'return-policy',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt) return [];
    return order.returns
      .filter(({ status, requestedAt }) => isRequested(status) && look.clock.hasPassed(requestedAt))
      .flatMap((request) => {
        const { eligible, evidence } = verdictOf(look, request);
        if (eligible) return [];
        return claimWithoutMoney({
          parts: listOf(part('base', 0.05, 'policy')),
          evidence: requestEvidence(request, ...evidence),
          responsibility: { party: 'buyer', because: ['return-requested'] },
          stake: stakeOfNothing(order),
          deadlines: [],
          remedies: [],
          ask: null,
        });
      });
  },
});
