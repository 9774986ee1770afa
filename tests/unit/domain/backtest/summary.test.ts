import { describe, expect, test } from 'vitest';
import { cameOutAs, isTelling, parseBackTestId } from '#app/domain/backtest/back-test.ts';
import { measure, measuresOf } from '#app/domain/backtest/measures.ts';
import { netMoney } from '#app/domain/backtest/net-money.ts';
import {
  addSummaries,
  bandResults,
  emptySummary,
  groundResults,
  leadResults,
  moneyPerThousand,
  summarise,
  usualAssumptions,
} from '#app/domain/backtest/summary.ts';
import type { Trial } from '#app/domain/backtest/trial.ts';
import { historySince, missingOf, stageDone } from '#app/domain/history.ts';
import { parseMoney } from '#app/domain/money.ts';
import { act, outcome, trial } from '#tests/support/cohort/trial.ts';
import { daysAgo, now, usd } from '#tests/support/order-facts.ts';

const trials: readonly Trial[] = [
  trial({ outcome: outcome({ wroteAt: daysAgo(12), disputedAt: daysAgo(4) }) }),
  trial({ truth: 'not-owed', outcome: outcome({ deliveredAt: daysAgo(3) }) }),
  trial({ truth: 'undecided', value: usd('20.00') }),
  trial({ act: null, seenBy: null, value: usd('250.00') }),
  trial({ act: null, seenBy: null, truth: 'not-owed' }),
  trial({
    act: act({ ground: 'silent-parcel', breakEven: null, bankFrom: daysAgo(25), legalBy: now }),
    outcome: outcome({ wroteAt: daysAgo(22) }),
  }),
  trial({ costs: null, value: usd('120.00') }),
];

describe('a summary', () => {
  test('of parts that are added up is that of the whole', () => {
    for (const cut of [0, 1, 3, 5, 7]) {
      const parts = addSummaries(summarise(trials.slice(0, cut)), summarise(trials.slice(cut)));
      expect(bandResults(parts)).toEqual(bandResults(summarise(trials)));
      expect(groundResults(parts)).toEqual(groundResults(summarise(trials)));
      expect(leadResults(parts)).toEqual(leadResults(summarise(trials)));
      expect(parts.money).toEqual(summarise(trials).money);
      expect(measuresOf(parts.all)).toEqual(measure(trials));
    }
    expect(addSummaries(emptySummary, emptySummary)).toEqual(emptySummary);
  });

  test('goes by ground, and by what none saw', () => {
    expect(
      groundResults(summarise(trials)).map(({ ground, measures }) => [ground, measures.orders]),
    ).toEqual([
      ['late-arrival', 4],
      ['silent-parcel', 1],
      [null, 2],
    ]);
  });

  test('puts the probability that paying needs beside what claims say, by value', () => {
    const bands = bandResults(summarise(trials));
    expect(bands.map(({ from, below, measures }) => [from, below, measures.orders])).toEqual([
      [0, 25, 1],
      [25, 50, 4],
      [50, 100, 0],
      [100, 200, 1],
      [200, null, 1],
    ]);
    expect(bands[0]).toMatchObject({ said: 0.6, breakEven: 0.78 });
    expect(bands[4]).toMatchObject({ said: null, breakEven: null });
  });

  test('has bands of the currency', () => {
    const yen = trials.map((one) => ({ ...one, value: parseMoney('4500', 'JPY') }));
    expect(bandResults(summarise(yen)).find(({ measures }) => measures.orders > 0)).toMatchObject({
      from: 2500,
      below: 5000,
    });
    const odd = [trial({ value: parseMoney('45', 'XTS') })];
    expect(bandResults(summarise(odd))[1]?.measures.orders).toBe(1);
  });

  test('says how early right suggestions were', () => {
    expect(leadResults(summarise(trials))).toEqual([
      { clock: 'contact', clocks: 2, before: 1, medianDays: -2 },
      { clock: 'bank', clocks: 1, before: 0, medianDays: -5 },
      { clock: 'legal', clocks: 1, before: 1, medianDays: 20 },
    ]);
    expect(leadResults(emptySummary)).toMatchObject([
      { medianDays: null },
      { medianDays: null },
      { medianDays: null },
    ]);
  });

  test('has the middle one of three days', () => {
    const early = [1, 5, 9].map((days) =>
      trial({ outcome: outcome({ wroteAt: daysAgo(20 - days) }) }),
    );
    expect(leadResults(summarise(early))[0]).toMatchObject({ clocks: 3, medianDays: 5 });
  });

  test('that was kept before there were so many bands has nothing in the others', () => {
    const old = { ...summarise(trials), bands: [] };
    expect(bandResults(old).map(({ measures }) => measures.orders)).toEqual([0, 0, 0, 0, 0]);
    const both = addSummaries(summarise(trials), old);
    expect(bandResults(both)).toEqual(bandResults(summarise(trials)));
  });

  test('comes to the same money as the orders one by one', () => {
    const { money } = summarise(trials);
    if (!money) throw new Error('no costs are known');
    const counted = trials.filter(({ costs }) => costs !== null);
    const { net, disputesAvoided } = netMoney(counted, usd('0').currencyCode);
    const result = moneyPerThousand({ ...money, orders: 1000 }, usualAssumptions(money));
    expect(result.net).toEqual(net);
    expect(result.disputes).toBeCloseTo(disputesAvoided);
    const halfBack = { ...usualAssumptions(money), recoveredPercent: 50 };
    expect(moneyPerThousand({ ...money, orders: 1000 }, halfBack)).toMatchObject({
      paidForNothing: usd('20.00'),
    });
  });

  test('has no money of orders whose costs are not known, nor of another currency', () => {
    const unknown = summarise([trial({ costs: null })]);
    expect(unknown.money).toBeNull();
    const known = summarise(trials);
    expect(addSummaries(unknown, known).money).toEqual(known.money);
    expect(addSummaries(known, unknown).money).toEqual(known.money);
    if (!known.money) throw new Error('no costs are known');
    const yen = { ...known, money: { ...known.money, ticket: parseMoney('500', 'JPY') } };
    expect(addSummaries(known, yen).money).toEqual(known.money);
  });
});

describe('an order of a back-test', () => {
  test('came out right, wrong, undecided or missed', () => {
    expect(
      trials.slice(0, 4).map(({ truth, act: acted }) => cameOutAs({ truth, act: acted })),
    ).toEqual(['right', 'wrong', 'undecided', 'missed']);
    expect(trials.map(isTelling)).toEqual([true, true, true, true, false, true, true]);
  });

  test('is of a back-test with a UUID', () => {
    expect(parseBackTestId('0b0f6b4e-6d3c-4f0e-9a55-0d3a5a0c1f10')).not.toBeNull();
    expect(parseBackTestId('7')).toBeNull();
  });
});

describe('a reading of the past', () => {
  test('goes back sixty days, or to the first order', () => {
    expect(historySince(['write_orders'], now)).toBe(daysAgo(60));
    expect(historySince(['write_orders', 'read_all_orders'], now)).toBeNull();
  });

  test('says what it cannot know', () => {
    expect(missingOf({ since: daysAgo(60) })).toContain('older-orders');
    expect(missingOf({ since: null })).not.toContain('older-orders');
  });

  test('knows how far it is once Shopify has gathered', () => {
    expect(stageDone({ readBytes: 0, fileBytes: null })).toBeNull();
    expect(stageDone({ readBytes: 0, fileBytes: 0 })).toBe(1);
    expect(stageDone({ readBytes: 50, fileBytes: 200 })).toBe(0.25);
  });
});
