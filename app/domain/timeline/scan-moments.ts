import type { Signals } from '../case-facts.ts';
import { clockAt } from '../clock.ts';
import type { OrderFacts, ScanFacts } from '../order-facts.ts';
import { deliveredAtOf, readScans, type SeenScan } from '../parcels/read-scans.ts';
import { sentParcelsOf } from '../parcels/parcel-view.ts';
import { meaningOfScan } from '../scans/meaning-of-scan.ts';
import type { Instant } from '../time.ts';
import type { TimelineEntry } from './timeline-entry.ts';

export interface Scanned {
  readonly entries: readonly TimelineEntry[];
  /** Of each parcel; null while the buyer does not have it. */
  readonly deliveredAt: readonly (Instant | null)[];
}

/** Every scan of every parcel, whoever told it, with what makes them doubtful. */
export function scanMoments(order: OrderFacts, signals: Signals, now: Instant): Scanned {
  const parcels = sentParcelsOf(order);
  const read = parcels.map((parcel) => {
    const { scans, doubts } = readScans(parcel, signals, clockAt(now));
    const name = parcels.length > 1 ? parcel.name : null;
    const entries: readonly TimelineEntry[] = [
      // What the carrier answered is told as such.
      ...scans
        .filter(({ scan }) => scan.source !== 'carrier-answer')
        .map((seen) => entryOf(seen, { parcel: name, isOnWayBack: false })),
      ...doubts.map((doubt) => ({
        kind: 'doubt' as const,
        at: doubt.at,
        doubt,
        evidence: [],
      })),
    ];
    return { entries, deliveredAt: deliveredAtOf(scans) };
  });
  return {
    entries: [...read.flatMap(({ entries }) => entries), ...wayBack(order, now)],
    deliveredAt: read.map(({ deliveredAt }) => deliveredAt),
  };
}

function wayBack({ returns }: OrderFacts, now: Instant): readonly TimelineEntry[] {
  return returns
    .flatMap(({ scans }) => scans)
    .filter(({ happenedAt }) => happenedAt <= now)
    .map((scan: ScanFacts) =>
      entryOf({ scan, meaning: meaningOfScan(scan) }, { parcel: null, isOnWayBack: true }),
    );
}

function entryOf(
  { scan, meaning }: SeenScan,
  where: { readonly parcel: string | null; readonly isOnWayBack: boolean },
): TimelineEntry {
  return {
    kind: 'scan',
    at: scan.happenedAt,
    evidence: [],
    scan: {
      means: meaning.kind,
      status: scan.status,
      leg: meaning.leg,
      country: scan.country,
      message: scan.message,
      isInferred: meaning.readFrom === 'message',
      provider: scan.source,
      ...where,
    },
  };
}
