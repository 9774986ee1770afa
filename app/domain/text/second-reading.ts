import { isIntent, nothingRead, type Intent, type Meaning, type ReadWords } from '../intent.ts';
import { mayKeepWords, toldBy } from './read-words.ts';
import { redacted } from './redact.ts';

/** What the second reader says of a text; null: it does not know either. */
export interface SecondAnswer {
  readonly meaning: Meaning | null;
  /** As it says itself, 0 to 1. */
  readonly confidence: number;
  readonly quotes: readonly string[];
}

/** How sure it may make anybody: how often it is right is not measured here, so less than our own sure readings. */
const mostOfSecond = 0.75;
const mostQuotes = 3;
const mostLetters = 60;

/** Why an answer is not believed. */
export type Disbelief = 'no-quote' | 'invented-quote';

/**
 * What the line takes from the second reader's answer about the text that was sent, in place of what was unclear. An answer that
 * does not quote the text word for word is none.
 */
export function believed(
  answer: SecondAnswer,
  { sent, unclear }: { readonly sent: string; readonly unclear: ReadWords },
): ReadWords | Disbelief {
  const { meaning, quotes } = answer;
  if (quotes.some((quote) => !sent.includes(quote))) return 'invented-quote';
  if (meaning === null) return unclear;
  if (!isIntent(meaning)) return nothingRead;
  const telling = quotes.map((quote) => quote.trim()).filter((quote) => quote !== '');
  if (telling.length === 0) return 'no-quote';
  const confidence = Math.min(mostOfSecond, answer.confidence);
  const words = telling
    .filter((quote) => !quote.includes(redacted))
    .slice(0, mostQuotes)
    .map((quote) => quote.slice(0, mostLetters));
  const kept = mayKeepWords(meaning) && words.length > 0 ? { words } : {};
  const read = (intent: Intent) => ({ intent, confidence, ...kept, reader: 'second' }) as const;
  return { intents: toldBy(meaning).map(read) };
}
