import chinese from '#app/locales/zh-CN.json' with { type: 'json' };
import english from '#app/locales/en.json' with { type: 'json' };
import french from '#app/locales/fr.json' with { type: 'json' };
import german from '#app/locales/de.json' with { type: 'json' };
import japanese from '#app/locales/ja.json' with { type: 'json' };
import portuguese from '#app/locales/pt-BR.json' with { type: 'json' };
import spanish from '#app/locales/es.json' with { type: 'json' };
import type { Language } from '#app/locales/load-words.ts';
import { createI18n } from '#app/ui/i18n.ts';
import { wordsOf, type Words } from '#app/ui/words.ts';

export const wordTrees = {
  en: english,
  'zh-CN': chinese,
  de: german,
  es: spanish,
  fr: french,
  ja: japanese,
  'pt-BR': portuguese,
} as const;

/** The words of a language, with the times of a shop in New York. */
export function wordsIn(language: Language, timezone = 'America/New_York'): Words {
  return wordsOf(createI18n(language, wordTrees[language]), language, timezone);
}
