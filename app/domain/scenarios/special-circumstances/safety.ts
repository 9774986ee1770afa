import { fact, listOf, part } from '../../evidence.ts';
import { count } from '../../policy/setting.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import { isSome, photoEvidence, tellingParts, wordEvidence } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';

interface SafetySettings {
  readonly recallFromBuyers: number;
}

/** The goods hurt, or may hurt: allergy, injury, recall. Dangerous goods are not sent back. */
export const safety = defineGround({
  id: 'safety',
  scenario: 'special-circumstances',
  settings: {
    /** Different buyers of one product who report danger, from which on all its buyers are warned and paid. */
    recallFromBuyers: count(2, 100),
  },
  judge(look) {
    if (look.facts.order.cancelledAt || look.parcels.length === 0) return [];
    const tellings = tellingsOf(look, {
      problems: ['safety'],
      intents: ['safety'],
      returnReasons: [],
    });
    if (!isSome(tellings)) return claimByRecall(look);
    const { order } = look.facts;
    const [{ source, at }] = tellings;
    const [base, ...rest] = tellingParts(tellings, 0.85);
    return claimOf({
      parts: listOf(base, ...rest),
      evidence: listOf(
        fact('told-safety', { source }, at),
        wordEvidence(tellings),
        photoEvidence(tellings),
      ),
      responsibility: { party: 'seller', because: ['told-safety'] },
      stake: stakeOfLines(order, linesAtStake(order, tellings), { shipping: true }),
      deadlines: [],
      remedies: ['refund-keep-item', 'refund-on-return'],
      ask: 'buyer',
    });
  },
});

/** Others were hurt by the same product: Regulation (EU) 2023/988, Art. 35 to 37, wants every buyer told and offered a remedy. */
function claimByRecall({ facts, settings, clock }: Look<SafetySettings>): readonly Finding[] {
  const { order, clusters } = facts;
  return clusters.flatMap(({ problem, sku, buyers, lastAt }) => {
    const lines = order.lines.filter((line) => line.sku === sku);
    const dangerous = problem === 'safety' && buyers >= settings.recallFromBuyers;
    if (!dangerous || lines.length === 0 || !clock.hasPassed(lastAt)) return [];
    return claimOf({
      parts: [part('base', 0.8, 'law')],
      evidence: [fact('others-in-danger', { buyers, sku }, lastAt)],
      responsibility: { party: 'supplier', because: ['others-in-danger'] },
      stake: stakeOfLines(
        order,
        lines.map(({ lineItemId, quantity }) => ({ lineItemId, quantity })),
        { shipping: true },
      ),
      deadlines: [],
      remedies: ['refund-keep-item', 'refund-on-return'],
      ask: 'buyer',
    });
  });
}
