export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The standard normal quantile of 97.5 %. */
const z = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share, 0 to 1: where the true one probably lies, also for few cases and shares near 0 and 1
 * (https://en.wikipedia.org/wiki/Binomial_proportion_confidence_interval#Wilson_score_interval). Of nothing: anywhere.
 */
export function wilsonInterval(part: number, whole: number): Interval {
  if (whole === 0) return { low: 0, high: 1 };
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
