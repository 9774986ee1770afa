/** How much of the whole, 0 to 1; null of nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/** The standard normal quantile of 97.5 %. */
const z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's 95 % interval of a share: where the true one probably lies, also for few cases and shares near 0 and 1
 * (https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval).
 */
export function wilsonInterval(part: number, whole: number): Interval {
  const share = part / whole;
  const square = z * z;
  const middle = share + square / (2 * whole);
  const reach = z * Math.sqrt((share * (1 - share)) / whole + square / (4 * whole * whole));
  const below = 1 + square / whole;
  return {
    low: Math.max(0, (middle - reach) / below),
    high: Math.min(1, (middle + reach) / below),
  };
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
