import type { Meaning } from '../intent.ts';
import { meaningWithout, placesFor, quoteAt, type Quote } from './explain.ts';
import { hear } from './hear.ts';
import { score, thresholds, type Scored } from './model.ts';
import { longestRead } from './normalise.ts';
import { ownWords } from './own-words.ts';
import { rank, type Ranked, type RatedMeaning } from './scores.ts';

/** Why a text is `unknown`. */
export const unreadCauses = [
  'nothing-said',
  'language-not-read',
  'unsure',
  'lexicon-and-model-differ',
  'two-intents',
] as const;
export type UnreadCause = (typeof unreadCauses)[number];

/** What a text says, why, and how sure that is. */
export interface Reading {
  /** ISO 639-1; null where there are too few letters to tell. */
  readonly language: string | null;
  /** Null where it is unknown. */
  readonly meaning: Meaning | null;
  readonly unread: UnreadCause | null;
  /** All that it may mean, the likeliest first; empty where nothing can be said. */
  readonly ranked: readonly RatedMeaning[];
  /** The words that speak most for the likeliest, the strongest first. */
  readonly words: readonly Quote[];
  /** What it would be read as without the first of these words; null where that is the same. */
  readonly otherwise: Meaning | null;
}

/** What a buyer means by a text; pure, and the same text always reads the same. */
export function readText(text: string): Reading {
  const original = text.slice(0, longestRead);
  const { code, heard } = hear(ownWords(original));
  if (!heard) {
    const unread = code === null ? 'nothing-said' : 'language-not-read';
    return { language: code, meaning: null, unread, ranked: [], words: [], otherwise: null };
  }
  const scored = score(heard);
  const ranked = rank(scored.both);
  const [first, second] = ranked;
  const unread = whyUnread(ranked, scored);
  const places = placesFor(heard, first.meaning, second.meaning);
  const without = places[0] ? meaningWithout(heard, places[0]) : null;
  return {
    language: code,
    meaning: unread === null ? first.meaning : null,
    unread,
    ranked,
    words: places.map((place) => quoteAt(original, heard, place)),
    otherwise: without === first.meaning ? null : without,
  };
}

/** A confidence from which lexicon and model each stand by what they say. */
const strong = 0.6;
/** Two meanings that share a text nearly evenly. */
const bothStrong = 0.4;

/** Whether the one or the other, a look at the parcel tells. */
const toldByFacts: ReadonlySet<Meaning> = new Set(['late', 'not-received']);

function whyUnread([first, second]: Ranked, { concepts, shapes }: Scored): UnreadCause | null {
  const decided = toldByFacts.has(first.meaning) && toldByFacts.has(second.meaning);
  const confidence = decided ? first.confidence + second.confidence : first.confidence;
  if (confidence < thresholds.leastConfidence) return 'unsure';
  if (decided) return null;
  if (second.confidence >= bothStrong) return 'two-intents';
  const [lexicon] = rank(concepts);
  const [model] = rank(shapes);
  const differ = lexicon.meaning !== model.meaning && confidence < thresholds.sureFrom;
  const both = Math.min(lexicon.confidence, model.confidence) >= strong;
  return differ && both ? 'lexicon-and-model-differ' : null;
}
