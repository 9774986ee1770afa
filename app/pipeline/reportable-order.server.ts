import { readOrderRecord, type OrderKey } from '../db/order-records.server.ts';
import { findShop } from '../db/shops.server.ts';
import type { Gid } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { ownReader } from '../domain/text/read-words.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import type { Line } from './line.server.ts';

export type ReportableOrder =
  | { readonly outcome: 'found'; readonly facts: OrderFacts; readonly timezone: string }
  /** None, of a shop that left, or somebody else's: which, nobody is told. */
  | { readonly outcome: 'no-such-order' }
  /** Shopify was asked about the order and did not answer. */
  | { readonly outcome: 'again'; readonly reason: string };

/**
 * The order that a buyer's report is about. Whose it is, is what Shopify said of it: `customerId` is who asks by an account, null
 * where a signed link names the order itself.
 */
export async function reportableOrder(
  { db, admin }: Pick<Line, 'db' | 'admin'>,
  { shop, orderId }: OrderKey,
  customerId: Gid<'Customer'> | null,
): Promise<ReportableOrder> {
  const merchant = await findShop(db.prisma, shop);
  if (!merchant?.installed) return { outcome: 'no-such-order' };
  const record = await readOrderRecord(db.prisma, { shop, orderId });
  // A buyer may be here before the order's webhook is.
  const read = record
    ? ({ outcome: 'read', facts: record.facts } as const)
    : await readOrderFacts({ admin, shop }, orderId, ownReader);
  if (read.outcome === 'unreachable') return { outcome: 'again', reason: read.reason };
  if (read.outcome === 'no-such-order') return read;
  const isTheirs = customerId === null || read.facts.customerId === customerId;
  if (!isTheirs) return { outcome: 'no-such-order' };
  return { outcome: 'found', facts: read.facts, timezone: merchant.timezone };
}
