import { reportProblems, type ReportProblem } from '../case-facts.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { LinePart } from '../remedy/stake.ts';
import { reportLimits, wishes, type Wish } from './buyer-report.ts';

/** A report as it was sent: anything may stand in it. */
export interface AskedReport {
  readonly clientId: string;
  readonly problem: string;
  readonly lines: readonly { readonly lineItemId: string; readonly quantity: string }[];
  readonly words: string;
  readonly wish: string;
  readonly photos: number;
}

/** A report of which everything is known to fit the order. */
export interface CheckedReport {
  readonly clientId: string;
  readonly problem: ReportProblem;
  readonly lines: readonly LinePart[];
  /** To be read, and not to be kept; empty where nothing may be read. */
  readonly words: string;
  readonly wish: Wish;
}

/** What is wrong with a report (`fault.<code>` in buyer-report.json). */
export const reportFaults = [
  'no-id',
  'no-problem',
  'no-lines',
  'unknown-line',
  'wrong-quantity',
  'words-too-long',
  'no-words',
  'no-wish',
  'too-many-photos',
  'photos-not-kept',
  'photo-too-large',
  'photo-unreadable',
] as const;
export type ReportFault = (typeof reportFaults)[number];

export type ReportCheck =
  | { readonly outcome: 'fits'; readonly report: CheckedReport }
  | { readonly outcome: 'wrong'; readonly faults: readonly ReportFault[] };

/** Of these only the category is kept, neither words nor pictures: they would be a medical record. */
export const onlyCategoryKept: ReadonlySet<ReportProblem> = new Set(['health', 'safety']);

/** A problem of things and not of the whole order: which ones has to be said. */
export const ofThings: ReadonlySet<ReportProblem> = new Set([
  'damaged',
  'missing-items',
  'not-as-described',
  'safety',
]);

/** What a report can be about: what the buyer has bought and not given back. */
export function reportableLines({ lines }: Pick<OrderFacts, 'lines'>): OrderFacts['lines'] {
  return lines.filter(({ currentQuantity }) => currentQuantity > 0);
}

export function checkReport(asked: AskedReport, order: Pick<OrderFacts, 'lines'>): ReportCheck {
  const problem = reportProblems.find((known) => known === asked.problem);
  const wish = wishes.find((known) => known === asked.wish);
  const words = asked.words.trim();
  const named = asked.lines.filter(({ quantity }) => quantity.trim() !== '0' && quantity.trim());
  const lines = named.map((line) => partOf(line, order));
  const faults: readonly ReportFault[] = [
    ...(/^[\w-]{8,64}$/.test(asked.clientId) ? [] : (['no-id'] as const)),
    ...(problem ? [] : (['no-problem'] as const)),
    ...(problem && ofThings.has(problem) && named.length === 0 ? (['no-lines'] as const) : []),
    ...new Set(lines.filter((line) => typeof line === 'string')),
    ...(words.length > reportLimits.words ? (['words-too-long'] as const) : []),
    ...(problem === 'other' && words === '' ? (['no-words'] as const) : []),
    ...(wish ? [] : (['no-wish'] as const)),
    ...photoFaults(asked.photos, problem),
  ];
  if (!problem || !wish || faults.length > 0) return { outcome: 'wrong', faults };
  return {
    outcome: 'fits',
    report: {
      ...{ clientId: asked.clientId, problem, wish },
      lines: lines.filter((line) => typeof line !== 'string'),
      words: onlyCategoryKept.has(problem) ? '' : words,
    },
  };
}

function photoFaults(photos: number, problem: ReportProblem | undefined): readonly ReportFault[] {
  if (photos > reportLimits.photos) return ['too-many-photos'];
  return photos > 0 && problem && onlyCategoryKept.has(problem) ? ['photos-not-kept'] : [];
}

function partOf(
  { lineItemId, quantity }: AskedReport['lines'][number],
  order: Pick<OrderFacts, 'lines'>,
): LinePart | ReportFault {
  const line = reportableLines(order).find((known) => known.lineItemId === lineItemId);
  if (!line) return 'unknown-line';
  const pieces = /^\d{1,6}$/.test(quantity.trim()) ? Number(quantity) : 0;
  if (pieces < 1 || pieces > line.currentQuantity) return 'wrong-quantity';
  return { lineItemId: line.lineItemId, quantity: pieces };
}
