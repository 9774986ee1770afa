import { elapsed, fact, listOf, part } from '../../evidence.ts';
import { lanePatience } from './lane-patience.ts';
import type { ParcelView } from '../../parcels/parcel-view.ts';
import { growing } from '../../probability.ts';
import { cannotTell } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel, lostBySilenceAt, toldNotReceived } from './parcel-claim.ts';

/** A label was made, and no carrier ever saw the parcel. */
export const neverScanned = defineGround({
  id: 'never-scanned',
  scenario: 'logistics',
  settings: {},
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => judgeParcel(look, view));
  },
});

function judgeParcel(look: Look<unknown>, view: ParcelView): readonly Finding[] {
  const { clock } = look;
  if (view.deliveredAt || view.lastSeen) return [];
  const numbered = view.parcel.trackingNumbers.length > 0;
  // Without a number nobody can scan it: only the buyer's word tells that it did not come.
  if (!numbered && toldNotReceived(look).length === 0) return cannotTell('tracking-number');
  if (!clock.hasPassed(view.neverScannedAt) || clock.hasPassed(lostBySilenceAt(view))) return [];
  const over = clock.daysSince(view.neverScannedAt, 15);
  const { createdAt } = view.parcel;
  return claimOfParcel(look, view, {
    parts: listOf(
      part('base', 0.5, 'field-practice'),
      part('days-over', growing(over, 0.02, 0.3), 'starting-value'),
    ),
    evidence: [
      fact('never-scanned', { days: elapsed(createdAt) }, createdAt),
      ...lanePatience(view, view.limits.neverScannedDays, view.neverScannedAt),
    ],
    // What was never handed over is with whoever should have: the supplier who made the label.
    responsibility: { party: 'supplier', because: ['never-scanned'] },
  });
}
