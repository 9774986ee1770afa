import type { Intent, Reader } from '../intent.ts';

/** What a shop's decisions said of one reader's readings of one intent. */
export interface ReadingTally {
  readonly intent: Intent;
  readonly reader: Reader;
  readonly accepted: number;
  readonly wrong: number;
  /** Dismissed for a reason that says nothing of the reading: shown, and not learnt from. */
  readonly dismissed: number;
  /** Mean confidence of the accepted and the wrong ones, 0 to 1. */
  readonly expected: number;
}

/** From which confidence readings are heard, where a shop taught it. */
export type HeardFrom = Readonly<
  Partial<Record<Reader, Readonly<Partial<Record<Intent, number>>>>>
>;

/** Readings below this are not heard: too many texts mention what they are not about. */
export const heardFromStart = 0.6;

/** Fewer decisions than this say little. */
export const enoughDecisions = 20;

const [least, most] = [0.5, 1];

/**
 * From which confidence a reading like these is heard. Readings of 80 % that hold in 60 of 100 are heard 20 points later, once there
 * are many; few count for less (as many decisions as are needed at all stand for "as expected").
 */
export function heardFrom({ accepted, wrong, expected }: ReadingTally): number {
  const decided = accepted + wrong;
  if (decided < enoughDecisions) return heardFromStart;
  const overrated = expected - accepted / decided;
  const shift = overrated * (decided / (decided + enoughDecisions));
  return Math.min(most, Math.max(least, heardFromStart + shift));
}

export function heardFromOf(tallies: readonly ReadingTally[]): HeardFrom {
  const of = (reader: Reader) =>
    Object.fromEntries(
      tallies
        .filter((tally) => tally.reader === reader)
        .map((tally) => [tally.intent, heardFrom(tally)]),
    );
  return { own: of('own'), second: of('second') };
}
