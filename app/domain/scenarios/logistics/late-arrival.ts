import type { Evidence, NonEmpty, ProbabilityPart } from '../../claim.ts';
import { laneOf } from '../../lane.ts';
import { deliveryDeadline, firstDisputeDay } from '../../law/deadlines.ts';
import { isPositive } from '../../money.ts';
import type { ParcelFacts } from '../../order-facts.ts';
import {
  deliveredAtOf,
  lastScanOf,
  parcelEvidence,
  scanEvidence,
  sentParcelsOf,
} from '../../parcel.ts';
import { growing, probabilityFrom } from '../../probability.ts';
import { stakeOfParcel, stakeOfShipping } from '../../remedy/stake.ts';
import { addDays, daysBetween, endOfDayEverywhere, type Instant } from '../../time.ts';
import { nextDayOf } from '../next-day.ts';
import type { Finding, Ground, Look } from '../scenario.ts';

export interface LateArrivalSettings {
  /** Days after the promised day that are still forgiven. */
  readonly graceDays: number;
  /** A parcel that arrived late is worth a shipping refund for so many days after it arrived. */
  readonly deliveredLateWithinDays: number;
}

/** The promised day passed and the parcel is still under way, or it came late. */
export const lateArrival: Ground<'late-arrival', LateArrivalSettings> = {
  id: 'late-arrival',
  scenario: 'logistics',
  // Waiting three days more halves what can still be prevented (numbers of the field, Olist), so one day.
  defaults: { graceDays: 1, deliveredLateWithinDays: 14 },
  judge(look) {
    if (look.facts.cancelledAt) return [{ finding: 'no-claim' }];
    return sentParcelsOf(look.facts).map((parcel) => judgeParcel(look, parcel));
  },
};

function judgeParcel(look: Look<LateArrivalSettings>, parcel: ParcelFacts): Finding {
  const promised = parcel.estimatedDeliveryAt;
  if (!promised) return { finding: 'cannot-tell', missing: 'a promised delivery day' };
  const lateFrom = addDays(endOfDayEverywhere(promised), look.settings.graceDays);
  const deliveredAt = deliveredAtOf(parcel);
  return deliveredAt
    ? judgeDelivered(look, parcel, { promised, lateFrom, deliveredAt })
    : judgeUnderWay(look, parcel, { promised, lateFrom });
}

function judgeUnderWay(
  { facts, now }: Look<LateArrivalSettings>,
  parcel: ParcelFacts,
  { promised, lateFrom }: { readonly promised: Instant; readonly lateFrom: Instant },
): Finding {
  if (now < lateFrom) return { finding: 'not-yet', lookAgainAt: lateFrom };
  const stake = stakeOfParcel(facts, parcel);
  if (!isPositive(stake.estimate)) return { finding: 'no-claim' };
  const scan = lastScanOf(parcel);
  const days = daysBetween(promised, now);
  const parts: [ProbabilityPart, ...ProbabilityPart[]] = [
    // Precision of "the promised day passed, neither delivered nor cancelled" on 41,866 orders.
    { code: 'base', weight: 0.67, basis: 'olist-rule-r' },
    { code: 'days-over', weight: growing(days, 0.01, 0.2), basis: 'starting-value' },
  ];
  const evidence: [Evidence, ...Evidence[]] = [promiseEvidence('promise-passed', promised, days)];
  if (scan) {
    const quietDays = daysBetween(scan.happenedAt, now);
    evidence.push(scanEvidence(scan, quietDays));
    if (quietDays <= 2) {
      parts.push({ code: 'tracking', weight: -0.1, basis: 'starting-value' });
      evidence.push({ code: 'still-moving', params: { status: scan.status }, at: scan.happenedAt });
    }
  }
  evidence.push(laneOf(facts, parcel).evidence, parcelEvidence(parcel));
  if (facts.test) evidence.push({ code: 'test-order', params: {}, at: null });
  return {
    finding: 'claim',
    claim: {
      fulfillmentId: parcel.fulfillmentId,
      probability: probabilityFrom(parts),
      evidence,
      responsibility: scan
        ? { party: 'carrier', because: ['last-scan'] }
        : { party: 'unknown', because: [] },
      stake,
      ...clocksOf(facts, promised),
    },
    lookAgainAt: nextDayOf(lateFrom, now),
  };
}

function judgeDelivered(
  { facts, settings, now }: Look<LateArrivalSettings>,
  parcel: ParcelFacts,
  known: { readonly promised: Instant; readonly lateFrom: Instant; readonly deliveredAt: Instant },
): Finding {
  const { promised, lateFrom, deliveredAt } = known;
  const forgottenAt = addDays(deliveredAt, settings.deliveredLateWithinDays);
  const stake = stakeOfShipping(facts);
  if (deliveredAt < lateFrom || now >= forgottenAt || !stake || !isPositive(stake.estimate)) {
    return { finding: 'no-claim' };
  }
  const shipping = stake.shipping ?? stake.estimate;
  const evidence: NonEmpty<Evidence> = [
    promiseEvidence('delivered-late', promised, daysBetween(promised, deliveredAt), deliveredAt),
    { code: 'shipping-paid', params: { amount: { kind: 'money', money: shipping } }, at: null },
    laneOf(facts, parcel).evidence,
    parcelEvidence(parcel),
  ];
  return {
    finding: 'claim',
    claim: {
      fulfillmentId: parcel.fulfillmentId,
      probability: probabilityFrom([{ code: 'base', weight: 0.5, basis: 'starting-value' }]),
      evidence,
      responsibility: { party: 'carrier', because: ['delivered-late'] },
      stake,
      // Goods that arrived are no longer "not received": neither clock runs.
      legalDeadline: null,
      bankDeadline: null,
    },
    lookAgainAt: forgottenAt,
  };
}

function promiseEvidence(
  code: 'promise-passed' | 'delivered-late',
  promised: Instant,
  days: number,
  at: Instant = promised,
): Evidence {
  return { code, params: { days, promised: { kind: 'instant', instant: promised } }, at };
}

function clocksOf(facts: Look<LateArrivalSettings>['facts'], promisedBy: Instant) {
  const { paidAt } = facts.payment;
  return {
    legalDeadline: deliveryDeadline({
      country: facts.destinationCountry,
      orderedAt: facts.createdAt,
      promisedBy,
    }),
    bankDeadline: paidAt ? firstDisputeDay(promisedBy, paidAt) : null,
  };
}
