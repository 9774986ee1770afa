import type { CaseFacts } from './case-facts.ts';
import { clockAt } from './clock.ts';
import { deliveredAtOf, readScans } from './parcels/read-scans.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { Suggestion } from './suggestion.ts';
import type { Instant } from './time.ts';

/** Grounds whose parcel did not come when it was paid back. */
const notThere: ReadonlySet<GroundId> = new Set([
  'never-scanned',
  'silent-parcel',
  'late-arrival',
  'lost',
  'delivery-failed',
  'returning-to-sender',
  'customs-hold',
]);

/** When the parcel came that was paid back as not coming; null where it did not, or had come before. */
export function deliveredSince(
  { claim, updatedAt }: Suggestion,
  { order, signals }: Pick<CaseFacts, 'order' | 'signals'>,
  now: Instant,
): Instant | null {
  if (!notThere.has(claim.ground)) return null;
  const parcel = order.parcels.find(({ fulfillmentId }) => fulfillmentId === claim.fulfillmentId);
  const deliveredAt = parcel && deliveredAtOf(readScans(parcel, signals, clockAt(now)).scans);
  return deliveredAt && deliveredAt > updatedAt ? deliveredAt : null;
}
