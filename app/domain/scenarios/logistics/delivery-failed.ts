import { fact, listOf, part } from '../../evidence.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import { days } from '../../policy/setting.ts';
import { growing } from '../../probability.ts';
import type { ScanKind } from '../../scans/scan-meaning.ts';
import { addDays, type Instant } from '../../time.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel, lostBySilenceAt, stateOf } from './parcel-claim.ts';

interface DeliveryFailedSettings {
  readonly retryDays: number;
}

const failures: ReadonlySet<ScanKind> = new Set([
  'attempt-failed',
  'refused',
  'address-problem',
  'problem',
]);

/** The carrier could not hand it over, and nothing followed. */
export const deliveryFailed = defineGround({
  id: 'delivery-failed',
  scenario: 'logistics',
  settings: {
    /** Days in which the carrier usually tries again; a second failure or a refusal counts at once. */
    retryDays: days(3, 60),
  },
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => (view.deliveredAt ? [] : judgeParcel(look, view)));
  },
});

function judgeParcel(look: Look<DeliveryFailedSettings>, view: ParcelView): readonly Finding[] {
  const { clock, settings } = look;
  const state = stateOf(view);
  if (!state || !failures.has(state.meaning.kind)) return [];
  const attempts = view.scans.filter(({ meaning }) => meaning.kind === 'attempt-failed').length;
  const final = state.meaning.kind === 'refused' || attempts > 1;
  const failedAt = state.scan.happenedAt;
  const from: Instant = final ? failedAt : addDays(failedAt, settings.retryDays);
  if (!clock.hasPassed(from)) return [];
  // A problem without a name is silence after a while, and lost after a long one.
  if (state.meaning.kind === 'problem' && clock.hasPassed(lostBySilenceAt(view))) return [];
  const over = clock.daysSince(from, 15);
  const party = state.meaning.party ?? 'carrier';
  return claimOfParcel(look, view, {
    parts: listOf(
      part('base', 0.5, 'starting-value'),
      part('days-over', growing(over, 0.02, 0.3), 'starting-value'),
      attempts > 1 ? part('tried-again', 0.1, 'starting-value') : null,
      party === 'buyer' ? part('buyers-doing', -0.1, 'starting-value') : null,
    ),
    evidence: listOf(
      scanEvidence('delivery-failed', state),
      attempts > 1 ? fact('attempts', { attempts }) : null,
    ),
    responsibility: { party, because: ['delivery-failed', 'delivery-failed-inferred'] },
    remedies:
      state.meaning.kind === 'refused'
        ? ['refund-on-return', 'refund']
        : ['refund', 'reship', 'refund-on-return'],
    // Whose address or absence it is knows best how it can still arrive.
    ask: party === 'buyer' ? 'buyer' : 'carrier',
  });
}
