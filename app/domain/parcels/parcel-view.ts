import type { Calendar } from '../calendar/calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Evidence, EvidenceParam } from '../claim.ts';
import type { Clock } from '../clock.ts';
import { laneOf, type Lane } from '../lanes/lane.ts';
import { limitReached, limitsOf, type LaneLimits } from '../lanes/lane-limits.ts';
import type { OrderFacts, ParcelFacts } from '../order-facts.ts';
import type { SharedPolicy } from '../policy/sections.ts';
import type { Instant } from '../time.ts';
import { deliveredAtOf, readScans, type SeenScan } from './read-scans.ts';

/** One parcel as the grounds see it: its scans read and in order, its way, and how long it may take. */
export interface ParcelView {
  readonly parcel: ParcelFacts;
  readonly lane: Lane;
  readonly limits: LaneLimits;
  /** What happened until now, oldest first; without what nobody could read. */
  readonly scans: readonly SeenScan[];
  /** The newest sign that somebody else than the seller has it; null when there was none. */
  readonly lastSeen: SeenScan | null;
  /** When the buyer got it; null while not, or when a later scan says otherwise. */
  readonly deliveredAt: Instant | null;
  /** What makes the scans less reliable: contradictions, instants in the future or before the parcel. */
  readonly doubts: readonly Evidence[];
  readonly neverScannedAt: Instant;
  /** From then on its silence is unusual; null when it was never seen. */
  readonly silentAt: Instant | null;
  /** From then on it is taken for lost, unless it was seen since. */
  readonly lostAt: Instant;
}

/** FulfillmentStatus values of parcels that were never on their way. */
const notSent = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

/** Parcels that a carrier brings: neither cancelled nor without need of shipping. */
export function sentParcelsOf(order: OrderFacts): readonly ParcelFacts[] {
  return order.parcels.filter((parcel) => parcel.requiresShipping && !notSent.has(parcel.status));
}

export function viewParcels(
  facts: CaseFacts,
  policy: SharedPolicy,
  { clock, calendar }: { readonly clock: Clock; readonly calendar: Calendar },
): readonly ParcelView[] {
  return sentParcelsOf(facts.order).map((parcel) => {
    const lane = laneOf(facts.order, parcel);
    const limits = limitsOf({
      order: facts.order,
      parcel,
      lane,
      records: facts.lanes,
      policy: policy.lanes,
    });
    const { scans, doubts } = readScans(parcel, facts.signals, clock);
    const lastSeen = scans.findLast(({ meaning }) => meaning.kind !== 'announced') ?? null;
    const on = { lane, policy: policy.lanes, calendar };
    const silentAt = lastSeen
      ? limitReached(lastSeen.scan.happenedAt, limits.silentDays, on)
      : null;
    return {
      parcel,
      lane,
      limits,
      scans,
      lastSeen,
      deliveredAt: deliveredAtOf(scans),
      doubts,
      neverScannedAt: limitReached(parcel.createdAt, limits.neverScannedDays, on),
      silentAt,
      lostAt: limitReached(parcel.createdAt, limits.lostDays, on),
    };
  });
}

/** Which parcel is meant: carrier and number, or that it has none. */
export function parcelEvidence({ parcel }: ParcelView): Evidence {
  const number = parcel.trackingNumbers[0];
  if (number === undefined) return { code: 'no-tracking-number', params: {}, at: parcel.createdAt };
  const params = { name: parcel.carrier ?? '', number };
  return { code: 'carrier', params, at: parcel.createdAt };
}

/** The words a claim rests on, and whether they were inferred from the carrier's text. */
export function scanEvidence(code: string, { scan, meaning }: SeenScan): Evidence {
  const place: EvidenceParam = scan.country ? { kind: 'country', code: scan.country } : '';
  return {
    code: meaning.readFrom === 'message' ? `${code}-inferred` : code,
    params: {
      days: { kind: 'elapsed', since: scan.happenedAt },
      kind: meaning.kind,
      place,
      leg: meaning.leg ?? '',
    },
    at: scan.happenedAt,
  };
}
