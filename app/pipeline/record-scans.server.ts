import { createHash } from 'node:crypto';
import { writeCarrierEvent } from '../db/carrier-traffic.server.ts';
import { inTransaction, type Tx } from '../db/database.server.ts';
import type { OrderKey } from '../db/order-records.server.ts';
import { findParcelsOf, markNumber } from '../db/parcel-numbers.server.ts';
import { writeSignal } from '../db/signals.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { ScanFacts } from '../domain/order-facts.ts';
import { numberKey } from '../domain/parcels/number-key.ts';
import { isParcelOver, keptScan, type ToldScan } from '../domain/scans/told-scan.ts';
import { addDays } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export interface ToldScans {
  /** Whose vocabulary their codes are of. */
  readonly source: string;
  readonly scans: readonly ToldScan[];
  /** The event that brought them; null for an answer to a question of ours. */
  readonly event: { readonly service: string; readonly eventId: string } | null;
  /** The sender's own id of a scan; null where each scan is known by what it says. */
  readonly scanId: string | null;
}

export type RecordScansOutcome =
  /** `recorded` scans are new; no parcel of the shop has `strangers`, which are dropped. */
  | { readonly outcome: 'recorded'; readonly recorded: number; readonly strangers: number }
  /** The same event came before. */
  | { readonly outcome: 'known' };

/** Of one event: a parcel has some dozens. The newest are kept. */
const mostScans = 300;
/** A number that was heard of needs no question for as long. */
const heardForDays = 1;

/** Keeps what was told of parcels that the shop has, each scan once, and asks for looks at their orders: in one transaction. */
export async function recordScans(
  { db, queue, now }: Line,
  shop: ShopDomain,
  { source, scans, event, scanId }: ToldScans,
): Promise<RecordScansOutcome> {
  return inTransaction(db, async (tx, sql): Promise<RecordScansOutcome> => {
    const at = now();
    if (event && !(await writeCarrierEvent(tx, { shop, ...event, receivedAt: at }))) {
      return { outcome: 'known' };
    }
    const orders = new Map<string, OrderKey>();
    let recorded = 0;
    let strangers = 0;
    for (const [number, told] of byNumber(scans)) {
      const parcels = await findParcelsOf(tx, shop, number);
      if (parcels.length === 0) strangers += told.length;
      const kept = told.map((scan) => keptScan(scan, source));
      for (const { orderId, fulfillmentId } of parcels) {
        const order = { shop, orderId };
        const fresh = await writeScans(tx, { order, fulfillmentId, scans: kept, scanId });
        if (fresh > 0) orders.set(orderId, order);
        recorded += fresh;
      }
      const askAt = isParcelOver(kept) ? null : addDays(at, heardForDays);
      // Whoever tells of a number unasked, or answers, knows it.
      if (parcels.length > 0 && scanId === null) {
        await markNumber(tx, { shop, number }, { askAt, registeredAt: source, problem: null });
      }
    }
    if (orders.size > 0) await queue.requestLooks([...orders.values()], sql);
    return { outcome: 'recorded', recorded, strangers };
  });
}

function byNumber(scans: readonly ToldScan[]): ReadonlyMap<string, readonly ToldScan[]> {
  const newest = [...scans]
    .sort((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1))
    .slice(0, mostScans);
  return Map.groupBy(newest, ({ trackingNumber }) => numberKey(trackingNumber) ?? '');
}

async function writeScans(
  tx: Tx,
  {
    order,
    fulfillmentId,
    scans,
    scanId,
  }: {
    readonly order: OrderKey;
    readonly fulfillmentId: Parameters<typeof externalIdOf>[0];
    readonly scans: readonly ScanFacts[];
    readonly scanId: string | null;
  },
): Promise<number> {
  let fresh = 0;
  for (const scan of scans) {
    const externalId = externalIdOf(fulfillmentId, scan, scanId);
    const signal = { fulfillmentId, scan };
    if (await writeSignal(tx, order, { kind: 'carrier-scan', externalId, signal })) fresh += 1;
  }
  return fresh;
}

/** The same scan of a parcel is one, however often and in whatever event it comes. */
function externalIdOf(
  fulfillmentId: `gid://shopify/Fulfillment/${string}`,
  { source, happenedAt, status, message }: ScanFacts,
  scanId: string | null,
): string {
  const own = scanId === null ? [source, happenedAt, status || message] : [scanId];
  return createHash('sha256')
    .update(JSON.stringify([fulfillmentId, ...own]))
    .digest('hex');
}
