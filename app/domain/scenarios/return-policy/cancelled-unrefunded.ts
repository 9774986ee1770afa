import { elapsed, fact, listOf, money, part } from '../../evidence.ts';
import { cancelledDeadline } from '../../law/deadlines.ts';
import { disputeWindow } from '../../law/dispute-window.ts';
import { days } from '../../policy/setting.ts';
import { refundableOf } from '../../remedy/refundable.ts';
import { stakeOfEverything } from '../../remedy/stake.ts';
import { addDays } from '../../time.ts';
import { claimOf } from '../claim-of.ts';
import { defineGround } from '../scenario.ts';

/** The order was cancelled, and money that came in was not sent back. */
export const cancelledUnrefunded = defineGround({
  id: 'cancelled-unrefunded',
  scenario: 'return-policy',
  settings: {
    /** Days that Shopify and the gateway are given to send the money by themselves. */
    graceDays: days(0, 30),
  },
  judge({ facts: { order }, settings, clock, calendar }) {
    const { cancelledAt } = order;
    if (!cancelledAt || !clock.hasPassed(addDays(cancelledAt, settings.graceDays))) return [];
    const { received, paidAt } = order.payment;
    return claimOf({
      // Owed by Shopify's own record; the rest of the doubt is what was agreed outside of it.
      parts: [part('base', 0.99, 'shopify-record')],
      evidence: listOf(
        fact('order-cancelled', { days: elapsed(cancelledAt) }, cancelledAt),
        fact('paid-not-returned', { amount: money(refundableOf(order)) }),
        fact('order-paid', { amount: money(received) }, paidAt),
      ),
      responsibility: { party: 'seller', because: ['order-cancelled', 'paid-not-returned'] },
      stake: stakeOfEverything(order),
      deadlines: [
        cancelledDeadline(order.destinationCountry, cancelledAt, calendar),
        ...disputeWindow('credit-not-processed', { paidAt, cancelledAt }),
      ].filter((deadline) => deadline !== null),
      remedies: ['refund'],
      ask: null,
    });
  },
});
