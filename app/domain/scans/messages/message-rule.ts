import { says, type Said } from '../said.ts';
import { foldAccents } from './fold-text.ts';

/** A phrase that tells what happened, unless another phrase in the same text takes it back. */
export interface MessageRule {
  readonly said: Said;
  readonly when: RegExp;
  readonly unless: RegExp | null;
}

interface Unless {
  readonly unless?: RegExp;
}

/**
 * In each language the first rule that holds wins, so what is hardest on the parcel stands first. Texts
 * arrive folded (lower case, no accents), so the pattern is folded too.
 */
export function rule(
  kind: Said['kind'],
  when: RegExp,
  { unless, ...details }: Parameters<typeof says>[1] & Unless = {},
): MessageRule {
  return { said: says(kind, details), when: folded(when), unless: unless ? folded(unless) : null };
}

function folded({ source }: RegExp): RegExp {
  return new RegExp(foldAccents(source), 'u');
}
