import { describe, expect, test } from 'vitest';
import { differenceOf } from '#app/domain/backtest/difference.ts';
import { leadTimes } from '#app/domain/backtest/lead-times.ts';
import { estimate, measure, measureGrounds } from '#app/domain/backtest/measures.ts';
import { netMoney } from '#app/domain/backtest/net-money.ts';
import { valueBands } from '#app/domain/backtest/value-bands.ts';
import { wilsonInterval } from '#app/domain/wilson.ts';
import { randomFrom } from '#tests/support/cohort/random.ts';
import { act, outcome, trial } from '#tests/support/cohort/trial.ts';
import { daysAgo, usd } from '#tests/support/order-facts.ts';

const wrong = trial({ truth: 'not-owed' });
const missed = trial({ act: null, seenBy: null });
const usdCode = usd('0').currencyCode;

describe('the measures', () => {
  test('count what was right, wrong, undecided and missed', () => {
    const trials = [
      trial(),
      trial(),
      wrong,
      trial({ truth: 'undecided' }),
      missed,
      trial({ act: null, truth: 'not-owed' }),
    ];
    expect(measure(trials)).toMatchObject({
      orders: 6,
      suggested: 4,
      right: 2,
      wrong: 1,
      undecided: 1,
      missed: 1,
      precision: { share: 2 / 3, ...wilsonInterval(2, 3) },
      recall: { share: 2 / 3 },
      f1: 2 / 3,
    });
  });

  test('say nothing of nothing', () => {
    expect(measure([])).toMatchObject({ precision: { share: null, low: 0, high: 1 }, f1: null });
    expect(measure([wrong]).f1).toBeNull();
  });

  test('are as sure of weighted orders as of the equal ones that tell as much', () => {
    const heavy = trial({ weight: 9 });
    const light = trial({ weight: 1, truth: 'not-owed' });
    // Kish: (9 + 1)² / (81 + 1).
    const effective = 100 / 82;
    expect(estimate([heavy], [heavy, light])).toEqual({
      share: 0.9,
      ...wilsonInterval(0.9 * effective, effective),
    });
  });

  test('tell who was reached before his first word, wherever he said it', () => {
    const before = [
      trial({ outcome: outcome({ wroteAt: daysAgo(19) }) }),
      trial({ outcome: outcome({ review: { at: daysAgo(20), stars: 1 } }) }),
      trial({ outcome: outcome({ wroteAt: daysAgo(21) }) }),
      trial(),
      missed,
    ];
    expect(measure(before).recallBeforeWord.share).toBe(3 / 5);
  });

  test('regret what came after all, to a buyer who was not owed', () => {
    const came = (days: number) => outcome({ deliveredAt: daysAgo(days) });
    const trials = [
      { ...wrong, outcome: came(19) },
      { ...wrong, outcome: came(21) },
      trial({ outcome: came(19) }),
      wrong,
    ];
    expect(measure(trials).regretted.share).toBe(1 / 4);
  });

  test('are told by ground, the busiest first, and for what no ground saw', () => {
    const seen = trial({ act: null, seenBy: 'lost' });
    const dispatch = trial({ act: act({ ground: 'late-dispatch' }), seenBy: 'late-arrival' });
    const rows = measureGrounds([missed, dispatch, seen, trial(), trial()]);
    expect(
      rows.map(({ ground, measures }) => [ground, measures.suggested, measures.missed]),
    ).toEqual([
      ['late-arrival', 2, 0],
      ['late-dispatch', 1, 0],
      [null, 0, 1],
      ['lost', 0, 1],
    ]);
  });
});

describe('value bands', () => {
  test('hold the precision against what paying now needs', () => {
    const cheap = trial({ value: usd('10.00'), act: act({ probability: 0.5, breakEven: 0.33 }) });
    const unknown = trial({ value: usd('12.00'), act: act({ breakEven: null }) });
    const [low, high] = valueBands([cheap, unknown, trial({ value: usd('50.00') }), missed], [40]);
    expect(low).toMatchObject({ from: 0, below: 40, said: 0.55, breakEven: 0.33 });
    expect(low?.measures.suggested).toBe(2);
    expect(high).toMatchObject({ from: 40, below: null, said: 0.6, breakEven: 0.78 });
    expect(high?.measures).toMatchObject({ suggested: 1, missed: 1 });
    expect(valueBands([missed], [])[0]).toMatchObject({ said: null, breakEven: null });
  });
});

describe('lead times', () => {
  test('are days from acting to each clock, of the right ones alone', () => {
    const clocks = act({ bankFrom: daysAgo(15), legalBy: daysAgo(22) });
    const told = trial({ act: clocks, outcome: outcome({ wroteAt: daysAgo(17) }) });
    expect(leadTimes([told, trial(), missed, { ...wrong, act: clocks }])).toEqual({
      contact: { clocks: 1, before: 1, medianDays: 3 },
      bank: { clocks: 1, before: 1, medianDays: 5 },
      legal: { clocks: 1, before: 0, medianDays: -2 },
    });
    expect(leadTimes([missed]).bank).toEqual({ clocks: 0, before: 0, medianDays: null });
  });
});

describe('the money against waiting', () => {
  const disputed = trial({ outcome: outcome({ disputedAt: daysAgo(10), wroteAt: daysAgo(15) }) });
  const tooLate = trial({ outcome: outcome({ disputedAt: daysAgo(30), wroteAt: daysAgo(31) }) });

  test('is what followed: fees and tickets spared, less what was paid for nothing', () => {
    const trials = [disputed, tooLate, wrong, trial({ truth: 'undecided' }), missed];
    expect(netMoney(trials, usdCode)).toEqual({
      paidEarly: usd('80.00'),
      paidForNothing: usd('40.00'),
      undecided: usd('40.00'),
      disputesAvoided: 1,
      feesAvoided: usd('25.00'),
      ticketsAvoided: usd('5.00'),
      net: usd('-10.00'),
      netPerThousand: usd('-2000.00'),
      uncounted: 0,
    });
  });

  test('is what the policy assumes, where outcomes do not tell', () => {
    const assumed = { recoveredPercent: 30, outcomesTell: false };
    expect(netMoney([trial({ weight: 2 }), wrong], usdCode, assumed)).toMatchObject({
      disputesAvoided: 0.8,
      feesAvoided: usd('20.00'),
      ticketsAvoided: usd('10.00'),
      paidForNothing: usd('28.00'),
      net: usd('2.00'),
    });
  });

  test('leaves out what cannot be counted in the currency', () => {
    const none = { ...disputed, costs: null };
    expect(netMoney([none], usdCode)).toMatchObject({ uncounted: 1, netPerThousand: usd('0') });
  });
});

describe('the difference of two ways of judging', () => {
  const random = () => {
    const numbers = randomFrom(7);
    return () => numbers.next();
  };
  const at = { at: daysAgo(20) };

  test('is found where there is one, with an interval without zero', () => {
    const pairs = Array.from({ length: 200 }, (_, place) => {
      const truth = place % 2 === 0 ? 'owed' : 'not-owed';
      const reviewed = outcome({ review: { at: daysAgo(20), stars: 1 } });
      const acts = place % 2 === 0 || place % 20 === 1;
      return {
        trial: trial({ truth, outcome: reviewed, act: acts ? act() : null }),
        other: place % 4 < 2 ? { at: daysAgo(19) } : null,
      };
    });
    const { precision, recall, recallBeforeWord } = differenceOf(pairs, {
      rounds: 200,
      random: random(),
    });
    expect(recall.by).toBeCloseTo(0.5);
    expect(recall.low).toBeGreaterThan(0.3);
    expect(recall.high).toBeLessThan(0.7);
    expect(precision.by).toBeCloseTo(100 / 110 - 0.5);
    expect(precision.low).toBeGreaterThan(0.2);
    // Who acts a day after the review was written reached nobody before it.
    expect(recallBeforeWord.by).toBe(1);
  });

  test('cannot be told where one of them never acts, and leaves out what is undecided', () => {
    const pairs = [
      { trial: trial(), other: null },
      { trial: trial({ truth: 'undecided' }), other: at },
    ];
    const { precision, recall } = differenceOf(pairs, { rounds: 10, random: random() });
    expect(precision.by).toBeNull();
    expect(recall.by).toBe(1);
    // Drawn from beyond the end: nothing is there.
    expect(differenceOf(pairs, { rounds: 1, random: () => 1 }).recall).toEqual({
      by: 1,
      low: 1,
      high: 1,
    });
    expect(differenceOf([], { rounds: 2, random: random() }).recall.by).toBeNull();
  });
});
