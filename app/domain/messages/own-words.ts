import { wording, type ValuesOf, type WordingSetting } from '../policy/setting.ts';
import { messageKinds, messages, type Message } from './message-kinds.ts';

type WordingName = `${Message}:${string}`;

/** The setting that holds the merchant's own words of a message in a language. */
export function wordingName(message: Message, language: string): WordingName {
  return `${message}:${language}`;
}

/** The merchant's own words of each message in each of its languages; null: ours. */
export const messageSettings: Readonly<Record<WordingName, WordingSetting>> = Object.fromEntries(
  messages.flatMap((message) => {
    const { languages, ...takes } = messageKinds[message];
    return languages.map((language) => [wordingName(message, language), wording(takes)]);
  }),
);
export type MessagePolicy = ValuesOf<typeof messageSettings>;

/** Those that the merchant has, by their names. */
export type OwnWords = Readonly<Record<string, string>>;

export const noOwnWords: OwnWords = {};

export function ownWordsIn(policy: MessagePolicy): OwnWords {
  return Object.fromEntries(
    Object.entries(policy).flatMap(([name, text]) => (text === null ? [] : [[name, text]])),
  );
}

/** The merchant's own words; null where he has none. */
export function ownWordsOf(own: OwnWords, message: Message, language: string): string | null {
  return own[wordingName(message, language)] ?? null;
}
