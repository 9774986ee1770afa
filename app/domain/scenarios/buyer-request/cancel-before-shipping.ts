import { fact, listOf, part } from '../../evidence.ts';
import { isOnlyAuthorised } from '../../remedy/refund-path.ts';
import { stakeOfLines, stakeOfUnshipped, unshippedLinesOf } from '../../remedy/stake.ts';
import { isSome, wordEvidence } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { claimOf, claimWithoutMoney } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';

/** The buyer asked to cancel while the goods were still here. */
export const cancelBeforeShipping = defineGround({
  id: 'cancel-before-shipping',
  scenario: 'buyer-request',
  settings: {},
  judge(look) {
    const { order } = look.facts;
    if (order.cancelledAt) return [];
    const tellings = tellingsOf(look, { problems: [], intents: ['cancel'], returnReasons: [] });
    const early = tellingsOf(look, {
      problems: ['changed-mind'],
      intents: ['changed-mind'],
      returnReasons: [],
    });
    const unshipped = unshippedLinesOf(order);
    const asked = [
      ...tellings,
      ...(unshipped.length > 0 && look.parcels.length === 0 ? early : []),
    ];
    if (!isSome(asked)) return [];
    const [{ source, at, confidence }] = asked;
    const units = unshipped.reduce((sum, line) => sum + line.unfulfilledQuantity, 0);
    if (unshipped.length > 0) {
      const held = isOnlyAuthorised(order);
      const claim = held ? claimWithoutMoney : claimOf;
      return claim({
        parts: listOf(
          part('base', 0.99, 'starting-value'),
          confidence < 1 && part('text-only', (confidence - 1) * 0.5, 'text-reading'),
        ),
        evidence: listOf(
          fact('asked-to-cancel', { source }, at),
          wordEvidence(asked),
          look.parcels.length > 0
            ? fact('partly-shipped', { units, shipped: look.parcels.length })
            : fact('nothing-shipped', { units }),
          held && fact('only-authorised'),
        ),
        responsibility: { party: 'buyer', because: ['asked-to-cancel'] },
        stake: stakeOfUnshipped(order),
        deadlines: [],
        remedies: ['cancel-and-refund'],
        ask: null,
      });
    }
    const after = look.parcels.filter(({ parcel }) => parcel.createdAt > at);
    const [first] = after;
    // What had left before was asked too late: that is a changed mind.
    if (!first) return [];
    return claimOf({
      parts: [part('base', 0.7, 'starting-value')],
      evidence: listOf(
        fact('asked-to-cancel', { source }, at),
        wordEvidence(asked),
        fact('shipped-after-request', {}, first.parcel.createdAt),
      ),
      responsibility: { party: 'seller', because: ['shipped-after-request'] },
      stake: stakeOfLines(
        order,
        after.flatMap(({ parcel }) => parcel.lines),
        { shipping: true },
      ),
      deadlines: [],
      remedies: ['refund-on-return', 'refund'],
      ask: null,
    });
  },
});
