import { describe, expect, test } from 'vitest';
import {
  enoughDays,
  silenceOf,
  sortSilences,
  type TopicSilence,
} from '#app/domain/health/silence.ts';
import { daysAgo, now } from '#tests/support/order-facts.ts';

/** Came on these days, counted back from now. */
const cameOn = (...days: readonly number[]) =>
  silenceOf({ topic: 'orders/updated', lastAt: now, daysAgo: days });
const daily = (from: number, count: number) =>
  Array.from({ length: count }, (_, day) => from + day);

describe('a silence is unusual', () => {
  test.each<[string, readonly number[], number | null, boolean]>([
    ['not where it never came', [], null, false],
    ['not where it came on too few days', daily(40, enoughDays - 1), null, false],
    ['not while it comes', daily(0, 30), 0, false],
    ['not after one day, however busy before', daily(1, 30), 0, false],
    ['after two days where it came every day', daily(2, 30), 0, true],
    ['not between two weekly dispatches', [6, 13, 20, 27, 34, 41, 48, 55, 56, 57], 6, false],
    ['after two of three weekly dispatches', [13, 20, 27, 34, 41, 48, 55, 56, 57, 58], 6, true],
    ['not after exactly twice as long', [12, 19, 26, 33, 40, 47, 54, 55, 56, 57], 6, false],
  ])('%s', (_, days, longestBefore, isUnusual) => {
    expect(cameOn(...days)).toMatchObject({ longestBefore, isUnusual });
  });
});

test('the unusual ones come first, then the latest; what never came is last', () => {
  const silence = (topic: string, lastAt: TopicSilence['lastAt'], isUnusual = false) => ({
    ...{ topic, lastAt, isUnusual, longestBefore: null },
  });
  const sorted = sortSilences([
    silence('never', null),
    silence('old', daysAgo(9)),
    silence('also-never', null),
    silence('unusual', daysAgo(5), true),
    silence('new', daysAgo(1)),
  ]);
  expect(sorted.map(({ topic }) => topic)).toEqual([
    ...['unusual', 'new', 'old', 'never', 'also-never'],
  ]);
});
