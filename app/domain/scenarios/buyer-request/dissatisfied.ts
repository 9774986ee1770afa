import { fact, listOf, part } from '../../evidence.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import { isSome, wordEvidence } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';

/** The buyer is unhappy and does not say with what: a talk first, a gesture at most. */
export const dissatisfied = defineGround({
  id: 'dissatisfied',
  scenario: 'buyer-request',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt || look.parcels.length === 0) return [];
    const tellings = tellingsOf(look, {
      problems: ['other'],
      intents: ['dissatisfied'],
      returnReasons: [],
    });
    if (!isSome(tellings)) return [];
    const [{ source, at, confidence }] = tellings;
    return claimOf({
      parts: listOf(
        part('base', 0.35, 'starting-value'),
        confidence < 1 && part('text-only', (confidence - 1) * 0.5, 'text-reading'),
        tellings.length > 1 && part('told-again', 0.05, 'starting-value'),
      ),
      evidence: listOf(fact('told-dissatisfied', { source }, at), wordEvidence(tellings)),
      responsibility: { party: 'unknown', because: ['told-dissatisfied'] },
      stake: stakeOfLines(order, linesAtStake(order, tellings), { shipping: false }),
      deadlines: [],
      remedies: ['partial-refund', 'refund-on-return'],
      ask: 'buyer',
    });
  },
});
