import { describe, expect, test } from 'vitest';
import { reportProblems } from '#app/domain/case-facts.ts';
import {
  checkReport,
  ofThings,
  onlyCategoryKept,
  reportableLines,
  type AskedReport,
  type ReportFault,
} from '#app/domain/reports/check-report.ts';
import { line, lineId, order } from '#tests/support/order-facts.ts';

const gone = 'gid://shopify/LineItem/2';
const twoMugs = order({
  lines: [line(), line({ lineItemId: gone, currentQuantity: 0 })],
});

const asked = (changes: Partial<AskedReport> = {}): AskedReport => ({
  clientId: 'form-0001',
  problem: 'damaged',
  lines: [{ lineItemId: lineId, quantity: '1' }],
  words: ' It broke. ',
  wish: 'refund',
  photos: 2,
  ...changes,
});

test('a report that fits is taken as it is, with its words trimmed', () => {
  expect(checkReport(asked(), twoMugs)).toEqual({
    outcome: 'fits',
    report: {
      ...{ clientId: 'form-0001', problem: 'damaged', wish: 'refund', words: 'It broke.' },
      lines: [{ lineItemId: lineId, quantity: 1 }],
    },
  });
});

test('lines of which nothing is meant are left out', () => {
  const lines = [
    { lineItemId: lineId, quantity: '0' },
    { lineItemId: 'nothing', quantity: ' ' },
  ];
  expect(checkReport(asked({ problem: 'late', lines }), twoMugs)).toMatchObject({
    report: { problem: 'late', lines: [] },
  });
});

test.each([...onlyCategoryKept])('of %s no word goes on', (problem) => {
  const checked = checkReport(asked({ problem, words: 'a rash', photos: 0 }), twoMugs);
  expect(checked).toMatchObject({ outcome: 'fits', report: { problem, words: '' } });
});

test.each([...onlyCategoryKept])('of %s no photo is taken', (problem) => {
  expect(checkReport(asked({ problem }), twoMugs)).toEqual({
    outcome: 'wrong',
    faults: ['photos-not-kept'],
  });
});

test.each(reportProblems)('whether things have to be named for %s', (problem) => {
  const checked = checkReport(asked({ problem, lines: [], photos: 0 }), twoMugs);
  const faults = ofThings.has(problem) ? ['no-lines'] : undefined;
  expect('faults' in checked ? checked.faults : undefined).toEqual(faults);
});

describe('what is wrong is said:', () => {
  const cases: readonly (readonly [ReportFault, Partial<AskedReport>])[] = [
    ['no-id', { clientId: 'short' }],
    ['no-id', { clientId: `${'x'.repeat(64)}y` }],
    ['no-id', { clientId: 'with spaces in it' }],
    ['no-problem', { problem: 'constructor' }],
    ['no-lines', { lines: [] }],
    ['unknown-line', { lines: [{ lineItemId: 'gid://shopify/LineItem/9', quantity: '1' }] }],
    ['unknown-line', { lines: [{ lineItemId: gone, quantity: '1' }] }],
    ['wrong-quantity', { lines: [{ lineItemId: lineId, quantity: '3' }] }],
    ['wrong-quantity', { lines: [{ lineItemId: lineId, quantity: '-1' }] }],
    ['wrong-quantity', { lines: [{ lineItemId: lineId, quantity: '1.5' }] }],
    ['wrong-quantity', { lines: [{ lineItemId: lineId, quantity: '00' }] }],
    ['words-too-long', { words: 'x'.repeat(2001) }],
    ['no-words', { problem: 'other', words: ' ' }],
    ['no-wish', { wish: '' }],
    ['too-many-photos', { photos: 6 }],
  ];

  test.each(cases)('%s', (fault, changes) => {
    expect(checkReport(asked(changes), twoMugs)).toEqual({ outcome: 'wrong', faults: [fault] });
  });

  test('all of it, and each once', () => {
    const line = { lineItemId: lineId, quantity: '9' };
    const wrong = asked({ problem: '', wish: '', lines: [line, line] });
    expect(checkReport(wrong, twoMugs)).toEqual({
      outcome: 'wrong',
      faults: ['no-problem', 'wrong-quantity', 'no-wish'],
    });
  });

  test('photos of an unknown problem are no fault beside it', () => {
    expect(checkReport(asked({ problem: '' }), twoMugs)).toEqual({
      outcome: 'wrong',
      faults: ['no-problem'],
    });
  });
});

test('what was given back is not asked about', () => {
  expect(reportableLines(twoMugs).map(({ lineItemId }) => lineItemId)).toEqual([lineId]);
});
