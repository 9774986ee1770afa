import type { CarrierAnswer } from '../../case-facts.ts';
import { claimTermsOf } from '../../carriers/claim-terms.ts';
import type {
  Asked,
  Deadline,
  Evidence,
  NonEmpty,
  ProbabilityPart,
  RemedyKind,
  Responsibility,
  Stake,
} from '../../claim.ts';
import { elapsed, fact, instant, listOf, part } from '../../evidence.ts';
import { deliveryDeadline } from '../../law/deadlines.ts';
import { disputeWindow } from '../../law/dispute-window.ts';
import { parcelEvidence, type ParcelView } from '../../parcels/parcel-view.ts';
import type { SeenScan } from '../../parcels/read-scans.ts';
import type { ScanKind } from '../../scans/scan-meaning.ts';
import { wordEvidence } from '../../signals/telling-parts.ts';
import { tellingsOf, type Telling } from '../../signals/tellings.ts';
import { stakeOfParcel } from '../../remedy/stake.ts';
import type { Instant } from '../../time.ts';
import { claimOf } from '../claim-of.ts';
import type { Finding, Look } from '../scenario.ts';
import { promiseOf, type DeliveryPromise } from './promise.ts';

export interface ParcelClaimParts {
  readonly parts: NonEmpty<ProbabilityPart>;
  readonly evidence: NonEmpty<Evidence>;
  readonly responsibility: Responsibility;
  readonly remedies?: NonEmpty<RemedyKind>;
  readonly stake?: Stake;
  readonly ask?: Asked | null;
  /** What the carrier would be asked to pay for. */
  readonly problem?: 'lost' | 'damaged' | 'late' | 'not-received';
}

/** A claim about a parcel that has not reached the buyer, with what all such claims have in common. */
export function claimOfParcel(
  look: Look<unknown>,
  view: ParcelView,
  claim: ParcelClaimParts,
): readonly Finding[] {
  const { order } = look.facts;
  const told = tellingsOf(look, notReceived)[0] ?? null;
  const answer = lastAnswer(look, view);
  const contradicts = view.doubts.some(({ code }) => code === 'scans-contradict');
  const broken = brokenPromise(look, view);
  const saysPromise = claim.evidence.some(({ code }) => code === 'promise-passed');
  return claimOf({
    fulfillmentId: view.parcel.fulfillmentId,
    parts: listOf(
      ...claim.parts,
      told ? part('buyer-told', 0.1, 'starting-value') : null,
      contradicts ? part('contradiction', -0.2, 'starting-value') : null,
      view.lane.kind === 'unknown' ? part('lane', -0.05, 'starting-value') : null,
    ),
    evidence: listOf(
      ...claim.evidence,
      told && fact('buyer-told', { source: told.source }, told.at),
      told && wordEvidence([told]),
      answer && fact('carrier-answered', { verdict: answer.verdict }, answer.at),
      broken &&
        !saysPromise &&
        fact(
          'promise-passed',
          { days: elapsed(broken.over), promised: instant(broken.promised) },
          broken.promised,
        ),
      view.lane.evidence,
      parcelEvidence(view),
      ...view.doubts,
    ),
    responsibility: claim.responsibility,
    stake: claim.stake ?? stakeOfParcel(order, view.parcel),
    deadlines: clocksOf(look, view, claim.problem ?? 'lost'),
    remedies: claim.remedies ?? ['refund', 'reship'],
    ask: claim.ask === undefined ? askOf(answer) : claim.ask,
  });
}

const notReceived = {
  problems: ['not-received', 'late'],
  intents: ['not-received', 'late'],
  returnReasons: [],
} as const;

/** What buyers said of this order not having come, strongest first. */
export function toldNotReceived(look: Look<unknown>): readonly Telling[] {
  return tellingsOf(look, notReceived);
}

/** The carrier was asked already while it searches; asked again it would say the same. */
function askOf(answer: CarrierAnswer | null): Asked | null {
  return answer?.verdict === 'searching' ? null : 'carrier';
}

function lastAnswer({ facts, clock }: Look<unknown>, { parcel }: ParcelView): CarrierAnswer | null {
  const answers = facts.signals.carrierAnswers.filter(
    ({ fulfillmentId, at }) => fulfillmentId === parcel.fulfillmentId && clock.hasPassed(at),
  );
  return answers.reduce<CarrierAnswer | null>(
    (last, answer) => (last && last.at >= answer.at ? last : answer),
    null,
  );
}

function brokenPromise(look: Look<unknown>, view: ParcelView): DeliveryPromise | null {
  const promise = promiseOf(look, view.parcel);
  return promise && look.clock.hasPassed(promise.over) ? promise : null;
}

function clocksOf(
  look: Look<unknown>,
  view: ParcelView,
  problem: 'lost' | 'damaged' | 'late' | 'not-received',
): readonly Deadline[] {
  const { order } = look.facts;
  const { paidAt } = order.payment;
  const promisedBy = promiseOf(look, view.parcel)?.over ?? null;
  const { deliveredAt } = view;
  const terms = claimTermsOf({
    carrier: view.parcel.carrier,
    crossBorder: view.lane.kind === 'cross-border',
    shippedAt: view.parcel.createdAt,
    lastScanAt: view.lastSeen?.scan.happenedAt ?? null,
    deliveredAt,
    problem,
  });
  return [
    deliveryDeadline({ country: order.destinationCountry, orderedAt: order.createdAt, promisedBy }),
    ...disputeWindow('not-received', { paidAt, promisedBy, deliveredAt }),
    terms?.deadline ?? null,
  ].filter((deadline) => deadline !== null);
}

/** The newest scan whose words are known: what state the parcel is in. */
export function stateOf({ scans }: ParcelView): SeenScan | null {
  return (
    scans.findLast(({ meaning }) => meaning.kind !== 'unknown' && meaning.kind !== 'announced') ??
    null
  );
}

export function isIn(view: ParcelView, kinds: ReadonlySet<ScanKind>): boolean {
  const state = stateOf(view);
  return state !== null && kinds.has(state.meaning.kind);
}

/** States that have grounds of their own: their silence is explained. */
export const explained: ReadonlySet<ScanKind> = new Set([
  'ready-for-pickup',
  'attempt-failed',
  'refused',
  'address-problem',
  'customs-held',
  'lost',
  'returning',
  'returned',
  'cancelled',
]);

/** When silence alone makes it lost: never before its usual time is over, nor while it was seen lately. */
export function lostBySilenceAt(view: ParcelView): Instant {
  return view.silentAt && view.silentAt > view.lostAt ? view.silentAt : view.lostAt;
}
