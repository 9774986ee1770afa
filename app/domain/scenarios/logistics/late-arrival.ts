import { elapsed, fact, instant, listOf, money, part } from '../../evidence.ts';
import { parcelEvidence, scanEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import { days } from '../../policy/setting.ts';
import { growing } from '../../probability.ts';
import { stakeOfShipping } from '../../remedy/stake.ts';
import { addDays, daysBetween, type Instant } from '../../time.ts';
import type { ScanKind } from '../../scans/scan-meaning.ts';
import { cannotTell, claimOf } from '../claim-of.ts';
import { defineGround, type Finding, type Look } from '../scenario.ts';
import { claimOfParcel, isIn, lostBySilenceAt } from './parcel-claim.ts';
import { promiseOf, type DeliveryPromise } from './promise.ts';

interface LateArrivalSettings {
  readonly graceDaysDomestic: number;
  readonly graceDaysCrossBorder: number;
  readonly handedOverLatelyDays: number;
  readonly latelyGraceDays: number;
  readonly deliveredLateWithinDays: number;
}

/** The promised day passed and the parcel is still under way, or it came late. */
export const lateArrival = defineGround({
  id: 'late-arrival',
  scenario: 'logistics',
  settings: {
    /*
     * Days after the promised day that are still forgiven. None at home: waiting three days more halves what can
     * still be prevented (Olist). One across a border, where the buyer's day may end after the shop's.
     */
    graceDaysDomestic: days(0, 60),
    graceDaysCrossBorder: days(1, 60),
    /*
     * At home, what the carrier got less than so many days before the promised day was over has a day more: it often comes on the
     * next one. The most precise figure on Olist's orders promised before 2018-02-06 that still reaches 98 % of the owed buyers
     * whom acting at once reaches before their word (docs/decisions/0022).
     */
    handedOverLatelyDays: days(15, 60),
    latelyGraceDays: days(1, 60),
    /** A parcel that arrived late is worth a shipping refund for so many days after it arrived. */
    deliveredLateWithinDays: days(14, 120),
  },
  judge(look) {
    if (look.facts.order.cancelledAt) return [];
    return look.parcels.flatMap((view) => judgeParcel(look, view));
  },
});

/** These are not merely late: their own grounds say more. */
const neverArriving: ReadonlySet<ScanKind> = new Set([
  'lost',
  'returning',
  'returned',
  'cancelled',
]);

function judgeParcel(look: Look<LateArrivalSettings>, view: ParcelView): readonly Finding[] {
  const promise = promiseOf(look, view.parcel);
  if (!promise) return view.deliveredAt ? [] : cannotTell('promise');
  const { graceDaysDomestic, graceDaysCrossBorder } = look.settings;
  const atHome = view.lane.kind === 'domestic';
  const lateFrom = addDays(promise.over, atHome ? graceDaysDomestic : graceDaysCrossBorder);
  const lately = atHome ? latelyGraceOf(look.settings, firstSeenAt(view), promise) : 0;
  return view.deliveredAt
    ? judgeDelivered(look, view, { promise, lateFrom, deliveredAt: view.deliveredAt })
    : judgeUnderWay(look, view, { promise, lateFrom: addDays(lateFrom, lately) });
}

/** Days more for what was handed over so late that it cannot be expected yet. */
function latelyGraceOf(
  { handedOverLatelyDays, latelyGraceDays }: LateArrivalSettings,
  handedOver: Instant | null,
  { over }: DeliveryPromise,
): number {
  return handedOver && handedOver > addDays(over, -handedOverLatelyDays) ? latelyGraceDays : 0;
}

function judgeUnderWay(
  look: Look<LateArrivalSettings>,
  view: ParcelView,
  { promise, lateFrom }: { readonly promise: DeliveryPromise; readonly lateFrom: Instant },
): readonly Finding[] {
  const { clock } = look;
  if (!clock.hasPassed(lateFrom) || isIn(view, neverArriving)) return [];
  if (clock.hasPassed(lostBySilenceAt(view))) return [];
  const over = clock.daysSince(lateFrom, 20);
  const { lastSeen } = view;
  const handedOver = firstSeenAt(view);
  const lately = handedOver && clock.daysSince(handedOver, 20);
  // What was handed over lately moves, too: one fact, counted once.
  const moving =
    lastSeen !== null &&
    lately !== null &&
    lately >= 10 &&
    !clock.hasPassed(addDays(lastSeen.scan.happenedAt, 3));
  const { promised } = promise;
  return claimOfParcel(look, view, {
    parts: listOf(
      // Precision of "the promised day passed, neither delivered nor cancelled" on 41,866 orders.
      part('base', 0.67, 'olist-rule-r'),
      part('days-over', growing(over, 0.01, 0.2), 'starting-value'),
      lately === null
        ? part('never-handed-over', 0.18, 'olist-hand-over')
        : lately < 20 && part('handed-over-lately', latelyWeight(lately), 'olist-hand-over'),
      moving && part('tracking', -0.1, 'starting-value'),
    ),
    evidence: listOf(
      fact(
        'promise-passed',
        { days: elapsed(promise.over), promised: instant(promised) },
        promised,
      ),
      lastSeen && scanEvidence('last-scan', lastSeen),
      moving && fact('still-moving', {}, lastSeen.scan.happenedAt),
    ),
    responsibility: lastSeen
      ? { party: 'carrier', because: ['last-scan', 'last-scan-inferred'] }
      : { party: 'supplier', because: ['promise-passed'] },
    remedies: ['refund', 'refund-shipping', 'reship'],
    problem: 'late',
  });
}

function firstSeenAt({ scans }: ParcelView): Instant | null {
  return scans.find(({ meaning }) => meaning.kind !== 'announced')?.scan.happenedAt ?? null;
}

/**
 * Of the orders that had not come by the promised day, these shares turned out badly: not handed over .85, handed over
 * less than 5 days before .48, 10 days .53, 20 days .62, longer .69 (Olist, weighted; .67 in all).
 */
function latelyWeight(days: number): number {
  if (days < 5) return -0.19;
  return days < 10 ? -0.14 : -0.05;
}

function judgeDelivered(
  { facts: { order }, settings, clock }: Look<LateArrivalSettings>,
  view: ParcelView,
  known: {
    readonly promise: DeliveryPromise;
    readonly lateFrom: Instant;
    readonly deliveredAt: Instant;
  },
): readonly Finding[] {
  const { promise, lateFrom, deliveredAt } = known;
  const stake = stakeOfShipping(order);
  if (deliveredAt < lateFrom || !stake?.shipping) return [];
  if (clock.hasPassed(addDays(deliveredAt, settings.deliveredLateWithinDays))) return [];
  const { promised } = promise;
  return claimOf({
    fulfillmentId: view.parcel.fulfillmentId,
    parts: [part('base', 0.5, 'starting-value')],
    evidence: listOf(
      fact(
        'delivered-late',
        { days: daysBetween(promised, deliveredAt), promised: instant(promised) },
        deliveredAt,
      ),
      fact('shipping-paid', { amount: money(stake.shipping) }),
      view.lane.evidence,
      parcelEvidence(view),
      ...view.doubts,
    ),
    responsibility: { party: 'carrier', because: ['delivered-late'] },
    stake,
    // Goods that arrived are no longer "not received": neither clock runs.
    deadlines: [],
    remedies: ['refund-shipping'],
    ask: null,
  });
}
