/** The languages that have words here; the first one is used when none fits. */
export const languages = ['en', 'zh-CN', 'de', 'es', 'fr', 'ja', 'pt-BR'] as const;
export type Language = (typeof languages)[number];

export interface WordTree {
  readonly [key: string]: string | WordTree;
}

type Files = Readonly<Record<Language, () => Promise<{ readonly default: WordTree }>>>;

// The build makes two files of each (`vite.config.ts`); where nothing was built, either is the whole.
const first: Files = {
  en: () => import('./en.json?first', { with: { type: 'json' } }),
  'zh-CN': () => import('./zh-CN.json?first', { with: { type: 'json' } }),
  de: () => import('./de.json?first', { with: { type: 'json' } }),
  es: () => import('./es.json?first', { with: { type: 'json' } }),
  fr: () => import('./fr.json?first', { with: { type: 'json' } }),
  ja: () => import('./ja.json?first', { with: { type: 'json' } }),
  'pt-BR': () => import('./pt-BR.json?first', { with: { type: 'json' } }),
};
const others: Files = {
  en: () => import('./en.json?others', { with: { type: 'json' } }),
  'zh-CN': () => import('./zh-CN.json?others', { with: { type: 'json' } }),
  de: () => import('./de.json?others', { with: { type: 'json' } }),
  es: () => import('./es.json?others', { with: { type: 'json' } }),
  fr: () => import('./fr.json?others', { with: { type: 'json' } }),
  ja: () => import('./ja.json?others', { with: { type: 'json' } }),
  'pt-BR': () => import('./pt-BR.json?others', { with: { type: 'json' } }),
};

/** The words of one language that the queue needs (`first-words.ts`). */
export async function loadFirstWords(language: Language): Promise<WordTree> {
  return (await first[language]()).default;
}

/** Those of the other pages. */
export async function loadOtherWords(language: Language): Promise<WordTree> {
  return (await others[language]()).default;
}

/** Fetches the words of one language only. */
export async function loadWords(language: Language): Promise<WordTree> {
  const [some, rest] = await Promise.all([loadFirstWords(language), loadOtherWords(language)]);
  return { ...some, ...rest };
}
