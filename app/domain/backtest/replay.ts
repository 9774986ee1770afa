import { assess } from '../assess.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { Policy } from '../policy.ts';
import { paysNow } from '../remedy/pays-now.ts';
import { withdrawnReason } from '../stale.ts';
import type { WithdrawnReason } from '../suggestion.ts';
import { earliest, type Instant } from '../time.ts';
import { verdictOf, type Verdict } from '../verdict.ts';
import type { PastOrder } from './past-order.ts';
import { withNews } from './with-news.ts';

/** Between which instants an order is looked at, both included. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

/** One look of the past, and what it would have put before the merchant. */
export interface PastLook {
  readonly at: Instant;
  /** Null where nothing would have been suggested. */
  readonly verdict: Verdict | null;
}

/** A suggestion that would have been there. */
export interface PastSuggestion {
  readonly opened: PastVerdict;
  /** The first look at which paying at once was the recommended option; null where it never was. */
  readonly paying: PastVerdict | null;
  /** As it was in the end, or when it went. */
  readonly latest: PastVerdict;
  /** When and why it would have gone away by itself; null where it stood to the end. */
  readonly gone: { readonly at: Instant; readonly because: WithdrawnReason } | null;
}

export interface PastVerdict {
  readonly at: Instant;
  readonly verdict: Verdict;
}

export interface Replay {
  readonly looks: readonly PastLook[];
  /** One after the other: an order has at most one at a time. */
  readonly suggestions: readonly PastSuggestion[];
}

/** A look with the facts that it rested on, and those of the look before it. */
export interface Looked extends PastLook {
  readonly before: CaseFacts;
  readonly facts: CaseFacts;
}

/**
 * Judges a past order as the line would have: at every piece of news and whenever the verdict could change by time alone, each
 * time with what was known then and nothing else. One look at a time, so that whoever has seen enough can stop.
 */
export function* looksAt(
  { placed, news }: PastOrder,
  policy: Policy,
  span: Span,
): Generator<Looked> {
  let facts = placed;
  let place = 0;
  for (let at: Instant | null = span.from; at !== null && at <= span.until;) {
    const before = facts;
    for (let next = news[place]; next && next.knownAt <= at; next = news[place]) {
      facts = withNews(facts, next);
      place += 1;
    }
    const assessment = assess(facts, policy, at);
    yield { at, verdict: verdictOf(assessment), before, facts };
    at = earliest([news[place]?.knownAt ?? null, assessment.lookAgainAt]);
  }
}

/** All looks, and the suggestions as they would have come and gone: nobody decides meanwhile. */
export function replay(past: PastOrder, policy: Policy, span: Span): Replay {
  const looks: PastLook[] = [];
  const suggestions: PastSuggestion[] = [];
  for (const looked of looksAt(past, policy, span)) {
    looks.push({ at: looked.at, verdict: looked.verdict });
    follow(suggestions, looked);
  }
  return { looks, suggestions };
}

/** The last suggestion follows what was found, or another one is opened, as `pipeline/suggest` does it. */
function follow(suggestions: PastSuggestion[], { at, verdict, before, facts }: Looked): void {
  const last = suggestions.at(-1);
  const open = last?.gone ? undefined : last;
  if (!verdict) {
    if (!open) return;
    const { claim } = open.latest.verdict;
    const because = withdrawnReason({ claim, before, now: facts, at });
    suggestions.splice(-1, 1, { ...open, gone: { at, because } });
    return;
  }
  const latest = { at, verdict };
  const paying = paysNow(verdict.recommendation.options[0].kind) ? latest : null;
  if (!open) suggestions.push({ opened: latest, paying, latest, gone: null });
  else suggestions.splice(-1, 1, { ...open, latest, paying: open.paying ?? paying });
}
