import { median } from './median.ts';
import type { QueueTime } from './time-queue.ts';
import type { Measured } from './visit.ts';

/** What the bounds are about. */
export const comparedNames = ['bare', 'queue'] as const;
/** The others are shown without one. */
export const pageNames = [...comparedNames, 'overview', 'suggestion'] as const;
export type PageName = (typeof pageNames)[number];

/** One visit of a page, at the processor's own pace (1) or slowed. */
export interface Visited extends Measured {
  readonly page: PageName;
  readonly slowed: number;
}

export interface Taken {
  readonly visits: readonly Visited[];
  readonly queueTimes: readonly QueueTime[];
  readonly scripts: { readonly files: number; readonly bytes: number };
}

/** One thing that has a bound: times of the bare page, times of 10,000 rows, bytes. */
export interface Check {
  readonly what: string;
  readonly value: number;
  readonly most: number;
  readonly isMet: boolean;
}

export interface PageFigures {
  readonly page: PageName;
  readonly slowed: number;
  readonly visits: number;
  readonly largestPaint: number;
  readonly firstByte: number;
  readonly interaction: number;
  /** Of the worst visit. */
  readonly shift: number;
}

export interface Summary {
  readonly pages: readonly PageFigures[];
  readonly queueTimes: readonly QueueTime[];
  readonly checks: readonly Check[];
}

/** What the queue has to keep to; LCP, INP and the query as multiples. */
const bounds = {
  largestPaint: 1.25,
  interaction: 1.5,
  shift: 0.02,
  query: 1.5,
  scriptBytes: 170_000,
} as const;

export function summarise({ visits, queueTimes, scripts }: Taken): Summary {
  const pages = figuresOf(visits);
  const paces = [...new Set(visits.map(({ slowed }) => slowed))];
  const find = (page: PageName, slowed: number) => {
    const found = pages.find((each) => each.page === page && each.slowed === slowed);
    if (!found) throw new RangeError(`no visit of ${page} at ${slowed}`);
    return found;
  };
  const checks = paces.flatMap((slowed) => {
    const [bare, queue] = [find('bare', slowed), find('queue', slowed)];
    const pace = slowed === 1 ? '' : `, processor ${slowed} times slower`;
    return [
      check(
        `LCP beside the bare page${pace}`,
        queue.largestPaint / bare.largestPaint,
        bounds.largestPaint,
      ),
      check(
        `INP beside the bare page${pace}`,
        queue.interaction / bare.interaction,
        bounds.interaction,
      ),
      check(`CLS${pace}`, queue.shift, bounds.shift),
    ];
  });
  const ratios = queueTimes.flatMap(({ view, whole, isSamePlan }) => [
    check(
      `the queue's query, ${view}, beside 10,000 rows`,
      whole.large / whole.small,
      bounds.query,
    ),
    // Otherwise the ratio says nothing of how it grows.
    ...(isSamePlan ? [] : [check(`the plan of the queue's query, ${view}`, NaN, 1)]),
  ]);
  return {
    pages,
    queueTimes,
    checks: [
      ...checks,
      ...ratios,
      check('scripts of the queue, bytes with gzip', scripts.bytes, bounds.scriptBytes),
    ],
  };
}

function check(what: string, value: number, most: number): Check {
  return { what, value, most, isMet: value <= most };
}

function figuresOf(visits: readonly Visited[]): readonly PageFigures[] {
  const groups = Map.groupBy(visits, ({ page, slowed }) => `${page} ${slowed}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const middle = (name: 'largestPaint' | 'firstByte' | 'interaction') =>
      median(group.map((visit) => visit[name]));
    return {
      page: first.page,
      slowed: first.slowed,
      visits: group.length,
      largestPaint: middle('largestPaint'),
      firstByte: middle('firstByte'),
      interaction: middle('interaction'),
      shift: Math.max(...group.map(({ shift }) => shift)),
    };
  });
}
