import { elapsed, fact, listOf, part } from '../../evidence.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';
import { isFaulty, requestEvidence, stakeOfReturn } from './return-verdict.ts';
import { backAtOf, handedBackAtOf, isAgreed } from './way-back.ts';

/** A carrier has the goods on their way back; the policy pays at the first scan. */
export const returnMoving = defineGround({
  id: 'return-moving',
  scenario: 'return-policy',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt || !look.policy.returns.refundAtFirstScan) return [];
    return order.returns.filter(isAgreed).flatMap((request) => {
      const scannedAt = handedBackAtOf(request, look.clock);
      if (!scannedAt || backAtOf(request, look.clock)) return [];
      const by = isFaulty(request) ? 'fault' : 'policy';
      const { stake, fee } = stakeOfReturn(look, request, { eligible: true, by });
      return claimOf({
        parts: [part('base', 0.88, 'policy')],
        evidence: listOf(
          fact('return-scanned', { days: elapsed(scannedAt) }, scannedAt),
          ...requestEvidence(request, fee),
        ),
        responsibility: { party: 'buyer', because: ['return-requested'] },
        stake,
        deadlines: [],
        remedies: ['refund'],
        ask: null,
      });
    });
  },
});
