import { variablesIn, withoutVariables, written } from '../messages/variables.ts';
import { problem, type Problem } from './policy-problem.ts';
import type { WordingSetting } from './setting.ts';

/** A message is read on a phone. */
const mostCharacters = 2000;

/** What no plain text holds, and no database keeps. */
const notPlain = /[^\P{Cc}\n\t]|\p{Cs}/u;

/** What is wrong with the merchant's own words of a message. */
export function wordingProblem(
  value: unknown,
  { variables, needed }: Pick<WordingSetting, 'variables' | 'needed'>,
): Problem | null {
  if (value === null) return null;
  if (typeof value !== 'string' || value.trim() === '') return problem('not-a-wording');
  if (value.length > mostCharacters) {
    return problem('wording-too-long', { most: mostCharacters, length: value.length });
  }
  if (notPlain.test(value)) return problem('not-plain-text');
  const found = variablesIn(value);
  const unknown = found.find((name) => !variables.includes(name));
  if (unknown !== undefined) return problem('unknown-variable', { variable: written(unknown) });
  if (/\{\{|\}\}/.test(withoutVariables(value))) return problem('broken-variable');
  const missing = needed.find((name) => !found.includes(name));
  return missing === undefined ? null : problem('missing-variable', { variable: written(missing) });
}
