import { ownWordsOf, type OwnWords } from '../domain/messages/own-words.ts';
import { fillIn, written, type Fillings } from '../domain/messages/variables.ts';
import type { BuyerQuestion } from '../locales/load-buyer-questions.ts';

/** What is asked about which order: intents to choose from. */
interface Asked {
  readonly choices: readonly string[];
  readonly orderName: string;
}

/** The question to the buyer, in its language: the merchant's own words, or ours. */
export function questionWords(
  { question, language }: { readonly question: BuyerQuestion; readonly language: string },
  asked: Asked,
  own: OwnWords,
): string {
  const text = ownWordsOf(own, 'buyer-question', language) ?? ourQuestion(question);
  return fillIn(text, questionFillings(question, asked));
}

/** Our text of it, with its variables left open. */
export function ourQuestion({ question }: BuyerQuestion): string {
  return [question, written('choices')].join('\n');
}

export function questionFillings(question: BuyerQuestion, { choices, orderName }: Asked): Fillings {
  return {
    choices: choices.map((choice) => `• ${question.choices[choice] ?? ''}`).join('\n'),
    order: orderName,
  };
}
