import type { Instant } from '../time.ts';

/** So many days are looked back. */
export const daysLookedBack = 60;

/** Known on fewer days than this, a kind of notification has no habit yet. */
export const enoughDays = 10;

/** Shorter silences are never unusual: days differ. */
const shortestSilence = 2;

/** When notifications of one kind came. */
export interface TopicDays {
  readonly topic: string;
  readonly lastAt: Instant | null;
  /** How many whole days before now those days were on which it came, the nearest first. */
  readonly daysAgo: readonly number[];
}

export interface TopicSilence {
  readonly topic: string;
  /** Null: it never came. */
  readonly lastAt: Instant | null;
  /** Whole days, of those that were looked back; null while there is no habit. */
  readonly longestBefore: number | null;
  /** It has been silent for more than twice as long as ever before. */
  readonly isUnusual: boolean;
}

/** Holds a silence against those before it: shops that dispatch once a week are silent six days of seven. */
export function silenceOf({ topic, lastAt, daysAgo }: TopicDays): TopicSilence {
  const [silent] = daysAgo;
  if (silent === undefined || daysAgo.length < enoughDays) {
    return { topic, lastAt, longestBefore: null, isUnusual: false };
  }
  let longestBefore = 0;
  let last = silent;
  for (const day of daysAgo) {
    longestBefore = Math.max(longestBefore, day - last - 1);
    last = day;
  }
  const isUnusual = silent >= shortestSilence && silent > 2 * longestBefore;
  return { topic, lastAt, longestBefore, isUnusual };
}

/** The unusual ones first, then those that came last; what never came is at the end. */
export function sortSilences(silences: readonly TopicSilence[]): readonly TopicSilence[] {
  const rank = ({ isUnusual, lastAt }: TopicSilence) => `${isUnusual ? 1 : 0} ${lastAt ?? ''}`;
  return [...silences].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0));
}
