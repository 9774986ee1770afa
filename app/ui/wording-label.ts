import { messages, type Message } from '../domain/messages/message-kinds.ts';
import { wordingName } from '../domain/messages/own-words.ts';
import { languageWords } from './format.ts';
import type { Words } from './words.ts';

/** Where the words of a message in a language are set. */
export function wordingPath(message: Message, language: string): string {
  return `messages.${wordingName(message, language)}`;
}

/** What a setting that holds the words of a message is called; null for any other setting. */
export function wordingLabel(path: string, words: Words): string | null {
  const message = messages.find((each) => path.startsWith(wordingPath(each, '')));
  if (!message) return null;
  const language = path.slice(wordingPath(message, '').length);
  return words.t('messages.label', {
    message: words.t(`messages.name.${message}`),
    language: languageWords(language, words),
  });
}
