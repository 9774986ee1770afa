import type { Evidence, EvidenceParam, NonEmpty, ProbabilityPart } from './claim.ts';
import type { Money } from './money.ts';
import type { Instant } from './time.ts';

/*
 * Small makers of what claims are made of. Codes are written out where they are used, as the first argument of `fact` and
 * `part`: a test finds them there and asks for their words in every language.
 */

export function fact(
  code: string,
  params: Evidence['params'] = {},
  at: Instant | null = null,
): Evidence {
  return { code, params, at };
}

export function part(code: string, weight: number, basis: string): ProbabilityPart {
  return { code, weight, basis };
}

export function money(amount: Money): EvidenceParam {
  return { kind: 'money', money: amount };
}

export function instant(at: Instant): EvidenceParam {
  return { kind: 'instant', instant: at };
}

/** Whole days from then until it is read. */
export function elapsed(since: Instant): EvidenceParam {
  return { kind: 'elapsed', since };
}

/** The pieces that are there, when the first one is. */
export function listOf<T extends object>(
  first: T,
  ...rest: readonly (T | null | false | undefined)[]
): NonEmpty<T> {
  return [first, ...rest.filter((piece) => typeof piece === 'object' && piece !== null)];
}
