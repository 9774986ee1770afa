import { elapsed, fact, listOf, part } from '../../evidence.ts';
import { returnDeadline } from '../../law/deadlines.ts';
import { disputeWindow } from '../../law/dispute-window.ts';
import type { ReturnFacts } from '../../order-facts.ts';
import { growing } from '../../probability.ts';
import { addDays } from '../../time.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { isFaulty, requestEvidence, stakeOfReturn } from './return-verdict.ts';
import { backAtOf, isAgreed } from './way-back.ts';

/** The goods are back, the money is not. */
export const returnReceived = defineGround({
  id: 'return-received',
  scenario: 'return-policy',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt) return [];
    return order.returns.filter(isAgreed).flatMap((request) => judgeReturn(look, request));
  },
});

function judgeReturn(look: Look<unknown>, request: ReturnFacts): readonly Finding[] {
  const { facts, policy, clock, calendar } = look;
  const { order } = facts;
  const { paidAt } = order.payment;
  const backAt = backAtOf(request, clock);
  if (!backAt) return [];
  const deadline = returnDeadline(
    order.destinationCountry,
    { requestedAt: request.requestedAt, receivedAt: backAt },
    calendar,
  );
  const own = addDays(backAt, policy.returns.refundWithinDays);
  // The merchant's own time, unless the law's is shorter.
  const from = deadline && deadline.at < own ? deadline.at : own;
  if (!clock.hasPassed(from)) return [];
  const over = clock.daysSince(from, 10);
  const { stake, fee } = stakeOfReturn(look, request, {
    eligible: true,
    by: isFaulty(request) ? 'fault' : 'policy',
  });
  return claimOf({
    parts: listOf(
      part('base', 0.93, 'shopify-record'),
      part('days-over', growing(over, 0.005, 0.05), 'starting-value'),
    ),
    evidence: listOf(
      fact('goods-back', { days: elapsed(backAt) }, backAt),
      ...requestEvidence(request, fee),
    ),
    responsibility: { party: 'seller', because: ['goods-back'] },
    stake,
    deadlines: [
      deadline,
      ...disputeWindow('credit-not-processed', { paidAt, returnedAt: backAt }),
    ].filter((one) => one !== null),
    remedies: ['refund'],
    ask: null,
  });
}
