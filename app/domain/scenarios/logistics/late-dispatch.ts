import type { Evidence, NonEmpty, ProbabilityPart } from '../../claim.ts';
import { dispatchDeadline, firstDisputeDay } from '../../law/deadlines.ts';
import { isPositive } from '../../money.ts';
import type { DispatchFacts, OrderFacts } from '../../order-facts.ts';
import { growing, probabilityFrom } from '../../probability.ts';
import { stakeOfUnshipped, unshippedLinesOf } from '../../remedy/stake.ts';
import { addDays, daysBetween, earliest, type Instant } from '../../time.ts';
import { nextDayOf } from '../next-day.ts';
import type { Finding, Ground } from '../scenario.ts';

export interface LateDispatchSettings {
  /** Days after the ship-by date before it counts as missed. */
  readonly graceDays: number;
  /** Ship-by date of orders for which Shopify knows none: days after the payment. */
  readonly shipWithinDays: number;
}

/** The seller missed the ship-by date of goods that were paid for. */
export const lateDispatch: Ground<'late-dispatch', LateDispatchSettings> = {
  id: 'late-dispatch',
  scenario: 'logistics',
  // 7 d unshipped: SHOPLINE Tracker (numbers of the field, c1 [38]); a day of grace is a starting value.
  defaults: { graceDays: 1, shipWithinDays: 7 },
  judge({ facts, settings, now }) {
    const { paidAt } = facts.payment;
    if (facts.cancelledAt || unshippedLinesOf(facts).length === 0) return [{ finding: 'no-claim' }];
    if (!paidAt) return [{ finding: 'cannot-tell', missing: 'payment' }];
    const stake = stakeOfUnshipped(facts);
    if (!isPositive(stake.estimate)) return [{ finding: 'no-claim' }];
    const waiting = facts.dispatches.filter((dispatch) =>
      dispatch.lines.some((line) => line.remainingQuantity > 0),
    );
    const holds = waiting.flatMap((dispatch) => dispatch.holds);
    if (holds.includes('AWAITING_PAYMENT')) return [{ finding: 'no-claim' }];
    const stated = earliest(waiting.map((dispatch) => dispatch.fulfillBy));
    if (!stated && waiting.length > 0 && waiting.every(isScheduled)) {
      return [{ finding: 'cannot-tell', missing: 'ship-by date of a scheduled dispatch' }];
    }
    const shipBy = stated ?? addDays(paidAt, settings.shipWithinDays);
    const missedAt = addDays(shipBy, settings.graceDays);
    if (now < missedAt) return [{ finding: 'not-yet', lookAgainAt: missedAt }];
    const promisedBy = earliest(waiting.map((dispatch) => dispatch.promisedBy));
    const ordered = { country: facts.destinationCountry, orderedAt: facts.createdAt, promisedBy };
    const days = daysBetween(shipBy, now);
    return [
      {
        finding: 'claim',
        claim: {
          fulfillmentId: null,
          probability: probabilityFrom(partsOf({ days, stated, promisedBy, holds, now })),
          evidence: evidenceOf({ facts, days, stated, shipBy, settings, promisedBy, holds, now }),
          responsibility: { party: 'seller', because: ['nothing-shipped', 'partly-shipped'] },
          stake,
          legalDeadline: dispatchDeadline(ordered, stated),
          bankDeadline: firstDisputeDay(promisedBy, paidAt),
        },
        lookAgainAt: nextDayOf(missedAt, now),
      } satisfies Finding,
    ];
  },
};

function isScheduled(dispatch: DispatchFacts): boolean {
  return dispatch.status === 'SCHEDULED';
}

function partsOf(known: {
  readonly days: number;
  readonly stated: Instant | null;
  readonly promisedBy: Instant | null;
  readonly holds: readonly string[];
  readonly now: Instant;
}): NonEmpty<ProbabilityPart> {
  const parts: [ProbabilityPart, ...ProbabilityPart[]] = [
    { code: 'base', weight: 0.55, basis: 'starting-value' },
    { code: 'days-over', weight: growing(known.days, 0.02, 0.3), basis: 'starting-value' },
  ];
  if (!known.stated) parts.push({ code: 'no-estimate', weight: -0.1, basis: 'starting-value' });
  if (known.holds.length > 0) parts.push({ code: 'held', weight: -0.1, basis: 'starting-value' });
  if (known.promisedBy && known.promisedBy < known.now) {
    parts.push({ code: 'very-long', weight: 0.15, basis: 'law' });
  }
  return parts;
}

function evidenceOf(known: {
  readonly facts: OrderFacts;
  readonly days: number;
  readonly stated: Instant | null;
  readonly shipBy: Instant;
  readonly settings: LateDispatchSettings;
  readonly promisedBy: Instant | null;
  readonly holds: readonly string[];
  readonly now: Instant;
}): NonEmpty<Evidence> {
  const { facts, days, shipBy, settings, promisedBy, now } = known;
  const passed: Evidence = known.stated
    ? { code: 'ship-by-passed', params: { days }, at: shipBy }
    : {
        code: 'ship-by-assumed-passed',
        params: { days, shipWithinDays: settings.shipWithinDays },
        at: shipBy,
      };
  const units = unshippedLinesOf(facts).reduce((n, line) => n + line.unfulfilledQuantity, 0);
  const shipped = facts.lines.reduce((n, line) => n + line.currentQuantity, 0) - units;
  const evidence: [Evidence, ...Evidence[]] = [passed];
  evidence.push(
    shipped > 0
      ? { code: 'partly-shipped', params: { units, shipped }, at: null }
      : { code: 'nothing-shipped', params: { units }, at: null },
  );
  if (promisedBy && promisedBy < now) {
    const promised = { kind: 'instant', instant: promisedBy } as const;
    const params = { days: daysBetween(promisedBy, now), promised };
    evidence.push({ code: 'promise-passed', params, at: promisedBy });
  }
  for (const reason of new Set(known.holds)) {
    evidence.push({ code: 'dispatch-held', params: { reason }, at: null });
  }
  if (facts.test) evidence.push({ code: 'test-order', params: {}, at: null });
  return evidence;
}
