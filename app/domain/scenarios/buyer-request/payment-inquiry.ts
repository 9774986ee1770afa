import type { Responsibility } from '../../claim.ts';
import { isDisputeOpen } from '../../dispute.ts';
import { elapsed, fact, listOf, part } from '../../evidence.ts';
import type { DisputeFacts } from '../../order-facts.ts';
import { stakeOfEverything, stakeOfNothing } from '../../remedy/stake.ts';
import { claimOf, claimWithoutMoney } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';

/** The buyer's bank asks, or has taken the money: refund now or prepare evidence, never both. */
export const paymentInquiry = defineGround({
  id: 'payment-inquiry',
  scenario: 'buyer-request',
  settings: {},
  judge(look) {
    return look.facts.order.disputes
      .filter(isDisputeOpen)
      .flatMap((dispute) =>
        dispute.initiatedAs.toUpperCase() === 'INQUIRY'
          ? judgeInquiry(look, dispute)
          : judgeChargeback(look, dispute),
      );
  },
});

function judgeInquiry(look: Look<unknown>, dispute: DisputeFacts): readonly Finding[] {
  const { order } = look.facts;
  const reason = dispute.reason?.toUpperCase() ?? '';
  const delivered = look.parcels.some(({ deliveredAt }) => deliveredAt !== null);
  const notReceived = reason === 'PRODUCT_NOT_RECEIVED';
  return claimOf({
    parts: listOf(
      part('base', 0.6, 'starting-value'),
      notReceived && !delivered && part('nothing-delivered', 0.25, 'starting-value'),
      notReceived && delivered && part('was-delivered', -0.25, 'starting-value'),
      reason === 'FRAUDULENT' && part('fraud-named', 0.25, 'starting-value'),
    ),
    evidence: evidenceOf(dispute, delivered),
    responsibility: responsibilityOf(look, delivered),
    stake: stakeOfEverything(order),
    // The bank's own clock runs already.
    deadlines: [],
    remedies: ['refund'],
    ask: null,
  });
}

function judgeChargeback(look: Look<unknown>, dispute: DisputeFacts): readonly Finding[] {
  const delivered = look.parcels.some(({ deliveredAt }) => deliveredAt !== null);
  const [first, ...rest] = evidenceOf(dispute, delivered);
  return claimWithoutMoney({
    parts: [part('base', 0.05, 'shopify-record')],
    evidence: [first, ...rest, fact('bank-has-the-money')],
    responsibility: responsibilityOf(look, delivered),
    stake: stakeOfNothing(look.facts.order),
    deadlines: [],
    remedies: [],
    ask: null,
  });
}

function evidenceOf(dispute: DisputeFacts, delivered: boolean) {
  const { openedAt } = dispute;
  const inquiry = dispute.initiatedAs.toUpperCase() === 'INQUIRY';
  return listOf(
    openedAt
      ? fact(
          inquiry ? 'inquiry-opened' : 'chargeback-opened',
          { days: elapsed(openedAt), dispute: dispute.reason?.toUpperCase() ?? '' },
          openedAt,
        )
      : fact(inquiry ? 'inquiry-open' : 'chargeback-open', {
          dispute: dispute.reason?.toUpperCase() ?? '',
        }),
    delivered ? fact('was-delivered') : fact('not-delivered'),
  );
}

function responsibilityOf({ parcels }: Look<unknown>, delivered: boolean): Responsibility {
  if (delivered) return { party: 'unknown', because: ['was-delivered'] };
  const carried = parcels.some(({ lastSeen }) => lastSeen !== null);
  return { party: carried ? 'carrier' : 'seller', because: ['not-delivered'] };
}
