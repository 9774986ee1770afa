import type { Interval } from '../wilson.ts';
import { isOwed } from './measures.ts';
import { firstWordOf, type Act, type Trial } from './trial.ts';

/** By how much one way of judging is better than another on the same orders, with 95 % intervals. */
export interface Difference {
  readonly precision: Gap;
  readonly recall: Gap;
  readonly recallBeforeWord: Gap;
}

/** Null where one of the two never acted, or nobody was owed. */
export interface Gap extends Interval {
  readonly by: number | null;
}

/** One order, judged both ways. */
export interface Pair {
  readonly trial: Trial;
  readonly other: Pick<Act, 'at'> | null;
}

/**
 * The interval is from drawing as many orders again, with replacement, many times over (the bootstrap): both ways see the same
 * orders, so what is hard about an order does not count as a difference between them. `random` answers 0 to below 1.
 */
export function differenceOf(
  pairs: readonly Pair[],
  { rounds, random }: { readonly rounds: number; readonly random: () => number },
): Difference {
  const tallies = pairs.map(tallyOf);
  const whole = gapsIn(sumOf(tallies, (place) => place));
  const drawn = Array.from({ length: rounds }, () =>
    gapsIn(sumOf(tallies, () => Math.floor(random() * tallies.length))),
  );
  const gap = (figure: (gaps: Gaps) => number): Gap => {
    const by = figure(whole);
    const sorted = drawn
      .map(figure)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? by;
    return { by: Number.isFinite(by) ? by : null, low: at(0.025), high: at(0.975) };
  };
  return {
    precision: gap(({ precision }) => precision),
    recall: gap(({ recall }) => recall),
    recallBeforeWord: gap(({ before }) => before),
  };
}

/** Weights of an order: as owed, and as acted on, right and before the buyer's word, one way and the other. */
type Tally = readonly [
  owed: number,
  acted: number,
  right: number,
  before: number,
  otherActed: number,
  otherRight: number,
  otherBefore: number,
];

function tallyOf({ trial, other }: Pair): Tally {
  const owed = isOwed(trial) ? trial.weight : 0;
  return [owed, ...wayOf(trial, trial.act), ...wayOf(trial, other)];
}

function wayOf(
  { weight, truth, outcome }: Trial,
  act: Pick<Act, 'at'> | null,
): readonly [acted: number, right: number, before: number] {
  if (act === null || truth === 'undecided') return [0, 0, 0];
  if (truth === 'not-owed') return [weight, 0, 0];
  const word = firstWordOf(outcome);
  return [weight, weight, word === null || act.at <= word ? weight : 0];
}

/** As many tallies as there are, each from the place that is named: in one pass, for it is done a thousand times. */
function sumOf(tallies: readonly Tally[], placeOf: (place: number) => number): Tally {
  let [owed, acted, right, before, otherActed, otherRight, otherBefore] = [0, 0, 0, 0, 0, 0, 0];
  for (const place of tallies.keys()) {
    const tally = tallies[placeOf(place)];
    if (!tally) continue;
    owed += tally[0];
    acted += tally[1];
    right += tally[2];
    before += tally[3];
    otherActed += tally[4];
    otherRight += tally[5];
    otherBefore += tally[6];
  }
  return [owed, acted, right, before, otherActed, otherRight, otherBefore];
}

interface Gaps {
  readonly precision: number;
  readonly recall: number;
  readonly before: number;
}

/** Figures that cannot be told are not finite. */
function gapsIn([owed, acted, right, before, otherActed, otherRight, otherBefore]: Tally): Gaps {
  return {
    precision: right / acted - otherRight / otherActed,
    recall: (right - otherRight) / owed,
    before: (before - otherBefore) / owed,
  };
}
