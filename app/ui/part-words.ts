import { shareOf } from '../domain/overview/shares.ts';
import { numberWords, percentWords } from './format.ts';
import type { Words } from './words.ts';

/** E.g. "12 of 14 (86%)". */
export function partWords(part: number, whole: number, words: Words): string {
  const share = shareOf(part, whole);
  if (share === null) return words.t('overview.outcomes.none');
  return words.t('overview.outcomes.part', {
    part: numberWords(part, words),
    whole: numberWords(whole, words),
    percent: percentWords(share, words),
  });
}
