import type { NonEmpty, Probability, ProbabilityPart } from './claim.ts';

const least = 0.01;
const most = 0.99;

/** Sums stated parts; what would leave 0.01–0.99 is taken back by a part of its own, so that they still sum. */
export function probabilityFrom(parts: NonEmpty<ProbabilityPart>): Probability {
  const sum = round(parts.reduce((total, part) => total + part.weight, 0));
  const value = Math.min(most, Math.max(least, sum));
  if (value === sum) return { value, parts };
  return {
    value,
    parts: [
      ...parts,
      { code: 'cap', weight: round(value - sum), basis: 'starting-value' },
    ] as const,
  };
}

/** `perDay` for each day, at most `atMost`: a part that grows while the buyer waits. */
export function growing(days: number, perDay: number, atMost: number): number {
  return round(Math.min(atMost, days * perDay));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
