import { useEffect, useState } from 'react';
import {
  buyerLanguages,
  loadReturnPolicy,
  type BuyerLanguage,
} from '../locales/load-return-policy.ts';
import type { WordTree } from '../locales/load-words.ts';

/** What can be said to buyers in one language. */
export interface BuyerWords {
  readonly language: BuyerLanguage;
  readonly words: WordTree;
}

export function isBuyerLanguage(text: string): text is BuyerLanguage {
  return buyerLanguages.some((language) => language === text);
}

export async function fetchBuyerWords(language: BuyerLanguage): Promise<BuyerWords> {
  return { language, words: (await loadReturnPolicy())[language] };
}

/** The words of a language; those shown before until they are here. */
export function useBuyerWords(language: BuyerLanguage, first: BuyerWords): BuyerWords {
  const [loaded, setLoaded] = useState(first);
  useEffect(() => {
    let isWanted = true;
    void fetchBuyerWords(language).then((words) => {
      if (isWanted) setLoaded(words);
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  return language === first.language ? first : loaded;
}
