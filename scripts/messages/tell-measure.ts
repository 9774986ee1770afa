import { meanings } from '#app/domain/intent.ts';
import { thresholds } from '#app/domain/text/model.ts';
import type { Measured } from './measure.ts';

/** The measures as lines for people. */
export function tellMeasure(measured: Measured): string {
  const { byMeaning, byLanguage } = measured;
  return [
    `${measured.texts} texts`,
    `accuracy           ${percent(measured.accuracy)}`,
    `macro-F1           ${measured.macroF1.toFixed(3)} over ${Object.keys(byMeaning).length} meanings, unknown counts as wrong`,
    `unknown            ${percent(measured.unknown)}; of what was read ${percent(measured.precision)} is right`,
    `at 95 % precision  ${percent(measured.coverageAt95)} covered, from a confidence of ${measured.confidenceAt95.toFixed(3)}`,
    `thresholds         unknown below ${thresholds.leastConfidence}, sure from ${thresholds.sureFrom}: by ${thresholds.keptAside} texts of training/kept-aside, on which neither lexicon nor weights were made`,
    `time               ${measured.microsecondsPerText.toFixed(0)} µs a message, ${measured.microsecondsAtWorst.toFixed(0)} µs at worst`,
    '',
    'meaning             texts  precision  recall     F1',
    ...Object.entries(byMeaning).map(
      ([name, { texts, precision, recall, f1 }]) =>
        `${name.padEnd(18)}${String(texts).padStart(7)}${percent(precision).padStart(11)}${percent(recall).padStart(8)}${f1.toFixed(3).padStart(7)}`,
    ),
    '',
    'language  texts  accuracy  macro-F1',
    ...Object.entries(byLanguage).map(
      ([name, { texts, accuracy, macroF1 }]) =>
        `${name.padEnd(8)}${String(texts).padStart(7)}${percent(accuracy).padStart(10)}${macroF1.toFixed(3).padStart(10)}`,
    ),
    '',
    ...tellConfusion(measured.confusion),
  ].join('\n');
}

/** Rows: what it is; columns: what was read. */
function tellConfusion(confusion: Measured['confusion']): readonly string[] {
  const columns = [...meanings, 'unknown'].filter((column) =>
    Object.values(confusion).some((row) => row[column] !== undefined),
  );
  const width = 5;
  const head = columns.map((column) => column.slice(0, width - 1).padStart(width)).join('');
  return [
    `${'is \\ read'.padEnd(18)}${head}`,
    ...Object.entries(confusion).map(
      ([name, row]) =>
        `${name.padEnd(18)}${columns.map((column) => String(row[column] ?? '·').padStart(width)).join('')}`,
    ),
  ];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
