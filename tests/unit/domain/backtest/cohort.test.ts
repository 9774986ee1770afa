import { describe, expect, test } from 'vitest';
import { measure, type Measures } from '#app/domain/backtest/measures.ts';
import { usualTruth } from '#app/domain/backtest/outcome.ts';
import { tryOut } from '#app/domain/backtest/trial.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { makeCohort } from '#tests/support/cohort/make-cohort.ts';

/** What the back-test says of a cohort, and how right the suggestions truly were. */
interface Tested {
  readonly measures: Measures;
  readonly acted: number;
  readonly owed: number;
}

function backTest(seed: number): Tested {
  const { orders, until } = makeCohort({ seed, size: 40 });
  const tried = orders.map(({ past, hidden }) => ({
    hidden,
    trial: tryOut(past, {
      policy: defaultPolicy,
      span: { from: past.placed.order.createdAt, until },
      truth: usualTruth,
      until,
      actsOn: 'suggestion',
      weight: 1,
    }),
  }));
  const acted = tried.filter(({ trial }) => trial.act !== null);
  return {
    measures: measure(tried.map(({ trial }) => trial)),
    acted: acted.length,
    owed: acted.filter(({ hidden }) => hidden.owed).length,
  };
}

const isIn = (share: number, { low, high }: Measures['precision']) => share >= low && share <= high;

describe('the back-test of 100 made-up shops', () => {
  const tested = Array.from({ length: 100 }, (_, place) => backTest(place + 1));
  const acted = tested.reduce((sum, one) => sum + one.acted, 0);
  const owed = tested.reduce((sum, one) => sum + one.owed, 0);

  test('finds each shop’s true precision within its interval in at least 95', () => {
    const found = tested.filter((one) => isIn(one.owed / one.acted, one.measures.precision));
    expect(found.length).toBeGreaterThanOrEqual(95);
  });

  test('finds the precision that all of them share as often as a 95 % interval must', () => {
    const found = tested.filter(({ measures }) => isIn(owed / acted, measures.precision));
    // 95 expected; fewer than 89 come of a true 95 % once in a hundred.
    expect(found.length).toBeGreaterThanOrEqual(89);
  });

  test('has something to find: wrong suggestions, owed buyers whom nobody sees, and ends of which nobody knows', () => {
    const total = (figure: (measures: Measures) => number) =>
      tested.reduce((sum, { measures }) => sum + figure(measures), 0);
    expect(acted).toBeGreaterThan(800);
    expect(owed / acted).toBeGreaterThan(0.5);
    expect(owed / acted).toBeLessThan(0.7);
    expect(total(({ missed }) => missed)).toBeGreaterThan(50);
    expect(total(({ undecided }) => undecided)).toBeGreaterThan(20);
  });
});
