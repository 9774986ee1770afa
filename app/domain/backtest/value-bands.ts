import { measure, weightOf, type Measures } from './measures.ts';
import type { Act, Trial } from './trial.ts';

/** Orders of about the same value, and whether suggestions were right often enough to be paid at once. */
export interface ValueBand {
  readonly from: number;
  /** Null for the last one. */
  readonly below: number | null;
  readonly measures: Measures;
  /** What the claims said of themselves, and what paying now needs: means of those acted on; null of none. */
  readonly said: number | null;
  readonly breakEven: number | null;
}

/** By what the order cost, in the shop's currency; `edges` ascend. */
export function valueBands(
  trials: readonly Trial[],
  edges: readonly number[],
): readonly ValueBand[] {
  return [0, ...edges].map((from, place) => {
    const below = edges[place] ?? null;
    const within = trials.filter(({ value }) => {
      const amount = Number(value.amount);
      return amount >= from && (below === null || amount < below);
    });
    return {
      from,
      below,
      measures: measure(within),
      said: meanOf(within, ({ probability }) => probability),
      breakEven: meanOf(within, ({ breakEven }) => breakEven),
    };
  });
}

function meanOf(trials: readonly Trial[], figure: (act: Act) => number | null): number | null {
  const known = trials.flatMap((trial) => {
    const value = trial.act && figure(trial.act);
    return value === null ? [] : [{ trial, value }];
  });
  const weight = weightOf(known.map(({ trial }) => trial));
  if (weight === 0) return null;
  return known.reduce((sum, { trial, value }) => sum + value * trial.weight, 0) / weight;
}
