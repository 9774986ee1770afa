import type { AskedReport, ReportFault } from '../domain/reports/check-report.ts';
import type { LineFacts } from '../domain/order-facts.ts';
import type { BuyerReport } from '../domain/reports/buyer-report.ts';
import type { ReportStanding } from '../domain/reports/report-state.ts';

/** Why a buyer cannot go on (`refusal.<code>` in buyer-report.json). */
export type ReportRefusal =
  | 'no-link'
  | 'expired'
  | 'no-such-order'
  | 'try-again'
  | 'too-many'
  | 'too-large'
  | 'no-form'
  | 'too-many-reports'
  | 'too-late'
  | 'no-such-report';

/** What the page of a signed link shows. */
export interface ReportPageData {
  readonly orderName: string;
  readonly lines: readonly Pick<LineFacts, 'lineItemId' | 'title' | 'currentQuantity'>[];
  readonly reports: readonly (ReportStanding & { readonly report: BuyerReport })[];
  /** What was sent and is not right yet, or a form that nobody filled in. */
  readonly form: Omit<AskedReport, 'photos'>;
  readonly faults: readonly ReportFault[];
  /** What stopped the last step. */
  readonly refusal: ReportRefusal | null;
  readonly news: 'sent' | 'taken-back' | null;
}

/** A form that nobody filled in; of an order's only piece it is clear what it is about. */
export function emptyForm(
  clientId: string,
  lines: ReportPageData['lines'],
): Omit<AskedReport, 'photos'> {
  const [only] = lines.length === 1 ? lines : [];
  const chosen =
    only?.currentQuantity === 1 ? [{ lineItemId: only.lineItemId, quantity: '1' }] : [];
  return { clientId, problem: '', lines: chosen, words: '', wish: 'no-preference' };
}

/** The field that a fault is about. */
export const fieldOfFault: Readonly<Record<ReportFault, string>> = {
  'no-id': 'send',
  'no-problem': 'problem',
  'no-lines': 'lines',
  'unknown-line': 'lines',
  'wrong-quantity': 'lines',
  'words-too-long': 'words',
  'no-words': 'words',
  'no-wish': 'wish',
  'too-many-photos': 'photos',
  'photos-not-kept': 'photos',
  'photo-too-large': 'photos',
  'photo-unreadable': 'photos',
};
