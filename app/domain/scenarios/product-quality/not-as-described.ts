import { fact, listOf } from '../../evidence.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import {
  isSome,
  photoEvidence,
  photosIn,
  tellingParts,
  wordEvidence,
} from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';
import { qualityDeadlines, wasShipped } from './quality-claim.ts';

/** Another thing than was ordered, or one that does not do what it should. Window and final sale do not matter here. */
export const notAsDescribed = defineGround({
  id: 'not-as-described',
  scenario: 'product-quality',
  settings: {},
  judge(look) {
    if (!wasShipped(look)) return [];
    const { order } = look.facts;
    const tellings = tellingsOf(look, {
      problems: ['not-as-described'],
      intents: ['not-as-described'],
      returnReasons: ['NOT_AS_DESCRIBED', 'WRONG_ITEM', 'DEFECTIVE'],
    });
    if (!isSome(tellings)) return [];
    const [first] = tellings;
    const defective = order.returns.some(({ lines }) =>
      lines.some(({ reason }) => reason?.toUpperCase() === 'DEFECTIVE'),
    );
    const [base, ...rest] = tellingParts(tellings, 0.7);
    return claimOf({
      parts: listOf(base, ...rest),
      evidence: listOf(
        fact('told-not-as-described', { source: first.source }, first.at),
        wordEvidence(tellings),
        defective && fact('told-defective'),
        photoEvidence(tellings),
      ),
      // What does not work came so from its maker; what is another thing was picked or described wrongly.
      responsibility: defective
        ? { party: 'supplier', because: ['told-defective'] }
        : { party: 'seller', because: ['told-not-as-described'] },
      stake: stakeOfLines(order, linesAtStake(order, tellings), { shipping: true }),
      deadlines: qualityDeadlines(look, first.at),
      remedies: ['refund-on-return', 'refund-keep-item', 'partial-refund', 'reship'],
      ask: photosIn(tellings) === 0 ? 'buyer' : null,
    });
  },
});
