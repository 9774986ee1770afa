import {
  isIntent,
  nothingRead,
  type Intent,
  type PatientTextReader,
  type ReadIntent,
  type ReadWords,
} from '../intent.ts';
import { readText, type Reading } from './read-text.ts';
import type { RatedMeaning } from './scores.ts';

/** Of these the category is all that is kept: the buyer's words would be a medical record, or somebody's grief. */
const notKept: ReadonlySet<Intent> = new Set(['health', 'bereavement']);

/** A buyer who waits and one who says it never came: which it is, the parcel tells. */
const waiting: readonly Intent[] = ['late', 'not-received'];

/** False where the words would tell of somebody's health or grief. */
export function mayKeepWords(intent: Intent): boolean {
  return !notKept.has(intent);
}

/** Everything that a text of this meaning may tell. */
export function toldBy(intent: Intent): readonly Intent[] {
  return waiting.includes(intent) ? waiting : [intent];
}

const mostLetters = 60;
const mostChoices = 4;

/** What the line takes from a text: what it surely says, or what the buyer is to be asked. */
export function readWords(text: string): ReadWords {
  return takenFrom(readText(text));
}

/** The app's own reader alone, where others may be asked as well. */
export const ownReader: PatientTextReader = (text) => Promise.resolve(readWords(text));

export function takenFrom(reading: Reading): ReadWords {
  const { meaning, unread } = reading;
  if (unread !== null) return unclearIn(reading);
  if (meaning === null || meaning === 'none') return nothingRead;
  const kept = mayKeepWords(meaning) ? { words: keptWords(reading) } : {};
  const told = toldBy(meaning);
  const confidence = told.reduce((sum, intent) => sum + confidenceIn(reading, intent), 0);
  return {
    intents: told.map((intent): ReadIntent => ({
      intent,
      confidence: Math.min(1, confidence),
      ...kept,
    })),
  };
}

/** A thank-you that is hardly understood needs no question; a text that may be a complaint does. */
function unclearIn({ language, ranked, unread }: Reading): ReadWords {
  const [first] = ranked;
  if (unread === 'nothing-said' || first?.meaning === 'none') return nothingRead;
  const between = ranked.flatMap(choiceOf).slice(0, mostChoices);
  return { intents: [], unclear: { language, between } };
}

function choiceOf({ meaning }: RatedMeaning): readonly Intent[] {
  return isIntent(meaning) ? [meaning] : [];
}

function confidenceIn({ ranked }: Reading, meaning: Intent): number {
  return ranked
    .filter((rated) => rated.meaning === meaning)
    .reduce((sum, { confidence }) => sum + confidence, 0);
}

/** Phrases that the lexicon knows: of these no name is part. */
function keptWords({ words }: Reading): readonly string[] {
  return words.filter(({ known }) => known).map(({ text }) => text.slice(0, mostLetters));
}
