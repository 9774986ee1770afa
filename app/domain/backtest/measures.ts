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

/** What measures are made of: those of some orders and of others add up. */
export interface Sums {
  readonly orders: number;
  readonly suggested: number;
  readonly right: number;
  readonly decided: number;
  readonly owed: number;
  readonly weightActed: number;
  readonly weightDecided: number;
  readonly weightOwed: number;
  readonly weightRight: number;
  readonly weightBeforeWord: number;
  readonly weightRegretted: number;
  readonly squaresActed: number;
  readonly squaresDecided: number;
  readonly squaresOwed: number;
}

export function measure(trials: readonly Trial[]): Measures {
  return measuresOf(sumUp(trials));
}

export function sumUp(trials: readonly Trial[]): Sums {
  const acted = trials.filter(({ act }) => act !== null);
  const decided = acted.filter(({ truth }) => truth !== 'undecided');
  const right = acted.filter(isOwed);
  const owed = trials.filter(isOwed);
  return {
    orders: trials.length,
    suggested: acted.length,
    right: right.length,
    decided: decided.length,
    owed: owed.length,
    weightActed: weightOf(acted),
    weightDecided: weightOf(decided),
    weightOwed: weightOf(owed),
    weightRight: weightOf(right),
    weightBeforeWord: weightOf(right.filter(isBeforeWord)),
    weightRegretted: weightOf(acted.filter(isRegretted)),
    squaresActed: squaresOf(acted),
    squaresDecided: squaresOf(decided),
    squaresOwed: squaresOf(owed),
  };
}

export function measuresOf(sums: Sums): Measures {
  const { orders, suggested, right, decided, owed } = sums;
  const ofDecided = { weight: sums.weightDecided, squares: sums.squaresDecided };
  const ofOwed = { weight: sums.weightOwed, squares: sums.squaresOwed };
  const ofActed = { weight: sums.weightActed, squares: sums.squaresActed };
  const precision = shareOf(sums.weightRight, ofDecided);
  const recall = shareOf(sums.weightRight, ofOwed);
  return {
    orders,
    suggested,
    right,
    wrong: decided - right,
    undecided: suggested - decided,
    missed: owed - right,
    precision,
    recall,
    recallBeforeWord: shareOf(sums.weightBeforeWord, ofOwed),
    f1: harmonic(precision.share, recall.share),
    regretted: shareOf(sums.weightRegretted, ofActed),
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

export function estimate(part: readonly Trial[], whole: readonly Trial[]): Estimate {
  return shareOf(weightOf(part), { weight: weightOf(whole), squares: squaresOf(whole) });
}

/** The weight of the part in that of the whole. Unequal weights tell less than as many equal ones: Kish's effective number. */
function shareOf(
  part: number,
  { weight, squares }: { readonly weight: number; readonly squares: number },
): Estimate {
  if (weight === 0) return { share: null, ...wilsonInterval(0, 0) };
  const share = part / weight;
  const effective = (weight * weight) / squares;
  return { share, ...wilsonInterval(share * effective, effective) };
}

function squaresOf(trials: readonly Trial[]): number {
  return trials.reduce((sum, { weight }) => sum + weight * weight, 0);
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
