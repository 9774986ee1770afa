import { randomUUID } from 'node:crypto';
import { inTransaction, type Database } from '../../app/db/database.server.ts';
import { writeHistoryDispatches, writeHistoryOrders } from '../../app/db/history-orders.server.ts';
import type { HistoryId } from '../../app/domain/history.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import type { Instant } from '../../app/domain/time.ts';
import { makeCohort } from '../../tests/support/cohort/make-cohort.ts';
import { toldOf } from '../../tests/support/cohort/told.ts';

const atOnce = 500;

/** Fills a shop's history with cohorts, one after the other; answers until when it is told. */
export async function fillHistory(
  db: Database,
  shop: ShopDomain,
  { orders, signal }: { readonly orders: number; readonly signal: AbortSignal },
): Promise<Instant> {
  const importId = randomUUID() as unknown as HistoryId;
  let { until } = makeCohort({ seed: 1, size: 1 });
  for (let done = 0, seed = 1; done < orders; done += atOnce, seed += 1) {
    signal.throwIfAborted();
    const cohort = makeCohort({ seed, size: Math.min(atOnce, orders - done) });
    until = cohort.until;
    const told = cohort.orders.map(({ past }) => toldOf(past, cohort.until));
    await inTransaction(db, async (tx) => {
      await writeHistoryOrders(tx, shop, {
        ...{ importId, readAt: cohort.until },
        orders: told.map(({ order, placedTotal, placedShopTotal }) => ({
          ...{ order, placedTotal, placedShopTotal },
        })),
      });
      await writeHistoryDispatches(
        tx,
        shop,
        told.flatMap(({ order: { orderId }, dispatches }) =>
          dispatches.map((one) => ({ orderId, told: one })),
        ),
      );
    });
  }
  return until;
}
