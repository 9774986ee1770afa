import { elapsed, fact, instant, listOf, part } from '../../evidence.ts';
import { dispatchDeadline } from '../../law/deadlines.ts';
import { disputeWindow } from '../../law/dispute-window.ts';
import type { DispatchFacts } from '../../order-facts.ts';
import { days } from '../../policy/setting.ts';
import { growing } from '../../probability.ts';
import { stakeOfUnshipped, unshippedLinesOf } from '../../remedy/stake.ts';
import { addDays, earliest } from '../../time.ts';
import { cannotTell, claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';

/** The seller missed the ship-by date of goods that were paid for. */
export const lateDispatch = defineGround({
  id: 'late-dispatch',
  scenario: 'logistics',
  settings: {
    /** Days after the ship-by date before it counts as missed. */
    graceDays: days(0, 60),
    /** Ship-by date of orders for which none is known: days after the payment (7 d: SHOPLINE Tracker, c1 [38]). */
    shipWithinDays: days(7, 120),
  },
  judge({ facts: { order, shop }, settings, clock, calendar }) {
    const { paidAt } = order.payment;
    const unshipped = unshippedLinesOf(order);
    if (order.cancelledAt || unshipped.length === 0) return [];
    if (!paidAt) return cannotTell('payment');
    const waiting = order.dispatches.filter((dispatch) =>
      dispatch.lines.some((line) => line.remainingQuantity > 0),
    );
    const holds = [...new Set(waiting.flatMap((dispatch) => dispatch.holds))];
    if (holds.includes('AWAITING_PAYMENT')) return [];
    const stated = earliest(waiting.map((dispatch) => dispatch.fulfillBy));
    if (!stated && waiting.length > 0 && waiting.every(isScheduled)) {
      return cannotTell('ship-by');
    }
    const promised = earliest(waiting.map((dispatch) => dispatch.promisedBy));
    const assumed = addDays(paidAt, settings.shipWithinDays);
    // Goods that should be there by then should have left by then, too.
    const byPromise = !stated && promised !== null && promised < assumed;
    const shipBy = calendar.endOfDay(stated ?? (byPromise ? promised : assumed), shop.timeZone);
    if (!clock.hasPassed(addDays(shipBy, settings.graceDays))) return [];
    const promisedBy = promised && calendar.endOfDay(promised, shop.timeZone);
    const promisePassed =
      promised !== null && promisedBy !== null && clock.hasPassed(promisedBy)
        ? fact(
            'promise-passed',
            { days: elapsed(promisedBy), promised: instant(promised) },
            promised,
          )
        : null;
    const promiseAsShipBy = byPromise ? promisePassed : null;
    const over = clock.daysSince(shipBy, 10);
    const units = unshipped.reduce((sum, line) => sum + line.unfulfilledQuantity, 0);
    const shipped = order.lines.reduce((sum, line) => sum + line.currentQuantity, 0) - units;
    return claimOf({
      parts: listOf(
        part('base', 0.55, 'starting-value'),
        part('days-over', growing(over, 0.02, 0.2), 'starting-value'),
        stated ? null : part('no-estimate', -0.1, 'starting-value'),
        holds.length > 0 ? part('held', -0.1, 'starting-value') : null,
        // Not even handed over on the promised day: 85 % of such orders ended badly (Olist).
        promisePassed ? part('promise-broken', 0.1, 'olist-hand-over') : null,
      ),
      evidence: listOf(
        stated
          ? fact('ship-by-passed', { days: elapsed(shipBy) }, shipBy)
          : (promiseAsShipBy ??
              fact(
                'ship-by-assumed-passed',
                { days: elapsed(shipBy), shipWithinDays: settings.shipWithinDays },
                shipBy,
              )),
        shipped > 0
          ? fact('partly-shipped', { units, shipped })
          : fact('nothing-shipped', { units }),
        !promiseAsShipBy && promisePassed,
        ...holds.map((reason) => fact('dispatch-held', { reason })),
      ),
      responsibility: { party: 'seller', because: ['nothing-shipped', 'partly-shipped'] },
      stake: stakeOfUnshipped(order),
      deadlines: [
        dispatchDeadline(
          { country: order.destinationCountry, orderedAt: order.createdAt, promisedBy },
          stated,
        ),
        ...disputeWindow('not-received', { paidAt, promisedBy }),
      ].filter((deadline) => deadline !== null),
      remedies: ['cancel-and-refund'],
      ask: null,
    });
  },
});

function isScheduled(dispatch: DispatchFacts): boolean {
  return dispatch.status === 'SCHEDULED';
}
