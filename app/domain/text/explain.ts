import { meanings, type Meaning } from '../intent.ts';
import type { Heard } from './hear.ts';
import { score, scoreOfConcepts, shapeOfWord } from './model.ts';
import { at, rank, type Scores } from './scores.ts';

/** Words of a text, from `from` to before `to` (UTF-16 units). */
export interface Quote {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** A phrase of the lexicon, not a word that only looks like it. */
  readonly known: boolean;
}

/** A place in the normalised text. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly known: boolean;
}

const mostWords = 3;

/** What speaks for the one meaning against the other: phrases of the lexicon, or single words where it knows none. */
export function placesFor(heard: Heard, one: Meaning, other: Meaning): readonly Place[] {
  const { said, written, language } = heard;
  const before = scoreOfConcepts(said);
  const phrases = said.map((thing) => {
    // Said twice, it would still be said if once were taken away.
    const after = scoreOfConcepts(said.filter(({ concept }) => concept !== thing.concept));
    const gain = leadOf(before, one, other) - leadOf(after, one, other);
    return { ...thing, known: true, gain };
  });
  const telling = strongest(phrases);
  if (telling.length > 0) return telling;
  const words = [...written.text.matchAll(/[^ ,]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    known: false,
    gain: leadOf(shapeOfWord(match[0], language), one, other),
  }));
  return strongest(words);
}

function leadOf(scores: Scores, one: Meaning, other: Meaning): number {
  return at(scores, meanings.indexOf(one)) - at(scores, meanings.indexOf(other));
}

function strongest(places: readonly (Place & { readonly gain: number })[]): readonly Place[] {
  return places
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain || a.from - b.from)
    .slice(0, mostWords)
    .map(({ from, to, known }) => ({ from, to, known }));
}

/** What the text would be read as without the words at this place. */
export function meaningWithout({ said, written, language }: Heard, place: Place): Meaning {
  const rest = said.filter(({ from, to }) => to <= place.from || from >= place.to);
  const text = `${written.text.slice(0, place.from)} ${written.text.slice(place.to)}`;
  return rank(score({ said: rest, written: { ...written, text }, language }).both)[0].meaning;
}

/** The words at a place of the normalised text, as they stand in the original. */
export function quoteAt(original: string, { written }: Heard, place: Place): Quote {
  const from = at(written.origin, place.from);
  const last = at(written.origin, place.to - 1);
  const to =
    last +
    Array.from(original.slice(last, last + 2))
      .slice(0, 1)
      .join('').length;
  return { from, to, text: original.slice(from, to), known: place.known };
}
