/** The languages that are read (ISO 639-1); in any other a text is `unknown`. Chinese is one, in both its scripts. */
export const languages = [
  'ar',
  'de',
  'en',
  'es',
  'fr',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'pl',
  'pt',
  'ro',
  'ru',
  'tr',
  'uk',
  'vi',
  'zh',
] as const;
export type Language = (typeof languages)[number];

const known: ReadonlySet<string> = new Set(languages);

export function isRead(code: string): code is Language {
  return known.has(code);
}

/** Where marks on letters are tones, hence other words. */
export function isTonal(language: Language): boolean {
  return language === 'vi';
}

/** Where an apostrophe parts two words ("n'est"); elsewhere it stands within one ("doesn't"). */
export function isElided(language: Language): boolean {
  return language === 'fr' || language === 'it';
}

/** Written without spaces between words: a phrase may stand anywhere. */
export function isUnspaced(language: Language): boolean {
  return language === 'zh' || language === 'ja';
}

const negatedAfter: ReadonlySet<Language> = new Set(['tr', 'ja', 'ko']);

/** Where a "not" follows what it denies. */
export function deniesAfterwards(language: Language): boolean {
  return negatedAfter.has(language);
}
