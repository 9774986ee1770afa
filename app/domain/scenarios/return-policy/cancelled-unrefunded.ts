import type { Evidence } from '../../claim.ts';
import { cancelledDeadline } from '../../law/deadlines.ts';
import { isPositive } from '../../money.ts';
import { growing, probabilityFrom } from '../../probability.ts';
import { refundableOf } from '../../remedy/refundable.ts';
import { stakeOfEverything } from '../../remedy/stake.ts';
import { addDays, daysBetween } from '../../time.ts';
import { nextDayOf } from '../next-day.ts';
import type { Ground } from '../scenario.ts';

export interface CancelledUnrefundedSettings {
  /** Days that Shopify and the gateway are given to send the money by themselves. */
  readonly graceDays: number;
}

/** The order was cancelled, and money that came in was not sent back. */
export const cancelledUnrefunded: Ground<'cancelled-unrefunded', CancelledUnrefundedSettings> = {
  id: 'cancelled-unrefunded',
  scenario: 'return-policy',
  defaults: { graceDays: 0 },
  judge({ facts, settings, now }) {
    const { cancelledAt } = facts;
    const left = refundableOf(facts);
    if (!cancelledAt || !isPositive(left)) return [{ finding: 'no-claim' }];
    const owedFrom = addDays(cancelledAt, settings.graceDays);
    if (now < owedFrom) return [{ finding: 'not-yet', lookAgainAt: owedFrom }];
    const days = daysBetween(cancelledAt, now);
    const { received } = facts.payment;
    const evidence: [Evidence, ...Evidence[]] = [
      { code: 'order-cancelled', params: { days }, at: cancelledAt },
      { code: 'paid-not-returned', params: { amount: { kind: 'money', money: left } }, at: null },
      {
        code: 'order-paid',
        params: { amount: { kind: 'money', money: received } },
        at: facts.payment.paidAt,
      },
    ];
    if (facts.test) evidence.push({ code: 'test-order', params: {}, at: null });
    return [
      {
        finding: 'claim',
        claim: {
          fulfillmentId: null,
          probability: probabilityFrom([
            { code: 'base', weight: 0.9, basis: 'shopify-record' },
            { code: 'days-over', weight: growing(days, 0.01, 0.07), basis: 'starting-value' },
          ]),
          evidence,
          responsibility: { party: 'seller', because: ['order-cancelled', 'paid-not-returned'] },
          stake: stakeOfEverything(facts),
          legalDeadline: cancelledDeadline(facts.destinationCountry, cancelledAt),
          // Visa 13.7: 15 days after the cancellation.
          bankDeadline: { at: addDays(cancelledAt, 15), rule: 'bank-visa-15d' },
        },
        lookAgainAt: nextDayOf(owedFrom, now),
      },
    ];
  },
};
