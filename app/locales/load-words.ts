/** The languages that have words here; the first one is used when none fits. */
export const languages = ['en', 'zh-CN'] as const;
export type Language = (typeof languages)[number];

export interface WordTree {
  readonly [key: string]: string | WordTree;
}

/** Fetches the words of one language only. */
export async function loadWords(language: Language): Promise<WordTree> {
  switch (language) {
    case 'en':
      return (await import('./en.json', { with: { type: 'json' } })).default;
    case 'zh-CN':
      return (await import('./zh-CN.json', { with: { type: 'json' } })).default;
  }
}
