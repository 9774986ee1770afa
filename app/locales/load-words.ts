/** The languages that have words here; the first one is used when none fits. */
export const languages = ['en', 'zh-CN', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

export interface WordTree {
  readonly [key: string]: string | WordTree;
}

const files: Readonly<Record<Language, () => Promise<{ readonly default: WordTree }>>> = {
  en: () => import('./en.json', { with: { type: 'json' } }),
  'zh-CN': () => import('./zh-CN.json', { with: { type: 'json' } }),
  de: () => import('./de.json', { with: { type: 'json' } }),
  es: () => import('./es.json', { with: { type: 'json' } }),
  fr: () => import('./fr.json', { with: { type: 'json' } }),
  ja: () => import('./ja.json', { with: { type: 'json' } }),
  'pt-BR': () => import('./pt-BR.json', { with: { type: 'json' } }),
};

/** Fetches the words of one language only. */
export async function loadWords(language: Language): Promise<WordTree> {
  return (await files[language]()).default;
}
