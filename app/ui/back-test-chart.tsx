import { Group } from '@visx/group';
import { scaleLinear } from '@visx/scale';
import { Bar, Line } from '@visx/shape';
import type { Measures } from '../domain/backtest/measures.ts';
import { measureCells, measureHeads } from './back-test-measures.ts';
import { ChartFigure, Drawing } from './chart-figure.tsx';
import { joinSentences, percentWords } from './format.ts';
import type { Words } from './words.ts';
import { useWords } from './words-context.tsx';
import styles from './chart.module.css';

const rowHeight = 46;
const barHeight = 12;
const legendHeight = 18;

export interface PrecisionRow {
  readonly name: string;
  readonly measures: Measures;
  /** The precision from which on paying at once is the cheaper; null where that is not asked. */
  readonly breakEven: number | null;
}

/** How often suggestions of each kind were right, with where the true share probably lies, and what paying needs. */
export function PrecisionChart({
  title,
  head,
  rows,
}: {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly PrecisionRow[];
}) {
  const words = useWords();
  const { t } = words;
  const hasBreakEven = rows.some(({ breakEven }) => breakEven !== null);
  const finding = findingOf(rows, words);
  return (
    <ChartFigure
      title={title}
      finding={finding}
      heads={[
        head,
        ...measureHeads(words),
        ...(hasBreakEven ? [t('back-test.measure.break-even')] : []),
      ]}
      rows={rows.map(({ name, measures, breakEven }) => [
        name,
        ...measureCells(measures, words),
        ...(hasBreakEven
          ? [breakEven === null ? t('back-test.none') : percentWords(breakEven, words)]
          : []),
      ])}
    >
      <Drawing
        label={finding}
        height={rows.length * rowHeight + legendHeight}
        draw={(width) => <Rows rows={rows} width={width} words={words} />}
      />
      <p>{t(hasBreakEven ? 'back-test.chart.legend-break-even' : 'back-test.chart.legend')}</p>
    </ChartFigure>
  );
}

function Rows({
  rows,
  width,
  words,
}: {
  readonly rows: readonly PrecisionRow[];
  readonly width: number;
  readonly words: Words;
}) {
  const shares = scaleLinear({ domain: [0, 1], range: [0, width] });
  return rows.map(({ name, measures: { precision }, breakEven }, index) => (
    <Group key={name} top={index * rowHeight}>
      <text x={0} y={14}>
        {name}
      </text>
      <text x={width} y={14} textAnchor="end" className={styles['strong']}>
        {precision.share === null
          ? words.t('back-test.none')
          : percentWords(precision.share, words)}
      </text>
      <Bar
        y={22}
        width={shares(precision.share ?? 0)}
        height={barHeight}
        rx={2}
        className={styles['first'] ?? ''}
      />
      {precision.share !== null && (
        <Line
          from={{ x: shares(precision.low), y: 22 + barHeight + 3 }}
          to={{ x: shares(precision.high), y: 22 + barHeight + 3 }}
          className={styles['interval'] ?? ''}
        />
      )}
      {breakEven !== null && (
        <Line
          from={{ x: shares(breakEven), y: 18 }}
          to={{ x: shares(breakEven), y: 22 + barHeight + 6 }}
          className={styles['mark'] ?? ''}
        />
      )}
    </Group>
  ));
}

function findingOf(rows: readonly PrecisionRow[], words: Words): string {
  const { t } = words;
  const judged = rows.filter(({ measures }) => measures.precision.share !== null);
  const best = judged.toSorted(
    (a, b) => (b.measures.precision.share ?? 0) - (a.measures.precision.share ?? 0),
  )[0];
  if (!best) return t('back-test.chart.nothing');
  const below = judged.filter(
    ({ measures, breakEven }) => breakEven !== null && (measures.precision.share ?? 0) < breakEven,
  );
  const found = t('back-test.chart.best', {
    name: best.name,
    percent: percentWords(best.measures.precision.share ?? 0, words),
  });
  return below.length === 0
    ? found
    : joinSentences(
        [
          found,
          t('back-test.chart.below', {
            names: below.map(({ name }) => name).join(t('evidence-separator')),
          }),
        ],
        words,
      );
}
