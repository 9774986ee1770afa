import type { CsvCell } from '../domain/csv.ts';
import type { ExportedSuggestion } from '../domain/overview/figures.ts';
import type { Instant } from '../domain/time.ts';
import { codeWords } from './code-words.ts';
import { countryWords, plainInstant } from './format.ts';
import type { Words } from './words.ts';

/** The names of the columns; times are the shop's, and say so. */
export function csvHeads({ t, timezone }: Words): readonly string[] {
  const time = (name: string) => t('overview.export.time', { name, timezone });
  return [
    t('column.order'),
    time(t('overview.export.opened')),
    t('column.status'),
    t('filter.scenario'),
    t('filter.ground'),
    t('column.amount'),
    t('filter.currency'),
    t('column.probability'),
    t('column.responsible'),
    t('filter.country'),
    time(t('clocks.legal-refund')),
    time(t('clocks.card-dispute-earliest')),
    time(t('overview.export.refunded')),
    t('overview.export.dismissed'),
    t('overview.export.withdrawn'),
    time(t('overview.export.regretted')),
  ];
}

/** The row of a suggestion, column by column. Amounts are plain decimals: a spreadsheet adds them up. */
export function csvCells(row: ExportedSuggestion, words: Words): readonly CsvCell[] {
  const time = (at: Instant | null) => at && plainInstant(at, words);
  return [
    row.orderName,
    time(row.openedAt),
    codeWords('state', row.state, words),
    codeWords('scenario', row.scenario, words),
    codeWords('ground', row.ground, words),
    row.amount.amount,
    row.amount.currencyCode,
    row.probability,
    codeWords('party', row.responsible, words),
    row.destinationCountry && countryWords(row.destinationCountry, words),
    time(row.legalBy),
    time(row.bankBy),
    time(row.refundedAt),
    row.dismissReason && codeWords('dismiss-reason', row.dismissReason, words),
    row.withdrawnBecause && codeWords('withdrawn', row.withdrawnBecause, words),
    time(row.regrettedAt),
  ];
}
