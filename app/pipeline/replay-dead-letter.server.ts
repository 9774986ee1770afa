import { inTransaction } from '../db/database.server.ts';
import { reviveDeadLetter } from '../db/dead-letters.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

/** Gives a delivery that could not be worked through another try. */
export async function replayDeadLetter(
  { db, queue }: Line,
  { shop, deliveryId }: { readonly shop: ShopDomain; readonly deliveryId: string },
): Promise<{ readonly outcome: 'queued' } | { readonly outcome: 'gone' }> {
  return inTransaction(db, async (tx, sql) => {
    const revived = await reviveDeadLetter(tx, shop, deliveryId);
    if (!revived) return { outcome: 'gone' } as const;
    const { orderId } = revived;
    if (orderId) await queue.requestLooks([{ shop, orderId }], sql);
    else await queue.requestDeliveries([{ deliveryId }], sql);
    return { outcome: 'queued' } as const;
  });
}
