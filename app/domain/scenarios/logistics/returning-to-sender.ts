import type { Party } from '../../claim.ts';
import { listOf, part } from '../../evidence.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import type { SeenScan } from '../../parcels/read-scans.ts';
import type { ScanKind } from '../../scans/scan-meaning.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel, stateOf } from './parcel-claim.ts';

/** The parcel is on its way back, or back. */
export const returningToSender = defineGround({
  id: 'returning-to-sender',
  scenario: 'logistics',
  settings: {},
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => judgeParcel(look, view));
  },
});

function judgeParcel(look: Look<unknown>, view: ParcelView): readonly Finding[] {
  const state = stateOf(view);
  const back = state?.meaning.kind === 'returned';
  if (!state || (!back && state.meaning.kind !== 'returning')) return [];
  // Goods that were delivered before go back because the buyer sent them: return-policy's business.
  if (view.deliveredAt) return [];
  const cause = causeOf(view);
  const party = cause?.party ?? state.meaning.party ?? 'carrier';
  return claimOfParcel(look, view, {
    parts: listOf(
      part('base', 0.85, 'field-practice'),
      back ? part('goods-back', 0.08, 'starting-value') : null,
      party === 'buyer' ? part('buyers-doing', -0.2, 'starting-value') : null,
    ),
    evidence: listOf(
      scanEvidence(back ? 'parcel-returned' : 'parcel-returning', state),
      cause && scanEvidence('cause-of-return', cause.scan),
    ),
    responsibility: {
      party,
      because: [
        'cause-of-return',
        'cause-of-return-inferred',
        'parcel-returned',
        'parcel-returned-inferred',
        'parcel-returning',
        'parcel-returning-inferred',
      ],
    },
  });
}

const causes: Partial<Record<ScanKind, Party>> = {
  refused: 'buyer',
  'address-problem': 'buyer',
  'customs-held': 'customs',
  'attempt-failed': 'buyer',
  'ready-for-pickup': 'buyer',
  damaged: 'carrier',
};

/** What went wrong before it turned round. */
function causeOf({ scans }: ParcelView): { readonly scan: SeenScan; readonly party: Party } | null {
  const told = scans.flatMap((scan) => {
    const usual = causes[scan.meaning.kind];
    return usual ? [{ scan, party: scan.meaning.party ?? usual }] : [];
  });
  return told.at(-1) ?? null;
}
