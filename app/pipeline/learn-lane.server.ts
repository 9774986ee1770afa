import type { Tx } from '../db/database.server.ts';
import { writeTransit } from '../db/parcel-transits.server.ts';
import { worldCalendar } from '../domain/calendar/world-calendar.ts';
import type { CaseFacts } from '../domain/case-facts.ts';
import { clockAt } from '../domain/clock.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { laneSampleOf } from '../domain/lanes/learn-lanes.ts';
import { viewParcels } from '../domain/parcels/parcel-view.ts';
import type { Policy } from '../domain/policy.ts';
import type { Instant } from '../domain/time.ts';

/** Keeps what the order's delivered parcels teach about their lanes. */
export async function learnFrom(
  tx: Tx,
  shop: ShopDomain,
  facts: CaseFacts,
  { policy, at }: { readonly policy: Policy; readonly at: Instant },
): Promise<void> {
  const { order } = facts;
  const views = viewParcels(facts, policy, { clock: clockAt(at), calendar: worldCalendar });
  for (const view of views) {
    const sample = laneSampleOf(order, view);
    if (!sample) continue;
    await writeTransit(tx, { shop, orderId: order.orderId }, view.parcel.fulfillmentId, sample);
  }
}
