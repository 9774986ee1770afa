import type { PolicyProblem } from '../domain/policy/policy-problem.ts';
import { evidenceWords } from './evidence-words.ts';
import type { Words } from './words.ts';

/** Where the words of a setting stand below `policy`: those that belong to no section are the general ones. */
export function settingLabelKey(path: string): string {
  return path.includes('.') ? path : `general.${path}`;
}

/** What is wrong with a setting, for the field that it is about. */
export function settingProblemWords(found: PolicyProblem, words: Words): string {
  return evidenceWords({ ...found, at: null }, words, { tree: 'policy-problem' });
}
