import { expect, test } from 'vitest';
import type { ExportedSuggestion } from '#app/domain/overview/figures.ts';
import { languages } from '#app/locales/load-words.ts';
import { csvCells, csvHeads } from '#app/ui/suggestion-csv.ts';
import { instant, usd } from '#tests/support/order-facts.ts';
import { wordsIn } from '#tests/support/words.ts';

const refunded: ExportedSuggestion = {
  orderName: '#1001',
  openedAt: instant('2026-11-25T03:00:00Z'),
  state: 'refunded',
  scenario: 'logistics',
  ground: 'lost',
  amount: usd('12.50'),
  probability: 0.8,
  responsible: 'carrier',
  destinationCountry: 'DE',
  legalBy: null,
  bankBy: instant('2026-12-01T00:00:00Z'),
  refundedAt: instant('2026-11-25T05:00:00Z'),
  dismissReason: null,
  withdrawnBecause: null,
  regrettedAt: null,
};

test.each(languages)('a row has a cell under each head, in %s', (language) => {
  const words = wordsIn(language);
  const heads = csvHeads(words);
  expect(csvCells(refunded, words).length).toBe(heads.length);
  expect(new Set(heads).size).toBe(heads.length);
});

test('times are the shop’s, amounts plain, and what is not known is empty', () => {
  expect(csvCells(refunded, wordsIn('en'))).toEqual([
    ...['#1001', '2026-11-24 22:00:00', 'Refunded', 'Logistics', 'Lost', '12.50', 'USD', 0.8],
    ...['Carrier', 'Germany', null, '2026-11-30 19:00:00', '2026-11-25 00:00:00', null, null, null],
  ]);
});

test('why something was not refunded is said in words', () => {
  const dismissed = csvCells({ ...refunded, dismissReason: 'not-owed' }, wordsIn('en'));
  expect(dismissed).toContain('Nothing is owed');
  const withdrawn = csvCells({ ...refunded, withdrawnBecause: 'disputed' }, wordsIn('en'));
  expect(withdrawn).toContain('The buyer went to the bank');
});
