import type { OrderFacts, RefundFacts } from '../order-facts.ts';
import type { SuggestionState } from '../suggestion.ts';
import type { Instant } from '../time.ts';
import type { BuyerReport } from './buyer-report.ts';

/** What the buyer is told of a report (`state.<code>` in buyer-report.json): how far it is, and nothing of how it is judged. */
export const reportStates = [
  'received',
  'looking',
  'refund-coming',
  'refunded',
  'closed',
  'withdrawn',
] as const;
export type ReportState = (typeof reportStates)[number];

/** The order's newest suggestion, as far as a buyer's report is concerned. */
export interface NewestSuggestion {
  readonly state: SuggestionState;
  readonly updatedAt: Instant;
}

export interface ReportStanding {
  readonly state: ReportState;
  readonly canWithdraw: boolean;
}

type Reported = Pick<BuyerReport, 'at' | 'withdrawnAt'>;

/** An approval in its hold may be undone: nothing is promised yet, but it is too late to take the report back. */
export function reportStanding(
  report: Reported,
  order: Pick<OrderFacts, 'refunds'>,
  newest: NewestSuggestion | null,
): ReportStanding {
  const state = reportState(report, order, newest);
  const isUndecided = state === 'received' || state === 'looking';
  return { state, canWithdraw: isUndecided && newest?.state !== 'approved' };
}

function reportState(
  { at, withdrawnAt }: Reported,
  { refunds }: Pick<OrderFacts, 'refunds'>,
  newest: NewestSuggestion | null,
): ReportState {
  if (withdrawnAt) return 'withdrawn';
  const bySuggestion = newest && saidBy(newest, at);
  if (bySuggestion === 'refund-coming') return bySuggestion;
  return saidByRefunds(refunds, at) ?? bySuggestion ?? 'received';
}

/** Whoever paid, and from wherever. */
function saidByRefunds(
  refunds: readonly RefundFacts[],
  at: Instant,
): 'refunded' | 'refund-coming' | null {
  const statuses = refunds
    .filter(({ createdAt }) => createdAt !== null && createdAt >= at)
    .flatMap(({ transactions }) => transactions.map(({ status }) => status));
  if (statuses.includes('PENDING')) return 'refund-coming';
  return statuses.includes('SUCCESS') ? 'refunded' : null;
}

function saidBy({ state, updatedAt }: NewestSuggestion, at: Instant): ReportState | null {
  switch (state) {
    case 'refunding':
    case 'unknown':
      return 'refund-coming';
    case 'open':
    case 'snoozed':
    case 'approved':
    case 'rejected':
      return 'looking';
    case 'refunded':
      return updatedAt >= at ? 'refunded' : null;
    case 'dismissed':
    case 'withdrawn':
      return updatedAt >= at ? 'closed' : null;
  }
}
