import type { Calendar } from '../calendar/calendar.ts';
import type { Evidence } from '../claim.ts';
import type { OrderFacts, ParcelFacts } from '../order-facts.ts';
import type { LanePolicy } from '../policy/sections.ts';
import type { LaneRule } from '../policy/setting.ts';
import type { Instant } from '../time.ts';
import type { Lane } from './lane.ts';
import type { LaneRecord } from './lane-record.ts';

/** How many days of each kind of waiting are ordinary on a parcel's way, and where the figures are from. */
export interface LaneLimits {
  readonly neverScannedDays: number;
  readonly silentDays: number;
  readonly lostDays: number;
  /** `lane-rule`, `lane-learnt` or `lane-default`. */
  readonly evidence: Evidence;
}

export interface LaneOf {
  readonly order: OrderFacts;
  readonly parcel: ParcelFacts;
  readonly lane: Lane;
  readonly records: readonly LaneRecord[];
  readonly policy: LanePolicy;
}

/** The merchant's own rule first, then what the shop's parcels taught, then the field's usual figures. */
export function limitsOf(known: LaneOf): LaneLimits {
  const general = generalLimits(known.lane, known.policy);
  const rule = known.policy.rules.find((candidate) => fits(candidate, known));
  if (rule) {
    return {
      neverScannedDays: rule.neverScannedDays ?? general.neverScannedDays,
      silentDays: rule.silentDays ?? general.silentDays,
      lostDays: rule.lostDays ?? general.lostDays,
      evidence: { code: 'lane-rule', params: {}, at: null },
    };
  }
  const record = closestRecord(known);
  if (!record) return general;
  return {
    neverScannedDays: within(general.neverScannedDays, record.firstScanDays),
    silentDays: within(general.silentDays, record.silenceDays),
    lostDays: general.lostDays,
    evidence: { code: 'lane-learnt', params: { parcels: record.parcels }, at: null },
  };
}

function generalLimits(lane: Lane, policy: LanePolicy): LaneLimits {
  const evidence: Evidence = { code: 'lane-default', params: {}, at: null };
  return lane.kind === 'domestic'
    ? {
        neverScannedDays: policy.neverScannedDaysDomestic,
        silentDays: policy.silentDaysDomestic,
        lostDays: policy.lostDaysDomestic,
        evidence,
      }
    : {
        neverScannedDays: policy.neverScannedDaysCrossBorder,
        silentDays: policy.silentDaysCrossBorder,
        lostDays: policy.lostDaysCrossBorder,
        evidence,
      };
}

/** What was learnt may halve or double the usual limit, no more: a strange month must not switch the product off. */
function within(usual: number, learntDays: number): number {
  const learnt = Math.ceil(learntDays) + 1;
  return Math.min(usual * 2, Math.max(Math.ceil(usual / 2), learnt));
}

function fits(rule: LaneRule, { order, parcel, lane }: LaneOf): boolean {
  return (
    (rule.origin === null || rule.origin === lane.origin) &&
    (rule.destination === null || rule.destination === lane.destination) &&
    (rule.carrier === null || isSameName(rule.carrier, parcel.carrier)) &&
    (rule.service === null || isSameName(rule.service, order.shipping.service))
  );
}

/** The record of the most particular lane that has taught enough. */
function closestRecord({ order, parcel, lane, records, policy }: LaneOf): LaneRecord | null {
  const fitting = records.filter(
    (record) =>
      record.parcels >= policy.learnFromParcels &&
      record.lane.origin === lane.origin &&
      record.lane.destination === lane.destination &&
      (record.lane.carrier === null || isSameName(record.lane.carrier, parcel.carrier)) &&
      (record.lane.service === null || isSameName(record.lane.service, order.shipping.service)),
  );
  return fitting.reduce<LaneRecord | null>(
    (best, record) => (best && particular(best) >= particular(record) ? best : record),
    null,
  );
}

function particular({ lane }: LaneRecord): number {
  return (lane.carrier === null ? 0 : 1) + (lane.service === null ? 0 : 1);
}

/** Carriers and services are free texts at Shopify: case and spaces don't tell two apart. */
function isSameName(one: string, other: string | null): boolean {
  return other !== null && nameKey(one) === nameKey(other);
}

export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The end of so many ordinary days: holidays of both ends don't count, and a peak season adds its own. */
export function limitReached(
  start: Instant,
  days: number,
  on: { readonly lane: Lane; readonly policy: LanePolicy; readonly calendar: Calendar },
): Instant {
  const { lane, policy, calendar } = on;
  const countries = [lane.origin, lane.destination].filter((country) => country !== null);
  const extra = isPeak(start, policy) ? policy.peakExtraDays : 0;
  return calendar.daysLater(start, days + extra, countries);
}

/** Whether the instant lies in the season of the year in which parcels take longer; it may span New Year. */
export function isPeak(instant: Instant, { peakFrom, peakTo }: LanePolicy): boolean {
  const day = instant.slice(5, 10);
  return peakFrom <= peakTo ? day >= peakFrom && day <= peakTo : day >= peakFrom || day <= peakTo;
}
