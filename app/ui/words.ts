import { remembering } from '../domain/remembering.ts';
import { loadWords, type Language } from '../locales/load-words.ts';
import { createI18n, type I18n, type WordParams } from './i18n.ts';

/** What a component needs to speak: the reader's words, and the shop's clock on the wall. */
export interface Words {
  readonly language: Language;
  /** IANA name of the shop's timezone. */
  readonly timezone: string;
  readonly t: (key: string, params?: WordParams) => string;
  /** Whether there are words for the key; what Shopify sends may be newer than they are. */
  readonly has: (key: string, params?: WordParams) => boolean;
}

/** The phrases of a language, with the times of a timezone. */
export function wordsOf({ t, exists }: I18n, language: Language, timezone: string): Words {
  return {
    language,
    timezone: isTimezone(timezone) ? timezone : 'UTC',
    t,
    has: exists,
  };
}

/** The words of a language that is not the page's own, or where there is no page. */
export async function fetchWords(language: Language, timezone: string): Promise<Words> {
  return wordsOf(createI18n(language, await loadWords(language)), language, timezone);
}

/** Asked at every page, and as dear as a formatter. */
const isTimezone = remembering((name: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // An unknown name throws; there is no other way to ask.
    return false;
  }
});
