import type { Evidence, ProbabilityPart } from '../../claim.ts';
import { fact, listOf, part } from '../../evidence.ts';
import { rightsOf } from '../../law/rights.ts';
import { isListed, skuOf } from '../../policy/sku-list.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import { isSome, wordEvidence } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { addDays, latest, type Instant } from '../../time.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';

/** The goods are as they should be, and not wanted any more. A Return at Shopify is the return policy's business. */
export const changedMind = defineGround({
  id: 'changed-mind',
  scenario: 'buyer-request',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    const { returns } = look.policy;
    if (order.cancelledAt || order.returns.length > 0 || look.parcels.length === 0) return [];
    const tellings = tellingsOf(look, {
      problems: ['changed-mind'],
      intents: ['changed-mind', 'return-or-exchange', 'cancel'],
      returnReasons: [],
    });
    if (!isSome(tellings)) return [];
    const [{ source, at, confidence }] = tellings;
    const lines = linesAtStake(order, tellings).filter(
      ({ lineItemId }) => !isListed(skuOf(order, lineItemId), returns.hygieneSkus),
    );
    const final = lines.some(({ lineItemId }) =>
      isListed(skuOf(order, lineItemId), returns.finalSaleSkus),
    );
    const deliveredAt = latest(look.parcels.map((view) => view.deliveredAt));
    const withdrawal = rightsOf(order.destinationCountry)?.withdrawal ?? null;
    const byLaw =
      withdrawal !== null && (!deliveredAt || at < addDays(deliveredAt, withdrawal.days));
    const standing = standingOf({ at, deliveredAt, byLaw, final, windowDays: returns.windowDays });
    const credit = returns.changedMindRemedy === 'store-credit' && !byLaw;
    return claimOf({
      parts: listOf(
        ...standing.parts,
        confidence < 1 && part('text-only', (confidence - 1) * 0.5, 'text-reading'),
      ),
      evidence: listOf(
        fact('told-changed-mind', { source }, at),
        wordEvidence(tellings),
        ...standing.evidence,
      ),
      responsibility: { party: 'buyer', because: ['told-changed-mind'] },
      stake: stakeOfLines(order, lines, {
        shipping: byLaw && withdrawal.refundsOutboundShipping,
      }),
      deadlines: [],
      remedies: credit ? ['store-credit', 'refund-on-return'] : ['refund-on-return'],
      ask: null,
    });
  },
});

/** How well the wish stands: by law, by the shop's own window, or by kindness alone. */
function standingOf(known: {
  readonly at: Instant;
  readonly deliveredAt: Instant | null;
  readonly byLaw: boolean;
  readonly final: boolean;
  readonly windowDays: number;
}): {
  readonly parts: readonly [ProbabilityPart, ...ProbabilityPart[]];
  readonly evidence: readonly Evidence[];
} {
  const { at, deliveredAt, byLaw, final, windowDays } = known;
  if (byLaw)
    return {
      parts: [part('base', 0.92, 'law')],
      evidence: [fact('withdrawal-right', {}, deliveredAt)],
    };
  const closesAt = deliveredAt && addDays(deliveredAt, windowDays);
  if (final) return { parts: [part('base', 0.1, 'policy')], evidence: [fact('final-sale')] };
  if (closesAt && at >= closesAt) {
    return {
      parts: [part('base', 0.1, 'policy')],
      evidence: [fact('window-closed', { days: windowDays }, closesAt)],
    };
  }
  return {
    parts: [part('base', 0.85, 'policy')],
    evidence: [fact('window-open', { days: windowDays }, closesAt)],
  };
}
