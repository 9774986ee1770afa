import { wilsonInterval, type Interval } from '../wilson.ts';

/** How much of the whole, 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** Fewer decisions than this say nothing about a ground. */
export const enoughToJudge = 10;

export interface Precision extends Interval {
  readonly share: number;
}

/**
 * How often a ground was right, of the decisions that say so: refunds that were approved, and dismissals because it was wrong
 * or nothing was owed. Null for too few.
 */
export function precisionOf(approved: number, wrong: number): Precision | null {
  const whole = approved + wrong;
  if (whole < enoughToJudge) return null;
  return { share: approved / whole, ...wilsonInterval(approved, whole) };
}
