import { fact, listOf, part } from '../../evidence.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import { days } from '../../policy/setting.ts';
import { wordEvidence } from '../../signals/telling-parts.ts';
import { tellingsOf } from '../../signals/tellings.ts';
import { addDays } from '../../time.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel } from './parcel-claim.ts';

interface DeliveredNotReceivedSettings {
  readonly tellWithinDays: number;
}

/** The carrier says delivered, the buyer says that nothing came. */
export const deliveredNotReceived = defineGround({
  id: 'delivered-not-received',
  scenario: 'logistics',
  settings: {
    /** Days after the delivery in which buyers usually tell; later it is less sure (5–15 d: Route, Redo, c1). */
    tellWithinDays: days(15, 120),
  },
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => judgeParcel(look, view));
  },
});

function judgeParcel(
  look: Look<DeliveredNotReceivedSettings>,
  view: ParcelView,
): readonly Finding[] {
  const { deliveredAt } = view;
  const delivered = view.scans.findLast(({ meaning }) => meaning.kind === 'delivered');
  if (!deliveredAt || !delivered) return [];
  // What was said before the parcel came speaks of waiting for it.
  const told = tellingsOf(look, {
    problems: ['not-received'],
    intents: ['not-received'],
    returnReasons: [],
  }).filter(({ at }) => at > deliveredAt);
  const [first, second] = told;
  if (!first) return [];
  const { country } = delivered.scan;
  const destination = look.facts.order.destinationCountry;
  const abroad = country !== null && destination !== null && country !== destination;
  const late = told.every(({ at }) => at > addDays(deliveredAt, look.settings.tellWithinDays));
  return claimOfParcel(look, view, {
    parts: listOf(
      part('base', 0.45, 'starting-value'),
      first.confidence < 1 && part('text-only', (first.confidence - 1) * 0.5, 'text-reading'),
      second ? part('told-again', 0.05, 'starting-value') : null,
      abroad ? part('wrong-country', 0.3, 'starting-value') : null,
      late ? part('told-late', -0.15, 'starting-value') : null,
    ),
    evidence: listOf(
      fact('told-not-received', { source: first.source }, first.at),
      wordEvidence(told),
      scanEvidence('carrier-says-delivered', delivered),
      abroad && fact('delivered-abroad', { country: { kind: 'country', code: country } }),
      late ? fact('told-late', {}, first.at) : null,
    ),
    responsibility: {
      party: 'carrier',
      because: ['carrier-says-delivered', 'carrier-says-delivered-inferred'],
    },
    problem: 'not-received',
  });
}
