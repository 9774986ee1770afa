import type { GroundId } from '../scenarios/ground-ids.ts';
import { wilsonInterval, type Interval } from '../wilson.ts';
import { firstWordOf, type Trial } from './trial.ts';

/** A share of the whole, 0 to 1, with its 95 % interval; the share is null of nothing. */
export interface Estimate extends Interval {
  readonly share: number | null;
}

/** How right the suggestions would have been. Weighted where the orders stand for more than themselves. */
export interface Measures {
  readonly orders: number;
  readonly suggested: number;
  readonly right: number;
  readonly wrong: number;
  readonly undecided: number;
  /** Owed, and nothing would have been done. */
  readonly missed: number;
  /** Of what is decided. */
  readonly precision: Estimate;
  readonly recall: Estimate;
  /** Of all that were owed, those acted on before the buyer said a word. */
  readonly recallBeforeWord: Estimate;
  /** Null where nothing was right. */
  readonly f1: number | null;
  /** Of those acted on, whose goods came after all and who was not owed. */
  readonly regretted: Estimate;
}

export interface GroundMeasures {
  /** Null: what no ground saw. */
  readonly ground: GroundId | null;
  readonly measures: Measures;
}

export function measure(trials: readonly Trial[]): Measures {
  const acted = trials.filter(({ act }) => act !== null);
  const decided = acted.filter(({ truth }) => truth !== 'undecided');
  const right = acted.filter(isOwed);
  const owed = trials.filter(isOwed);
  const precision = estimate(right, decided);
  const recall = estimate(right, owed);
  return {
    orders: trials.length,
    suggested: acted.length,
    right: right.length,
    wrong: decided.length - right.length,
    undecided: acted.length - decided.length,
    missed: owed.length - right.length,
    precision,
    recall,
    recallBeforeWord: estimate(right.filter(isBeforeWord), owed),
    f1: harmonic(precision.share, recall.share),
    regretted: estimate(acted.filter(isRegretted), acted),
  };
}

/** By the ground that saw the order first: most suggestions first, then what none saw. */
export function measureGrounds(trials: readonly Trial[]): readonly GroundMeasures[] {
  const grounds = new Map<GroundId | null, Trial[]>();
  for (const trial of trials) {
    const ground = trial.act?.ground ?? trial.seenBy;
    grounds.set(ground, [...(grounds.get(ground) ?? []), trial]);
  }
  return [...grounds]
    .map(([ground, own]) => ({ ground, measures: measure(own) }))
    .sort((a, b) => b.measures.suggested - a.measures.suggested);
}

/** The weight of the part in that of the whole. Unequal weights tell less than as many equal ones: Kish's effective number. */
export function estimate(part: readonly Trial[], whole: readonly Trial[]): Estimate {
  const all = weightOf(whole);
  if (all === 0) return { share: null, ...wilsonInterval(0, 0) };
  const squares = whole.reduce((sum, { weight }) => sum + weight * weight, 0);
  const share = weightOf(part) / all;
  const effective = (all * all) / squares;
  return { share, ...wilsonInterval(share * effective, effective) };
}

export function weightOf(trials: readonly Trial[]): number {
  return trials.reduce((sum, { weight }) => sum + weight, 0);
}

export function isOwed({ truth }: Trial): boolean {
  return truth === 'owed';
}

function isBeforeWord({ act, outcome }: Trial): boolean {
  const word = firstWordOf(outcome);
  return act !== null && (word === null || act.at <= word);
}

function isRegretted({ act, outcome: { deliveredAt }, truth }: Trial): boolean {
  return act !== null && deliveredAt !== null && deliveredAt > act.at && truth === 'not-owed';
}

function harmonic(one: number | null, other: number | null): number | null {
  return one && other ? (2 * one * other) / (one + other) : null;
}
