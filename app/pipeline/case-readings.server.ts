import type { Tx } from '../db/database.server.ts';
import { readDefectClusters } from '../db/defect-clusters.server.ts';
import { readLaneRecords } from '../db/parcel-transits.server.ts';
import { readReadingTallies } from '../db/reading-labels.server.ts';
import { readSignals, readSignalsOfMany } from '../db/signals.server.ts';
import {
  noSignals,
  type CaseFacts,
  type DefectCluster,
  type Signals,
} from '../domain/case-facts.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import { heardFromOf } from '../domain/learning/heard-from.ts';
import type { LaneRecord } from '../domain/lanes/lane-record.ts';

export interface LaneAsked {
  readonly origin: string;
  readonly destination: string;
  readonly quantilePercent: number;
}

export interface ClustersAsked {
  readonly orderId: Gid<'Order'>;
  readonly skus: readonly string[];
  /** Of the order itself, which is no cluster's. */
  readonly signals: Signals;
}

/** Where what a shop knows besides an order's facts is read. */
export interface CaseReadings {
  readonly heardFrom: () => Promise<CaseFacts['shop']['heardFrom']>;
  readonly signals: (orderId: Gid<'Order'>) => Promise<Signals>;
  readonly clusters: (asked: ClustersAsked) => Promise<readonly DefectCluster[]>;
  readonly lane: (asked: LaneAsked) => Promise<readonly LaneRecord[]>;
}

/** Each read anew. */
export function caseReadings(tx: Tx, shop: ShopDomain): CaseReadings {
  return {
    heardFrom: async () => heardFromOf(await readReadingTallies(tx, shop)),
    signals: (orderId) => readSignals(tx, { shop, orderId }),
    clusters: ({ orderId, skus }) => readDefectClusters(tx, { shop, orderId }, skus),
    lane: (asked) => readLaneRecords(tx, shop, asked),
  };
}

/** For many orders: what they share is read once. */
export async function sharedCaseReadings(
  tx: Tx,
  shop: ShopDomain,
  orderIds: readonly Gid<'Order'>[],
): Promise<CaseReadings> {
  const each = caseReadings(tx, shop);
  const heardFrom = await each.heardFrom();
  const signals = await readSignalsOfMany(tx, shop, orderIds);
  const clusters = new Map<string, ReturnType<CaseReadings['clusters']>>();
  const lanes = new Map<string, ReturnType<CaseReadings['lane']>>();
  return {
    heardFrom: () => Promise.resolve(heardFrom),
    signals: (orderId) => Promise.resolve(signals.get(orderId) ?? noSignals),
    clusters: (asked) =>
      // Only an order with reports of its own has to be left out of what others reported.
      asked.signals.reports.length > 0
        ? each.clusters(asked)
        : onceFor(clusters, asked.skus.toSorted().join('\n'), () => each.clusters(asked)),
    lane: (asked) => onceFor(lanes, JSON.stringify(asked), () => each.lane(asked)),
  };
}

function onceFor<Answer>(
  known: Map<string, Promise<Answer>>,
  key: string,
  read: () => Promise<Answer>,
): Promise<Answer> {
  const answer = known.get(key) ?? read();
  known.set(key, answer);
  return answer;
}
