import english from '#app/locales/en.json' with { type: 'json' };
import chinese from '#app/locales/zh-CN.json' with { type: 'json' };
import type { Language } from '#app/locales/load-words.ts';
import { createI18n, wordsOf, type Words } from '#app/ui/words.ts';

export const wordTrees = { en: english, 'zh-CN': chinese } as const;

/** The words of a language, with the times of a shop in New York. */
export function wordsIn(language: Language, timezone = 'America/New_York'): Words {
  return wordsOf(createI18n(language, wordTrees[language]), language, timezone);
}
