import type { Evidence, NonEmpty, ProbabilityPart } from '../../claim.ts';
import { laneOf } from '../../lane.ts';
import { deliveryDeadline, firstDisputeDay } from '../../law/deadlines.ts';
import { isPositive } from '../../money.ts';
import type { OrderFacts, ParcelFacts } from '../../order-facts.ts';
import {
  deliveredAtOf,
  lastScanOf,
  parcelEvidence,
  scanEvidence,
  sentParcelsOf,
} from '../../parcel.ts';
import { growing, probabilityFrom } from '../../probability.ts';
import { stakeOfParcel } from '../../remedy/stake.ts';
import { addDays, daysBetween, type Instant } from '../../time.ts';
import { nextDayOf } from '../next-day.ts';
import type { Finding, Ground, Look } from '../scenario.ts';

export interface SilentParcelSettings {
  /** Days without a scan that are still ordinary, within a country. */
  readonly silentDaysDomestic: number;
  /** The same across a border, and where the lane is unknown. */
  readonly silentDaysCrossBorder: number;
  /** Days after which a silent parcel is taken for lost. */
  readonly lostDaysDomestic: number;
  readonly lostDaysCrossBorder: number;
}

/** A carrier had the parcel, and then said nothing more. */
export const silentParcel: Ground<'silent-parcel', SilentParcelSettings> = {
  id: 'silent-parcel',
  scenario: 'logistics',
  // 7/20 days: Route [94], Redo [5][87]; 30/60 days: Seel [44][96][97].
  defaults: {
    silentDaysDomestic: 7,
    silentDaysCrossBorder: 20,
    lostDaysDomestic: 30,
    lostDaysCrossBorder: 60,
  },
  judge(look) {
    if (look.facts.cancelledAt) return [{ finding: 'no-claim' }];
    return sentParcelsOf(look.facts).map((parcel) => judgeParcel(look, parcel));
  },
};

function judgeParcel(
  { facts, settings, now }: Look<SilentParcelSettings>,
  parcel: ParcelFacts,
): Finding {
  if (deliveredAtOf(parcel)) return { finding: 'no-claim' };
  const scan = lastScanOf(parcel);
  if (!scan) return { finding: 'cannot-tell', missing: 'a scan of the carrier' };
  const stake = stakeOfParcel(facts, parcel);
  if (!isPositive(stake.estimate)) return { finding: 'no-claim' };
  const lane = laneOf(facts, parcel);
  const domestic = lane.kind === 'domestic';
  const limit = domestic ? settings.silentDaysDomestic : settings.silentDaysCrossBorder;
  const lostAfter = domestic ? settings.lostDaysDomestic : settings.lostDaysCrossBorder;
  const silentAt = addDays(scan.happenedAt, limit);
  if (now < silentAt) return { finding: 'not-yet', lookAgainAt: silentAt };
  const days = daysBetween(scan.happenedAt, now);
  const { paidAt } = facts.payment;
  const promisedBy = parcel.estimatedDeliveryAt;
  return {
    finding: 'claim',
    claim: {
      fulfillmentId: parcel.fulfillmentId,
      probability: probabilityFrom(
        partsOf({ days, limit, lostAfter, laneKnown: lane.kind !== 'unknown' }),
      ),
      evidence: evidenceOf(
        facts,
        parcel,
        [
          scanEvidence(scan, days),
          { code: 'silence-limit', params: { days: limit }, at: silentAt },
          lane.evidence,
        ],
        now,
      ),
      responsibility: { party: 'carrier', because: ['last-scan'] },
      stake,
      legalDeadline: deliveryDeadline({
        country: facts.destinationCountry,
        orderedAt: facts.createdAt,
        promisedBy,
      }),
      bankDeadline: paidAt ? firstDisputeDay(promisedBy, paidAt) : null,
    },
    lookAgainAt: nextDayOf(silentAt, now),
  };
}

function partsOf(known: {
  readonly days: number;
  readonly limit: number;
  readonly lostAfter: number;
  readonly laneKnown: boolean;
}): NonEmpty<ProbabilityPart> {
  const parts: [ProbabilityPart, ...ProbabilityPart[]] = [
    { code: 'base', weight: 0.6, basis: 'field-practice' },
    {
      code: 'days-over',
      weight: growing(known.days - known.limit, 0.01, 0.2),
      basis: 'starting-value',
    },
  ];
  if (known.days >= known.lostAfter) {
    parts.push({ code: 'very-long', weight: 0.15, basis: 'field-practice' });
  }
  if (!known.laneKnown) parts.push({ code: 'lane', weight: -0.05, basis: 'starting-value' });
  return parts;
}

function evidenceOf(
  facts: OrderFacts,
  parcel: ParcelFacts,
  heart: NonEmpty<Evidence>,
  now: Instant,
): NonEmpty<Evidence> {
  const evidence: [Evidence, ...Evidence[]] = [...heart];
  const promised = parcel.estimatedDeliveryAt;
  if (promised && promised < now) {
    const params = {
      days: daysBetween(promised, now),
      promised: { kind: 'instant', instant: promised },
    } as const;
    evidence.push({ code: 'estimate-passed', params, at: promised });
  }
  evidence.push(parcelEvidence(parcel));
  if (facts.test) evidence.push({ code: 'test-order', params: {}, at: null });
  return evidence;
}
