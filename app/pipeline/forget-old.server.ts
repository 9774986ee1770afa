import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { forgetRuns } from '../db/flow-runs.server.ts';
import { deleteOldHistory } from '../db/history-orders.server.ts';
import { oldKinds, type OldKind, type OldRow } from '../db/old-rows-sql.server.ts';
import {
  addSwept,
  deleteOldRows,
  findOldRows,
  lockClosedOrders,
  takeSwept,
} from '../db/old-rows.server.ts';
import type { ForgetJob } from '../db/queue.server.ts';
import { findShop } from '../db/shops.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { RetentionPolicy } from '../domain/policy/sections.ts';
import type { SweptCounts } from '../domain/retention.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export type ForgetOutcome =
  | ({ readonly outcome: 'forgotten' } & SweptCounts)
  /** There is more than one job should take on. */
  | { readonly outcome: 'more' }
  | { readonly outcome: 'shop-gone' };

/** Rows in a transaction, and transactions that delete in a job: far less than a job's two minutes. */
const rowsAtOnce = 250;
const deletionsAtOnce = 40;

/** Flow asks again for a day and a half at most. */
const runsKeptDays = 7;

const keptFor: Readonly<Record<OldKind, keyof RetentionPolicy>> = {
  delivery: 'deliveryDays',
  signal: 'wordsDays',
  reading: 'wordsDays',
  order: 'orderDays',
};

/**
 * Deletes what the shop's policy keeps no longer, but nothing of an order that is still somebody's business. Each transaction
 * deletes a few rows and counts them: a sweep that is broken off goes on where it was, and is written down once, as a whole.
 */
export async function forgetOld(
  { db, now }: Pick<Line, 'db' | 'now'>,
  { shop }: ForgetJob,
): Promise<ForgetOutcome> {
  const merchant = await findShop(db.prisma, shop);
  if (!merchant) return { outcome: 'shop-gone' };
  const at = now();
  await forgetRuns(db.prisma, shop, addDays(at, -runsKeptDays));
  let deletions = 0;
  for (const kind of oldKinds) {
    const before = addDays(at, -merchant.policy.retention[keptFor[kind]]);
    let after: OldRow | null = null;
    do {
      // Only deletions count: what has to stay is passed by, and would else be met again and again.
      if (deletions >= deletionsAtOnce) return { outcome: 'more' };
      const batch: Batch = await forgetSome({ db, now }, shop, { kind, before, after });
      if (batch.deleted > 0) deletions += 1;
      after = batch.last;
    } while (after);
  }
  const before = addDays(at, -merchant.policy.retention.orderDays);
  for (let gone = rowsAtOnce; gone === rowsAtOnce; deletions += 1) {
    if (deletions >= deletionsAtOnce) return { outcome: 'more' };
    gone = await inTransaction(db, (tx) =>
      deleteOldHistory(tx, shop, { before, limit: rowsAtOnce }),
    );
  }
  return writeDown({ db, now }, shop);
}

interface Batch {
  readonly deleted: number;
  /** Null when there was no more. */
  readonly last: OldRow | null;
}

async function forgetSome(
  { db, now }: Pick<Line, 'db' | 'now'>,
  shop: ShopDomain,
  about: { readonly kind: OldKind; readonly before: Instant; readonly after: OldRow | null },
): Promise<Batch> {
  const { kind, before } = about;
  return inTransaction(db, async (tx) => {
    const found = await findOldRows(tx, shop, kind, { ...about, limit: rowsAtOnce });
    const orderIds = found.flatMap(({ orderId }) => orderId ?? []);
    const closed = await lockClosedOrders(tx, shop, orderIds);
    const rows = found.filter(({ orderId }) => orderId === null || closed.has(orderId));
    const deleted = await deleteOldRows(tx, shop, { kind, rows, before });
    await addSwept(tx, shop, { kind, count: deleted, now: now() });
    return { deleted, last: found.length < rowsAtOnce ? null : (found.at(-1) ?? null) };
  });
}

async function writeDown(
  { db, now }: Pick<Line, 'db' | 'now'>,
  shop: ShopDomain,
): Promise<ForgetOutcome> {
  return inTransaction(db, async (tx) => {
    const counts = await takeSwept(tx, shop);
    const some = Object.entries(counts).filter(([, count]) => count > 0);
    if (some.length > 0) {
      await writeAuditEvent(tx, {
        shop,
        orderId: null,
        suggestionId: null,
        at: now(),
        actor: 'system',
        kind: 'retention-swept',
        params: Object.fromEntries(some),
      });
    }
    return { outcome: 'forgotten', ...counts };
  });
}
