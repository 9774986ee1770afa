import type { Language, WordTree } from './load-words.ts';

/** What buyers read where they report a problem, by language; fetched when one does. */
export async function loadBuyerReport(): Promise<Readonly<Record<Language, WordTree>>> {
  return (await import('./buyer-report.json', { with: { type: 'json' } })).default;
}
