import { inTransaction, type Tx } from '../db/database.server.ts';
import { readDefectClusters } from '../db/defect-clusters.server.ts';
import { findOrdersOf, type OrderKey } from '../db/order-records.server.ts';
import { findShop } from '../db/shops.server.ts';
import { writeSignal, type NewSignal } from '../db/signals.server.ts';
import type { SqlRunner } from '../db/queue.server.ts';
import type { Line } from './line.server.ts';

export type RecordSignalOutcome =
  | { readonly outcome: 'recorded' }
  /** The same signal came before. */
  | { readonly outcome: 'known' };

/** As many other buyers of a faulty product are looked at; more are found by their own news. */
const mostOthers = 1000;

/** Keeps what a buyer or a carrier said, and asks for the looks that it may change: all in one transaction. */
export async function recordSignal(
  { db, queue }: Pick<Line, 'db' | 'queue'>,
  order: OrderKey,
  signal: NewSignal,
): Promise<RecordSignalOutcome> {
  return inTransaction(db, (tx, sql) => recordSignalIn({ tx, sql, queue }, order, signal));
}

/** The same in a transaction that does more. */
export async function recordSignalIn(
  { tx, sql, queue }: { readonly tx: Tx; readonly sql: SqlRunner } & Pick<Line, 'queue'>,
  order: OrderKey,
  signal: NewSignal,
): Promise<RecordSignalOutcome> {
  if (!(await writeSignal(tx, order, signal))) return { outcome: 'known' };
  const others = signal.kind === 'report' ? await othersConcerned(tx, order, signal.skus) : [];
  await queue.requestLooks([order, ...others], sql);
  return { outcome: 'recorded' };
}

/** Orders of other buyers, once enough of them reported a fault of one of these products. */
async function othersConcerned(
  tx: Tx,
  order: OrderKey,
  skus: readonly string[],
): Promise<readonly OrderKey[]> {
  const { policy } = (await findShop(tx, order.shop)) ?? {};
  if (!policy) return [];
  const { minimumBuyers } = policy.grounds['defect-cluster'];
  const { recallFromBuyers } = policy.grounds.safety;
  const needed = Math.min(minimumBuyers, recallFromBuyers);
  const clusters = await readDefectClusters(
    tx,
    { ...order, orderId: 'gid://shopify/Order/0' },
    skus,
  );
  const concerned = clusters.filter(({ buyers }) => buyers >= needed);
  const found = await Promise.all(
    [...new Set(concerned.map(({ sku }) => sku))].map((sku) =>
      findOrdersOf(tx, order, { sku, limit: mostOthers }),
    ),
  );
  return found.flat();
}
