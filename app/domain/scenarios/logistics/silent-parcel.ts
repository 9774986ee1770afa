import { listOf, part } from '../../evidence.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import { growing } from '../../probability.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { extraDaysOf, lanePatience } from './lane-patience.ts';
import { claimOfParcel, explained, isIn, lostBySilenceAt } from './parcel-claim.ts';

/** A carrier had the parcel, and then said nothing more. */
export const silentParcel = defineGround({
  id: 'silent-parcel',
  scenario: 'logistics',
  settings: {},
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => judgeParcel(look, view));
  },
});

function judgeParcel(look: Look<unknown>, view: ParcelView): readonly Finding[] {
  const { clock } = look;
  const { lastSeen, silentAt, limits } = view;
  if (view.deliveredAt || !lastSeen || !silentAt || isIn(view, explained)) return [];
  if (!clock.hasPassed(silentAt) || clock.hasPassed(lostBySilenceAt(view))) return [];
  const over = clock.daysSince(silentAt, 20);
  const since = lastSeen.scan.happenedAt;
  return claimOfParcel(look, view, {
    parts: [
      part('base', 0.6, 'field-practice'),
      part('days-over', growing(over, 0.01, 0.2), 'starting-value'),
    ],
    evidence: listOf(
      scanEvidence('last-scan', lastSeen),
      ...lanePatience(view, limits.silentDays, silentAt),
      extraDaysOf(since, limits.silentDays, silentAt),
    ),
    responsibility: { party: 'carrier', because: ['last-scan', 'last-scan-inferred'] },
  });
}
