import type { OrderFacts } from '../order-facts.ts';
import type { ParcelView } from '../parcels/parcel-view.ts';
import { dayMs, millisecondsOf, type Instant } from '../time.ts';
import { nameKey } from './lane-limits.ts';
import type { LaneKey, LaneRecord, LaneSample } from './lane-record.ts';

/** What a parcel teaches about its lane; null while it has not arrived, or when an end of the lane is unknown. */
export function laneSampleOf(order: OrderFacts, view: ParcelView): LaneSample | null {
  const { lane, parcel, deliveredAt } = view;
  if (!deliveredAt || lane.origin === null || lane.destination === null) return null;
  const seen = view.scans
    .filter(({ meaning }) => meaning.kind !== 'announced')
    .map(({ scan }) => scan.happenedAt);
  let last = parcel.createdAt;
  let silenceDays = 0;
  for (const at of [...seen.filter((one) => one < deliveredAt), deliveredAt]) {
    silenceDays = Math.max(silenceDays, daysFrom(last, at));
    last = at;
  }
  return {
    lane: {
      origin: lane.origin,
      destination: lane.destination,
      carrier: parcel.carrier,
      service: order.shipping.service,
    },
    firstScanDays: Math.min(...seen.map((at) => daysFrom(parcel.createdAt, at))),
    silenceDays,
    deliveryDays: daysFrom(parcel.createdAt, deliveredAt),
  };
}

function daysFrom(from: Instant, to: Instant): number {
  return Math.max(0, (millisecondsOf(to) - millisecondsOf(from)) / dayMs);
}

/** The records of every lane that the samples are of: by country pair, with carrier, and with carrier and service. */
export function learnLanes(samples: readonly LaneSample[], quantilePercent: number): LaneRecord[] {
  const byLane = new Map<string, { lane: LaneKey; samples: LaneSample[] }>();
  for (const sample of samples) {
    for (const lane of lanesAbove(sample.lane)) {
      const key = [lane.origin, lane.destination, lane.carrier, lane.service]
        .map((part) => (part === null ? '' : nameKey(part)))
        .join('|');
      const group = byLane.get(key) ?? { lane, samples: [] };
      group.samples.push(sample);
      byLane.set(key, group);
    }
  }
  return [...byLane.values()].map((group) => recordOf(group, quantilePercent / 100));
}

function lanesAbove({ origin, destination, carrier, service }: LaneKey): readonly LaneKey[] {
  const ends = { origin, destination };
  const any: LaneKey = { ...ends, carrier: null, service: null };
  if (carrier === null) return [any];
  const byCarrier: LaneKey = { ...ends, carrier, service: null };
  return service === null ? [any, byCarrier] : [any, byCarrier, { ...ends, carrier, service }];
}

function recordOf(
  { lane, samples }: { readonly lane: LaneKey; readonly samples: readonly LaneSample[] },
  share: number,
): LaneRecord {
  const of = (figure: (sample: LaneSample) => number) => quantile(samples.map(figure), share);
  return {
    lane,
    parcels: samples.length,
    firstScanDays: of(({ firstScanDays }) => firstScanDays),
    silenceDays: of(({ silenceDays }) => silenceDays),
    deliveryDays: of(({ deliveryDays }) => deliveryDays),
  };
}

/** The smallest value that at least `share` of all don't exceed (PostgreSQL's percentile_disc); minus infinity of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return Math.max(...sorted.slice(place, place + 1));
}
