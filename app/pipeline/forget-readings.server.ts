import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { forgetReadingLabels } from '../db/reading-labels.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

/** Readings are heard as at the start again. */
export async function forgetReadings(
  { db, now }: Line,
  { shop, actor }: { readonly shop: ShopDomain; readonly actor: Actor },
): Promise<{ readonly outcome: 'forgotten' }> {
  return inTransaction(db, async (tx) => {
    const decisions = await forgetReadingLabels(tx, shop);
    await writeAuditEvent(tx, {
      shop,
      orderId: null,
      suggestionId: null,
      at: now(),
      actor,
      kind: 'readings-forgotten',
      params: { decisions },
    });
    return { outcome: 'forgotten' } as const;
  });
}
