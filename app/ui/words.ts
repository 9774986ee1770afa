import { createInstance, type i18n } from 'i18next';
import { loadWords, type Language, type WordTree } from '../locales/load-words.ts';

/** What a component needs to speak: the reader's words, and the shop's clock on the wall. */
export interface Words {
  readonly language: Language;
  /** IANA name of the shop's timezone. */
  readonly timezone: string;
  readonly t: (key: string, params?: WordParams) => string;
  /** Whether there are words for the key; what Shopify sends may be newer than they are. */
  readonly has: (key: string, params?: WordParams) => boolean;
}

export type WordParams = Readonly<Record<string, string | number>>;

/** Ready at once: all words are at hand, so that server and browser render the same. */
export function createI18n(language: Language, words: WordTree): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    resources: { [language]: { translation: words } },
    initAsync: false,
    fallbackLng: false,
    nsSeparator: false,
    returnNull: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  return instance;
}

/** The words of an i18next instance, with the times of a timezone. */
export function wordsOf(instance: i18n, language: Language, timezone: string): Words {
  return {
    language,
    timezone: isTimezone(timezone) ? timezone : 'UTC',
    t: (key, params) => instance.t(key, { ...params }),
    has: (key, params) => instance.exists(key, { ...params }),
  };
}

/** The words of a language that is not the page's own, or where there is no page. */
export async function fetchWords(language: Language, timezone: string): Promise<Words> {
  return wordsOf(createI18n(language, await loadWords(language)), language, timezone);
}

function isTimezone(name: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    // An unknown name throws; there is no other way to ask.
    return false;
  }
}
