import { fact, listOf, part } from '../../evidence.ts';
import { rightsOf } from '../../law/rights.ts';
import { isListed, skuOf } from '../../policy/sku-list.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import { isSome } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';

/** Sealed goods that may not go back once opened: nothing is owed for a changed mind, unless the seal is intact or they are faulty. */
export const hygieneException = defineGround({
  id: 'hygiene-exception',
  scenario: 'special-circumstances',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt || look.parcels.length === 0) return [];
    const faulty = tellingsOf(look, {
      problems: ['damaged', 'not-as-described', 'safety'],
      intents: ['damaged', 'not-as-described', 'safety'],
      returnReasons: ['DEFECTIVE', 'NOT_AS_DESCRIBED', 'WRONG_ITEM'],
    });
    const wanted = tellingsOf(look, {
      problems: ['changed-mind'],
      intents: ['changed-mind', 'return-or-exchange'],
      returnReasons: [
        'UNWANTED',
        'SIZE_TOO_SMALL',
        'SIZE_TOO_LARGE',
        'COLOR',
        'STYLE',
        'OTHER',
        'UNKNOWN',
      ],
    });
    if (faulty.length > 0 || !isSome(wanted)) return [];
    const sealed = linesAtStake(order, wanted).filter(({ lineItemId }) =>
      isListed(skuOf(order, lineItemId), look.policy.returns.hygieneSkus),
    );
    const [{ source, at }] = wanted;
    const rights = rightsOf(order.destinationCountry);
    return claimOf({
      parts: listOf(
        part('base', 0.15, 'starting-value'),
        rights?.withdrawal?.hygieneException && part('by-law', -0.05, 'law'),
      ),
      evidence: [fact('sealed-goods', { source }, at)],
      responsibility: { party: 'buyer', because: ['sealed-goods'] },
      stake: stakeOfLines(order, sealed, { shipping: false }),
      deadlines: [],
      remedies: ['refund-on-return'],
      ask: 'buyer',
    });
  },
});
