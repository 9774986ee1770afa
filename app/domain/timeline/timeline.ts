import type { AuditEvent, AuditKind } from '../audit-event.ts';
import type { Signals } from '../case-facts.ts';
import type { Evidence } from '../claim.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { ReturnPolicy } from '../policy/sections.ts';
import type { RefundAttempt } from '../refund-attempt.ts';
import type { Claim } from '../suggestion.ts';
import type { Instant } from '../time.ts';
import { disputeMoments, orderMoments, policyMoments, refundMoments } from './order-moments.ts';
import { returnMoments, saidMoments } from './said-moments.ts';
import { scanMoments } from './scan-moments.ts';
import type { Timeline, TimelineEntry } from './timeline-entry.ts';

export interface TimelineSources {
  readonly claim: Claim;
  /** Null when the order was deleted at Shopify since, or is no longer kept. */
  readonly facts: OrderFacts | null;
  readonly signals: Signals;
  readonly attempts: readonly Pick<RefundAttempt, 'refundId'>[];
  readonly events: readonly AuditEvent[];
  readonly returnPolicy: ReturnPolicy;
}

/** All that is known to have happened about an order, and what is still to come by the clocks, in one line. */
export function timelineOf(sources: TimelineSources, now: Instant): Timeline {
  const { claim, facts, signals, attempts, returnPolicy } = sources;
  const scanned = facts && scanMoments(facts, signals, now);
  const happened: readonly TimelineEntry[] = [
    ...(facts ? orderMoments(facts) : []),
    ...(scanned?.entries ?? []),
    ...saidMoments(facts, signals),
    ...(facts ? [...returnMoments(facts), ...disputeMoments(facts)] : []),
    ...decisions(sources),
    ...(facts ? refundMoments(facts, attempts) : []),
    ...(scanned ? policyMoments(scanned.deliveredAt, returnPolicy) : []),
    ...claim.deadlines.map((deadline) => ({
      kind: 'clock' as const,
      at: deadline.at,
      deadline,
      evidence: [],
    })),
  ];
  return {
    // Sorting is stable: of one instant, what comes of another stays after it.
    entries: [...withEvidence(happened, claim.evidence)]
      .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1))
      .reverse(),
    timeless: claim.evidence.filter(({ at }) => at === null),
  };
}

/** Each dated piece of evidence beside what happened then; alone where nothing else did. */
function withEvidence(
  happened: readonly TimelineEntry[],
  evidence: readonly Evidence[],
): readonly TimelineEntry[] {
  const left = new Map<Instant, Evidence[]>();
  for (const piece of evidence) {
    if (piece.at) left.set(piece.at, [...(left.get(piece.at) ?? []), piece]);
  }
  // What is still to come proves nothing.
  const told = happened.map((entry) => {
    const pieces = entry.kind === 'clock' ? undefined : left.get(entry.at);
    if (!pieces) return entry;
    left.delete(entry.at);
    return { ...entry, evidence: pieces };
  });
  const alone = [...left].map(([at, pieces]) => ({
    kind: 'evidence' as const,
    at,
    evidence: pieces,
  }));
  return [...told, ...alone];
}

/** Steps that say nothing for themselves, or are told by what they led to. */
const untold = new Set<AuditKind>([
  'suggestion-changed',
  'carrier-answer-recorded',
  'refund-sent',
  'refund-money-moved',
]);

function decisions({ events, facts, attempts }: TimelineSources): readonly TimelineEntry[] {
  const onRecord = new Set(facts?.refunds.map(({ refundId }) => refundId));
  const isToldByRefund = attempts.some(({ refundId }) => refundId && onRecord.has(refundId));
  return events
    .filter(({ kind }) => !untold.has(kind) && !(kind === 'refund-made' && isToldByRefund))
    .map(({ at, kind, params, actor }) => ({
      kind: 'decision',
      at,
      event: { kind, params, actor },
      evidence: [],
    }));
}
