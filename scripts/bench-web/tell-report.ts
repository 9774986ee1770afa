import type { Check, PageFigures, Summary } from './summary.ts';
import type { QueueTime } from './time-queue.ts';

export interface Setting {
  readonly node: string;
  readonly chromium: string;
  readonly rows: number;
  readonly fewRows: number;
  readonly runs: number;
}

/** The figures as a table for people. */
export function tellReport(setting: Setting, { pages, queueTimes, checks }: Summary): string {
  const { node, chromium, rows, fewRows, runs } = setting;
  return [
    `${rows} suggestions; ${runs} visits of each page with an empty cache, medians, ms; Node ${node}, Chromium ${chromium}`,
    '',
    tableOf([['page', 'processor', 'first byte', 'LCP', 'INP', 'CLS'], ...pages.map(rowOfPage)]),
    '',
    tableOf([
      [
        'queue',
        `all it reads, ${rows}`,
        `at ${fewRows}`,
        `page alone, ${rows}`,
        `at ${fewRows}`,
        'plan',
      ],
      ...queueTimes.map(rowOfTime),
    ]),
    '',
    tableOf([['bound', 'measured', 'at most', ''], ...checks.map(rowOfCheck)]),
  ].join('\n');
}

function rowOfPage(figures: PageFigures): readonly string[] {
  const { page, slowed, firstByte, largestPaint, interaction, shift } = figures;
  const times = [firstByte, largestPaint, interaction].map((each) => each.toFixed(0));
  return [page, slowed === 1 ? 'as it is' : `${slowed} times slower`, ...times, shift.toFixed(3)];
}

function rowOfTime({ view, whole, page, isSamePlan }: QueueTime): readonly string[] {
  const times = [whole.large, whole.small, page.large, page.small];
  return [view, ...times.map((each) => each.toFixed(1)), isSamePlan ? 'the same' : 'another'];
}

function rowOfCheck({ what, value, most, isMet }: Check): readonly string[] {
  const tell = (figure: number) => (most > 100 ? figure.toFixed(0) : figure.toFixed(2));
  return [what, tell(value), tell(most), isMet ? 'met' : 'MISSED'];
}

/** The first column to the left, the others to the right. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
