import type { WordTree } from './load-words.ts';

/** The languages in which buyers can read the return policy. */
export const buyerLanguages = ['en', 'zh-CN', 'de', 'fr', 'es', 'ja', 'pt-BR'] as const;
export type BuyerLanguage = (typeof buyerLanguages)[number];

/** What the return policy may say, by language; fetched when it is shown or published. */
export async function loadReturnPolicy(): Promise<Readonly<Record<BuyerLanguage, WordTree>>> {
  return (await import('./return-policy.json', { with: { type: 'json' } })).default;
}
