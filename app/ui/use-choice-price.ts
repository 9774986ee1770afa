import { useEffect, useState } from 'react';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import type { RefundChoice } from '../domain/remedy/chosen-plan.ts';
import { postChoice } from './ask-server.ts';

/** Whoever is still typing is not asked about yet. */
const pauseMs = 300;

/** What a choice comes to; null while it is being asked. An answer to an earlier choice is not heeded. */
export function useChoicePrice(suggestionId: string, choice: RefundChoice): ChoicePrice | null {
  const [priced, setPriced] = useState<{
    readonly choice: RefundChoice;
    readonly price: ChoicePrice;
  } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void postChoice(suggestionId, choice).then((answer) => {
        if (isWanted) setPriced({ choice, price: answer ?? { outcome: 'unreachable' } });
      });
    }, pauseMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [suggestionId, choice]);
  return priced?.choice === choice ? priced.price : null;
}
