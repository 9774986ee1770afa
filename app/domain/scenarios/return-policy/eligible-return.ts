import { listOf, part } from '../../evidence.ts';
import type { ReturnFacts } from '../../order-facts.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { requestEvidence, stakeOfReturn, verdictOf } from './return-verdict.ts';

/** A return was asked for, and the law or the shop's own policy grants it. */
export const eligibleReturn = defineGround({
  id: 'eligible-return',
  scenario: 'return-policy',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt) return [];
    return order.returns
      .filter(({ status, requestedAt }) => isRequested(status) && look.clock.hasPassed(requestedAt))
      .flatMap((request) => judgeRequest(look, request));
  },
});

export function isRequested(status: string): boolean {
  return status.toUpperCase() === 'REQUESTED';
}

function judgeRequest(look: Look<unknown>, request: ReturnFacts): readonly Finding[] {
  const verdict = verdictOf(look, request);
  if (!verdict.eligible) return [];
  const { returns } = look.policy;
  const { stake, fee } = stakeOfReturn(look, request, verdict);
  const credit = returns.changedMindRemedy === 'store-credit' && verdict.by === 'policy';
  return claimOf({
    parts: listOf(
      verdict.by === 'policy' ? part('base', 0.9, 'policy') : part('base', 0.94, 'law'),
    ),
    evidence: requestEvidence(request, ...verdict.evidence, fee),
    responsibility:
      verdict.by === 'fault'
        ? { party: 'seller', because: ['goods-faulty'] }
        : { party: 'buyer', because: ['return-requested'] },
    stake,
    // The money's own clocks run from the goods' return.
    deadlines: [],
    remedies: credit ? ['store-credit', 'refund-on-return'] : ['refund-on-return'],
    ask: null,
  });
}
