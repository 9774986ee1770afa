import { expect, test } from 'vitest';
import { median } from '../../../scripts/bench-web/median.ts';
import { summarise, type Visited } from '../../../scripts/bench-web/summary.ts';

const visit = (page: Visited['page'], slowed: number, figures: Partial<Visited> = {}): Visited => ({
  ...{ page, slowed, largestPaint: 100, firstByte: 10, interaction: 16, shift: 0 },
  ...figures,
});
const queueTime = (large: number, small: number) => ({
  view: 'by act-by',
  page: { large: 1, small: 1 },
  whole: { large, small },
  isSamePlan: true,
});

function misses(taken: Partial<Parameters<typeof summarise>[0]>): readonly string[] {
  const { checks } = summarise({
    visits: [visit('bare', 1), visit('queue', 1)],
    queueTimes: [queueTime(10, 10)],
    scripts: { files: 3, bytes: 170_000 },
    ...taken,
  });
  return checks.filter(({ isMet }) => !isMet).map(({ what }) => what);
}

test('the median is the middle one, or between the middle two', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(() => median([])).toThrow(RangeError);
});

test('a bound that is just met is met', () => {
  const queue = { largestPaint: 125, interaction: 24, shift: 0.02 };
  const visits = [visit('bare', 1), visit('queue', 1, queue)];
  expect(misses({ visits, queueTimes: [queueTime(15, 10)] })).toEqual([]);
});

test('each bound can be missed, at each pace for itself', () => {
  const visits = [
    ...[visit('bare', 1), visit('queue', 1, { largestPaint: 126 })],
    ...[visit('bare', 4), visit('queue', 4, { interaction: 25, shift: 0.03 })],
  ];
  const scripts = { files: 3, bytes: 170_001 };
  expect(misses({ visits, queueTimes: [queueTime(16, 10)], scripts })).toEqual([
    'LCP beside the bare page',
    'INP beside the bare page, processor 4 times slower',
    'CLS, processor 4 times slower',
    "the queue's query, by act-by, beside 10,000 rows",
    'scripts of the queue, bytes with gzip',
  ]);
});

test('another plan at more rows is a miss, however quick it is', () => {
  const times = [{ ...queueTime(10, 10), isSamePlan: false }];
  expect(misses({ queueTimes: times })).toEqual(["the plan of the queue's query, by act-by"]);
});

test('one visit of several that was slow changes no median, and one that jumped is told', () => {
  const visits = [
    ...[visit('bare', 1), visit('bare', 1), visit('bare', 1)],
    ...[visit('queue', 1), visit('queue', 1), visit('queue', 1, { largestPaint: 900, shift: 0.5 })],
  ];
  expect(misses({ visits })).toEqual(['CLS']);
  const { pages } = summarise({ visits, queueTimes: [], scripts: { files: 0, bytes: 0 } });
  expect(pages.map(({ page, visits: count, largestPaint }) => [page, count, largestPaint])).toEqual(
    [
      ['bare', 3, 100],
      ['queue', 3, 100],
    ],
  );
});
