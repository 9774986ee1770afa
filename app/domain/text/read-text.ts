import type { Meaning } from '../intent.ts';
import { meaningWithout, placesFor, quoteAt, type Quote } from './explain.ts';
import { hear } from './hear.ts';
import { score } from './model.ts';
import { longestRead } from './normalise.ts';
import { ownWords } from './own-words.ts';
import { rank, type RatedMeaning } from './scores.ts';
import { whyUnread, type UnreadCause } from './why-unread.ts';

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
  const unread = whyUnread(scored);
  const places = placesFor(heard, first.meaning, second.meaning);
  const [otherwise = null] = places
    .slice(0, 1)
    .map((place) => meaningWithout(heard, place))
    .filter((meaning) => meaning !== first.meaning);
  return {
    language: code,
    meaning: unread === null ? first.meaning : null,
    unread,
    ranked,
    words: places.map((place) => quoteAt(original, heard, place)),
    otherwise,
  };
}
