import { readCustomerHistory } from '../db/customer-history.server.ts';
import type { Tx } from '../db/database.server.ts';
import type { Shop } from '../db/shops.server.ts';
import type { CaseFacts } from '../domain/case-facts.ts';
import type { LaneRecord } from '../domain/lanes/lane-record.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';
import { caseReadings, type CaseReadings } from './case-readings.server.ts';

/** Everything that the judgement may rest on: what Shopify says of the order, and what this shop knows besides. */
export async function gatherCase(
  tx: Tx,
  merchant: Shop,
  {
    order,
    now,
    readings = caseReadings(tx, merchant.domain),
  }: { readonly order: OrderFacts; readonly now: Instant; readonly readings?: CaseReadings },
): Promise<CaseFacts> {
  const { domain: shop, country, timezone, policy } = merchant;
  const { orderId, customerId } = order;
  const skus = [...new Set(order.lines.flatMap(({ sku }) => sku ?? []))];
  const signals = await readings.signals(orderId);
  return {
    order,
    signals,
    customer: await readCustomerHistory(tx, { shop, orderId, customerId, now }),
    clusters: await readings.clusters({ orderId, skus, signals }),
    lanes: await lanesOf(readings, order, policy),
    shop: { country, timeZone: timezone, heardFrom: await readings.heardFrom() },
  };
}

/** What the shop's parcels taught about the lanes of an order. */
export async function lanesOf(
  readings: CaseReadings,
  { parcels, destinationCountry: destination }: OrderFacts,
  policy: Policy,
): Promise<readonly LaneRecord[]> {
  if (destination === null) return [];
  const { learnQuantilePercent: quantilePercent } = policy.lanes;
  const origins = [...new Set(parcels.flatMap(({ originCountry }) => originCountry ?? []))];
  const records: LaneRecord[] = [];
  for (const origin of origins) {
    records.push(...(await readings.lane({ origin, destination, quantilePercent })));
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
