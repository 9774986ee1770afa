import type { Evidence } from '../domain/claim.ts';
import type { OrderFacts, ParcelFacts, ScanFacts } from '../domain/order-facts.ts';
import type { Claim } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';

export type TimelineEntry =
  | { readonly kind: 'evidence'; readonly at: Instant; readonly evidence: Evidence }
  | {
      readonly kind: 'scan';
      readonly at: Instant;
      readonly scan: ScanFacts;
      /** Named where the order has several. */
      readonly parcel: string | null;
    };

export interface Timeline {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[];
  /** What holds without a moment of its own. */
  readonly timeless: readonly Evidence[];
}

/** The claim's evidence among the carrier's scans. A scan that is evidence is told once, as evidence. */
export function timelineOf(claim: Claim, facts: OrderFacts | null): Timeline {
  const parcels = parcelsAbout(claim, facts);
  // Evidence that a scan gave names the scan's kind.
  const told = new Set(claim.evidence.filter(({ params }) => 'kind' in params).map(({ at }) => at));
  const entries: TimelineEntry[] = claim.evidence.flatMap((evidence): TimelineEntry[] =>
    evidence.at ? [{ kind: 'evidence', at: evidence.at, evidence }] : [],
  );
  for (const parcel of parcels) {
    for (const scan of parcel.scans) {
      if (told.has(scan.happenedAt)) continue;
      const name = parcels.length > 1 ? parcel.name : null;
      entries.push({ kind: 'scan', at: scan.happenedAt, scan, parcel: name });
    }
  }
  return {
    // Sorting is stable: at the same instant the stronger evidence stays first.
    entries: entries.sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1)),
    timeless: claim.evidence.filter(({ at }) => at === null),
  };
}

/** The one parcel that the claim is about; all of them when it is about the order. */
function parcelsAbout(claim: Claim, facts: OrderFacts | null): readonly ParcelFacts[] {
  const parcels = facts?.parcels ?? [];
  return claim.fulfillmentId === null
    ? parcels
    : parcels.filter(({ fulfillmentId }) => fulfillmentId === claim.fulfillmentId);
}
