import type { Message } from '../domain/messages/message-kinds.ts';
import { useBuyerQuestions } from './use-buyer-questions.ts';
import {
  exampleMessage,
  exampleQuestion,
  isSpoken,
  type ExampleAbout,
  type ExampleMessage,
} from './message-examples.ts';
import { useWordsIn } from './use-words-in.ts';
import { useWords } from './words-context.tsx';

/** Our text of a message in a language, with examples; null until the language is here. */
export function useExampleMessage(
  message: Message,
  language: string,
  about: ExampleAbout,
): ExampleMessage | null {
  const page = useWords();
  const spoken = useWordsIn(isSpoken(message, language) ? language : page.language);
  const questions = useBuyerQuestions();
  if (message === 'buyer-question') return questions && exampleQuestion(questions, language);
  return spoken.language === language ? exampleMessage(message, spoken, about) : null;
}
