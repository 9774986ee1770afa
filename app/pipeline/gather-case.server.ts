import { readCustomerHistory } from '../db/customer-history.server.ts';
import type { Tx } from '../db/database.server.ts';
import { readDefectClusters } from '../db/defect-clusters.server.ts';
import { readLaneRecords } from '../db/parcel-transits.server.ts';
import { readReadingTallies } from '../db/reading-labels.server.ts';
import type { Shop } from '../db/shops.server.ts';
import { readSignals } from '../db/signals.server.ts';
import type { CaseFacts } from '../domain/case-facts.ts';
import { heardFromOf } from '../domain/learning/heard-from.ts';
import type { LaneRecord } from '../domain/lanes/lane-record.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Instant } from '../domain/time.ts';

/** Everything that the judgement may rest on: what Shopify says of the order, and what this shop knows besides. */
export async function gatherCase(
  tx: Tx,
  merchant: Shop,
  { order, now }: { readonly order: OrderFacts; readonly now: Instant },
): Promise<CaseFacts> {
  const { domain: shop, country, timezone } = merchant;
  const { orderId, customerId } = order;
  const skus = [...new Set(order.lines.flatMap(({ sku }) => sku ?? []))];
  const signals = await readSignals(tx, { shop, orderId });
  const customer = await readCustomerHistory(tx, { shop, orderId, customerId, now });
  const clusters = await readDefectClusters(tx, { shop, orderId }, skus);
  const lanes = await lanesOf(tx, merchant, order);
  const heardFrom = heardFromOf(await readReadingTallies(tx, shop));
  return {
    order,
    signals,
    shop: { country, timeZone: timezone, heardFrom },
    customer,
    clusters,
    lanes,
  };
}

async function lanesOf(
  tx: Tx,
  { domain, policy }: Shop,
  { parcels, destinationCountry: destination }: OrderFacts,
): Promise<readonly LaneRecord[]> {
  if (destination === null) return [];
  const { learnQuantilePercent: quantilePercent } = policy.lanes;
  const origins = [...new Set(parcels.flatMap(({ originCountry }) => originCountry ?? []))];
  const records: LaneRecord[] = [];
  for (const origin of origins) {
    records.push(...(await readLaneRecords(tx, domain, { origin, destination, quantilePercent })));
  }
  return records;
}

/** What was known of an order at an earlier reading: signals that came later are left out. */
export function knownAt({ signals }: CaseFacts, order: OrderFacts, readAt: Instant) {
  const until = <T extends { readonly at: Instant }>(list: readonly T[]) =>
    list.filter(({ at }) => at <= readAt);
  return {
    order,
    signals: {
      reports: until(signals.reports),
      messages: until(signals.messages),
      carrierScans: signals.carrierScans.filter(({ scan }) => scan.happenedAt <= readAt),
      carrierAnswers: until(signals.carrierAnswers),
    },
  };
}
