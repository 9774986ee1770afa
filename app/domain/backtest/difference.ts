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
  const whole = gapsIn(tallies);
  const drawn = Array.from({ length: rounds }, () =>
    gapsIn(tallies.map((tally) => tallies[Math.floor(random() * tallies.length)] ?? tally)),
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

/** Weights of an order: as owed, and as acted on, right and before the buyer's word, in both ways. */
interface Tally {
  readonly owed: number;
  readonly ways: readonly [Way, Way];
}

interface Way {
  readonly acted: number;
  readonly right: number;
  readonly before: number;
}

function tallyOf({ trial, other }: Pair): Tally {
  const { weight, truth, outcome } = trial;
  const word = firstWordOf(outcome);
  const wayOf = (act: Pick<Act, 'at'> | null): Way => {
    const acted = act !== null && truth !== 'undecided' ? weight : 0;
    const right = acted > 0 && isOwed(trial) ? weight : 0;
    const before = act !== null && (word === null || act.at <= word) ? right : 0;
    return { acted, right, before };
  };
  return { owed: isOwed(trial) ? weight : 0, ways: [wayOf(trial.act), wayOf(other)] };
}

interface Gaps {
  readonly precision: number;
  readonly recall: number;
  readonly before: number;
}

/** Figures that cannot be told are not finite. */
function gapsIn(tallies: readonly Tally[]): Gaps {
  const total = (figure: (tally: Tally) => number) =>
    tallies.reduce((sum, tally) => sum + figure(tally), 0);
  const owed = total((tally) => tally.owed);
  const sharesOf = (way: (tally: Tally) => Way): Gaps => {
    const right = total((tally) => way(tally).right);
    return {
      precision: right / total((tally) => way(tally).acted),
      recall: right / owed,
      before: total((tally) => way(tally).before) / owed,
    };
  };
  const one = sharesOf(({ ways }) => ways[0]);
  const other = sharesOf(({ ways }) => ways[1]);
  return {
    precision: one.precision - other.precision,
    recall: one.recall - other.recall,
    before: one.before - other.before,
  };
}
