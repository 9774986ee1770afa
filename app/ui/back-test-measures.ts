import type { Measures } from '../domain/backtest/measures.ts';
import { estimateWords } from './back-test-words.ts';
import { numberWords } from './format.ts';
import type { Words } from './words.ts';

/** What is counted of suggestions (`back-test.measure.<name>`). */
export const counted = ['suggested', 'right', 'wrong', 'undecided', 'missed'] as const;

/** The figures of a row that are counted, and the two shares. */
export function measureCells(measures: Measures, words: Words): readonly string[] {
  return [
    ...counted.map((name) => numberWords(measures[name], words)),
    estimateWords(measures.precision, words),
    estimateWords(measures.recall, words),
  ];
}

export function measureHeads({ t }: Words): readonly string[] {
  return [...counted, 'precision', 'recall'].map((name) => t(`back-test.measure.${name}`));
}
