import { addDays, dayMs, earliest, millisecondsOf, type Instant } from './time.ts';

/**
 * The only way in which a judgement meets the time. Every question is remembered with the instant at which its answer
 * changes, so that "when must this be looked at again" is exact by construction and never worked out by hand.
 */
export interface Clock {
  /** False before the instant, true from it on. */
  hasPassed(at: Instant): boolean;
  /** Whole days of 24 h since then, at most `most`: from there on time says nothing new. 0 when it is yet to come. */
  daysSince(since: Instant, most: number): number;
}

export interface RunningClock extends Clock {
  /** The first instant at which any answer given so far would be another; null for never. */
  nextChange(): Instant | null;
}

export function clockAt(now: Instant): RunningClock {
  const changes: Instant[] = [];
  return {
    hasPassed(at) {
      if (at <= now) return true;
      changes.push(at);
      return false;
    },
    daysSince(since, most) {
      const elapsed = millisecondsOf(now) - millisecondsOf(since);
      const days = Math.max(0, Math.floor(elapsed / dayMs));
      if (days >= most) return most;
      changes.push(addDays(since, days + 1));
      return days;
    },
    nextChange: () => earliest(changes),
  };
}
