import { useEffect, useState } from 'react';
import type { Language } from '../locales/load-words.ts';
import { fetchWords, type Words } from './words.ts';
import { useWords } from './words-context.tsx';

/** The words of a language that may not be the page's own; the page's until they are here. */
export function useWordsIn(language: Language): Words {
  const own = useWords();
  const [loaded, setLoaded] = useState<Words>(own);
  useEffect(() => {
    let isWanted = true;
    void fetchWords(language, own.timezone).then((words) => {
      if (isWanted) setLoaded(words);
    });
    return () => {
      isWanted = false;
    };
  }, [language, own.timezone]);
  return language === own.language ? own : loaded;
}
