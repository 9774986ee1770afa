import type { Evidence, EvidenceParam } from './claim.ts';
import type { OrderFacts, ParcelFacts, ScanFacts } from './order-facts.ts';
import { latest, type Instant } from './time.ts';

/** FulfillmentStatus values of parcels that were never on their way. */
const notSent = new Set(['CANCELLED', 'ERROR', 'FAILURE']);

/** Parcels that a carrier brings: neither cancelled nor without need of shipping. */
export function sentParcelsOf(facts: OrderFacts): readonly ParcelFacts[] {
  return facts.parcels.filter((parcel) => parcel.requiresShipping && !notSent.has(parcel.status));
}

/** When it arrived, by Shopify's own field or by its events; null while it did not. */
export function deliveredAtOf(parcel: ParcelFacts): Instant | null {
  if (parcel.deliveredAt) return parcel.deliveredAt;
  const scan = parcel.scans.findLast(({ status }) => status === 'DELIVERED');
  if (scan) return scan.happenedAt;
  const delivered = parcel.displayStatus === 'DELIVERED' || parcel.displayStatus === 'PICKED_UP';
  return delivered ? parcel.updatedAt : null;
}

/** Labels and confirmations are the seller's own doing: only these show that a carrier has it. */
const carrierSaw = new Set([
  'CARRIER_PICKED_UP',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'ATTEMPTED_DELIVERY',
  'DELAYED',
  'READY_FOR_PICKUP',
  'FAILURE',
]);

/** The newest sign of the carrier; null when none was ever seen. */
export function lastScanOf(parcel: ParcelFacts): ScanFacts | null {
  const scan = parcel.scans.findLast(({ status }) => carrierSaw.has(status)) ?? null;
  const at = latest([scan?.happenedAt ?? null, parcel.inTransitAt]);
  if (at === null) return null;
  if (scan?.happenedAt === at) return scan;
  return { status: 'IN_TRANSIT', happenedAt: at, message: null, country: null };
}

/** Which parcel is meant: carrier and number, or that it has none. */
export function parcelEvidence(parcel: ParcelFacts): Evidence {
  const number = parcel.trackingNumbers[0];
  if (number === undefined) return { code: 'no-tracking-number', params: {}, at: parcel.createdAt };
  const params = { name: parcel.carrier ?? '', number };
  return { code: 'carrier', params, at: parcel.createdAt };
}

export function scanEvidence(scan: ScanFacts, days: number): Evidence {
  const place: EvidenceParam = scan.country ? { kind: 'country', code: scan.country } : '';
  return { code: 'last-scan', params: { days, status: scan.status, place }, at: scan.happenedAt };
}
