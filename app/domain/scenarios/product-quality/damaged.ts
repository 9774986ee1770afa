import type { Evidence, ProbabilityPart } from '../../claim.ts';
import { fact, listOf, part } from '../../evidence.ts';
import { scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import type { SeenScan } from '../../parcels/read-scans.ts';
import { stakeOfLines } from '../../remedy/stake.ts';
import {
  photoEvidence,
  photosIn,
  tellingParts,
  wordEvidence,
} from '../../signals/telling-parts.ts';
import { tellingsOf, type Telling } from '../../signals/tellings.ts';
import { linesAtStake } from '../../signals/told-lines.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { qualityDeadlines, wasShipped } from './quality-claim.ts';

/** The goods came broken, by the buyer's word or by the carrier's own scan. */
export const damaged = defineGround({
  id: 'damaged',
  scenario: 'product-quality',
  settings: {},
  judge(look) {
    if (!wasShipped(look)) return [];
    const scanned = damageScanIn(look);
    const tellings = tellingsOf(look, {
      problems: ['damaged'],
      intents: ['damaged'],
      returnReasons: ['DAMAGED'],
    });
    const [first, ...others] = tellings;
    if (!first) return scanned ? claimByScan(look, scanned) : [];
    return claimByTelling(look, [first, ...others], scanned);
  },
});

interface Damage {
  readonly view: ParcelView;
  readonly scan: SeenScan;
}

function damageScanIn({ parcels }: Look<unknown>): Damage | null {
  for (const view of parcels) {
    const scan = view.scans.findLast(({ meaning }) => meaning.kind === 'damaged');
    if (scan) return { view, scan };
  }
  return null;
}

const carriers = ['damage-scanned', 'damage-scanned-inferred'];

function claimByTelling(
  look: Look<unknown>,
  tellings: readonly [Telling, ...Telling[]],
  damage: Damage | null,
): readonly Finding[] {
  const { order } = look.facts;
  const [first] = tellings;
  const [base, ...rest] = tellingParts(tellings, 0.75);
  const byCarrier: ProbabilityPart | null = damage && part('damage-scanned', 0.15, 'carrier-word');
  const scanned: Evidence | null = damage && scanEvidence('damage-scanned', damage.scan);
  return claimOf({
    fulfillmentId: damage?.view.parcel.fulfillmentId ?? onlyParcelOf(look),
    parts: listOf(base, ...rest, byCarrier),
    evidence: listOf(
      fact('told-damaged', { source: first.source }, first.at),
      wordEvidence(tellings),
      photoEvidence(tellings),
      scanned,
    ),
    // Packed by the seller and carried by the carrier: without the carrier's own word it is the packing's to bear.
    responsibility: damage
      ? { party: 'carrier', because: carriers }
      : { party: 'seller', because: ['told-damaged'] },
    stake: stakeOfLines(order, linesAtStake(order, tellings), { shipping: true }),
    deadlines: qualityDeadlines(look, first.at),
    remedies: ['refund-keep-item', 'refund-on-return', 'partial-refund', 'reship'],
    ask: photosIn(tellings) === 0 ? 'buyer' : null,
  });
}

/** The carrier's own scan: the buyer may not know yet. */
function claimByScan(look: Look<unknown>, { view, scan }: Damage): readonly Finding[] {
  return claimOf({
    fulfillmentId: view.parcel.fulfillmentId,
    parts: listOf(
      part('base', 0.6, 'carrier-word'),
      // It went on and arrived: the buyer would say so if it mattered.
      view.deliveredAt && part('came-anyway', -0.2, 'starting-value'),
    ),
    evidence: [scanEvidence('damage-scanned', scan)],
    responsibility: { party: 'carrier', because: carriers },
    stake: stakeOfLines(look.facts.order, view.parcel.lines, { shipping: true }),
    deadlines: qualityDeadlines(look, scan.scan.happenedAt),
    remedies: ['refund-keep-item', 'refund-on-return', 'partial-refund', 'reship'],
    ask: 'buyer',
  });
}

function onlyParcelOf({ parcels }: Look<unknown>) {
  const only = parcels.find((_, __, all) => all.length === 1);
  return only?.parcel.fulfillmentId ?? null;
}
