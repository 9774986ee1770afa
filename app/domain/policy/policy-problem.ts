import type { Evidence } from '../claim.ts';

/** What is wrong with one setting: where, and why (`policy-problem.<code>` in the locale files). */
export interface PolicyProblem {
  /** E.g. `lanes.silentDaysDomestic`, `lanes.rules[0].origin` or `grounds.late-arrival.graceDaysDomestic`. */
  readonly path: string;
  readonly code: string;
  readonly params: Evidence['params'];
}

/** The same while its setting is not named yet. */
export type Problem = Omit<PolicyProblem, 'path'>;

export function problem(code: string, params: Evidence['params'] = {}): Problem {
  return { code, params };
}

export function isShortText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200;
}

export function wholeNumberProblem(
  value: unknown,
  { least, most }: { readonly least: number; readonly most: number },
): Problem | null {
  if (typeof value !== 'number' || !Number.isInteger(value)) return problem('not-whole');
  return value < least || value > most ? problem('out-of-bounds', { least, most }) : null;
}
