import { useEffect, useState } from 'react';
import { loadBuyerQuestions, type BuyerQuestion } from '../locales/load-buyer-questions.ts';

export type BuyerQuestions = Readonly<Record<string, BuyerQuestion>>;

/** The questions in all languages; null until they are here. */
export function useBuyerQuestions(): BuyerQuestions | null {
  const [questions, setQuestions] = useState<BuyerQuestions | null>(null);
  useEffect(() => {
    let isWanted = true;
    void loadBuyerQuestions().then((loaded) => {
      if (isWanted) setQuestions(loaded);
    });
    return () => {
      isWanted = false;
    };
  }, []);
  return questions;
}
