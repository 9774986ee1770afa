import { elapsed, fact, listOf, part } from '../../evidence.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel, explained, isIn, lostBySilenceAt, stateOf } from './parcel-claim.ts';

/** The carrier says that it is lost, or the hard limit passed in silence. */
export const lost = defineGround({
  id: 'lost',
  scenario: 'logistics',
  settings: {},
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => (view.deliveredAt ? [] : judgeParcel(look, view)));
  },
});

function judgeParcel(look: Look<unknown>, view: ParcelView): readonly Finding[] {
  const state = stateOf(view);
  if (state?.meaning.kind === 'lost') {
    return claimOfParcel(look, view, {
      parts: [part('base', 0.93, 'carrier-word')],
      evidence: [scanEvidence('carrier-says-lost', state)],
      responsibility: {
        party: 'carrier',
        because: ['carrier-says-lost', 'carrier-says-lost-inferred'],
      },
      // Asked and answered.
      ask: null,
    });
  }
  const lostAt = lostBySilenceAt(view);
  if (isIn(view, explained) || !look.clock.hasPassed(lostAt)) return [];
  const { lastSeen, limits } = view;
  const { createdAt, trackingNumbers } = view.parcel;
  // Without a number silence is no sign: nobody could have scanned it.
  if (!lastSeen && trackingNumbers.length === 0) return [];
  return claimOfParcel(look, view, {
    parts: [part('base', 0.85, 'field-practice')],
    evidence: listOf(
      fact('lost-by-silence', { days: elapsed(createdAt), limitDays: limits.lostDays }, lostAt),
      lastSeen && scanEvidence('last-scan', lastSeen),
      limits.evidence,
    ),
    responsibility: lastSeen
      ? { party: 'carrier', because: ['last-scan', 'last-scan-inferred'] }
      : { party: 'supplier', because: ['lost-by-silence'] },
  });
}
