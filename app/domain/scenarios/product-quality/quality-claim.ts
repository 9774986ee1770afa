import type { Deadline } from '../../claim.ts';
import { brokenGoodsDeadline } from '../../law/deadlines.ts';
import { disputeWindow } from '../../law/dispute-window.ts';
import { latest, type Instant } from '../../time.ts';
import type { Look } from '../scenario.ts';

/** The clocks of goods that came, and were not as they should be. */
export function qualityDeadlines(look: Look<unknown>, toldAt: Instant): readonly Deadline[] {
  const { order } = look.facts;
  const { paidAt } = order.payment;
  const deliveredAt = latest(look.parcels.map((parcel) => parcel.deliveredAt));
  return [
    brokenGoodsDeadline(order.destinationCountry, toldAt),
    ...disputeWindow('not-as-described', { paidAt, deliveredAt }),
  ].filter((deadline) => deadline !== null);
}

/** Whether anything of the order was shipped: what never left cannot have come broken. */
export function wasShipped({ facts, parcels }: Look<unknown>): boolean {
  return parcels.length > 0 && facts.order.cancelledAt === null;
}
