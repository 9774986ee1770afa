import { meanings, type Meaning } from '../intent.ts';

/** For each of `meanings`, in their order. */
export type Scores = readonly number[];

export interface RatedMeaning {
  readonly meaning: Meaning;
  /** How often readings of this confidence hold, 0 to 1. */
  readonly confidence: number;
}

/** Every meaning, the likeliest first. */
export type Ranked = readonly [RatedMeaning, RatedMeaning, ...RatedMeaning[]];

export function rank(likelihoods: Scores): Ranked {
  const rated: readonly RatedMeaning[] = meanings
    .map((meaning, index) => ({ meaning, confidence: at(likelihoods, index) }))
    .sort((a, b) => b.confidence - a.confidence);
  return rated as Ranked;
}

/** The number at a place that is there; NaN at any other, so that a mistake is seen. */
export function at(numbers: ArrayLike<number>, place: number): number {
  return Number(numbers[place]);
}

/** What each of so many features counts. */
export function normOf(features: number): number {
  return features === 0 ? 0 : 1 / Math.sqrt(features);
}

export function softmax(scores: Scores): Scores {
  const most = Math.max(...scores);
  const powers = scores.map((one) => Math.exp(one - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
