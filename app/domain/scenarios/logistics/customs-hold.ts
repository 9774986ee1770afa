import type { Party } from '../../claim.ts';
import { fact, listOf, part } from '../../evidence.ts';
import { isPositive } from '../../money.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import type { SeenScan } from '../../parcels/read-scans.ts';
import { days } from '../../policy/setting.ts';
import { growing } from '../../probability.ts';
import { addDays } from '../../time.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel, stateOf } from './parcel-claim.ts';

interface CustomsHoldSettings {
  readonly heldDays: number;
  readonly stuckDays: number;
}

/** Customs keep the parcel, or have it for longer than clearing takes. */
export const customsHold = defineGround({
  id: 'customs-hold',
  scenario: 'logistics',
  settings: {
    /** Days that customs may hold a parcel before the buyer is likely owed. */
    heldDays: days(7, 120),
    /** The same for a parcel that was only presented to customs. */
    stuckDays: days(14, 120),
  },
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => (view.deliveredAt ? [] : judgeParcel(look, view)));
  },
});

function judgeParcel(look: Look<CustomsHoldSettings>, view: ParcelView): readonly Finding[] {
  const { clock, settings } = look;
  const state = stateOf(view);
  const held = state?.meaning.kind === 'customs-held';
  if (!state || (!held && state.meaning.kind !== 'customs')) return [];
  const since = firstOfStay(view, state).scan.happenedAt;
  const forbidden = state.meaning.reason === 'customs_prohibited';
  const from = forbidden ? since : addDays(since, held ? settings.heldDays : settings.stuckDays);
  if (!clock.hasPassed(from)) return [];
  const over = clock.daysSince(from, 20);
  const party = partyOf(look, state);
  return claimOfParcel(look, view, {
    parts: listOf(
      part('base', 0.45, 'starting-value'),
      part('days-over', growing(over, 0.02, 0.4), 'starting-value'),
      forbidden ? part('forbidden', 0.4, 'carrier-word') : null,
      party === 'buyer' ? part('buyers-doing', -0.15, 'starting-value') : null,
    ),
    evidence: listOf(
      scanEvidence(held ? 'customs-hold' : 'customs-stuck', state),
      state.meaning.reason ? fact('scan-reason', { cause: state.meaning.reason }) : null,
      paidDuties(look) ? fact('duties-paid', {}) : null,
    ),
    responsibility: {
      party,
      because: [
        'customs-hold',
        'customs-hold-inferred',
        'customs-stuck',
        'customs-stuck-inferred',
        'scan-reason',
      ],
    },
  });
}

/** The hold began with the first of the scans in a row that tell of customs. */
function firstOfStay({ scans }: ParcelView, state: SeenScan): SeenScan {
  let first = state;
  for (const scan of scans.slice(0, scans.indexOf(state)).reverse()) {
    const { kind } = scan.meaning;
    if (kind === 'unknown') continue;
    if (kind !== 'customs' && kind !== 'customs-held') break;
    first = scan;
  }
  return first;
}

function paidDuties({ facts: { order } }: Look<unknown>): boolean {
  return order.lines.some(({ duties }) => isPositive(duties));
}

/** Unpaid duties are the seller's where the buyer paid them at checkout, else the buyer's to pay. */
function partyOf(look: Look<unknown>, { meaning }: SeenScan): Party {
  if (meaning.reason === 'customs_duties_unpaid') return paidDuties(look) ? 'seller' : 'buyer';
  return meaning.party ?? 'customs';
}
