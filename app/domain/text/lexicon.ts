import { remembering } from '../remembering.ts';
import { asides, concepts, type Aside, type Concept } from './concepts.ts';
import { isUnspaced, type Language } from './languages.ts';
import { normalisePhrase } from './normalise.ts';
import { phrasesOf } from './phrases.ts';

/** A phrase of the lexicon, found in a normalised text from `from` to before `to`. */
export interface Hit {
  readonly means: Concept | Aside;
  readonly from: number;
  readonly to: number;
}

/** Where the phrases of a language stand in a text: each place by its longest, in the order of the text. */
export function hitsIn(text: string, language: Language): readonly Hit[] {
  const lexicon = lexiconOf(language);
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    hits.push(...matchesAt(lexicon.anywhere, text, at));
    if (isStart(text, at)) hits.push(...matchesAt(lexicon.atWord, text, at));
  }
  return longestOf(hits);
}

interface Lexicon {
  readonly atWord: Trie;
  /** Phrases that may begin within a word: of languages without spaces, and ends of compounds. */
  readonly anywhere: Trie;
}

const all: readonly (Concept | Aside)[] = [...concepts, ...asides];

const lexiconOf = remembering((language: Language): Lexicon => {
  const lexicon = { atWord: emptyTrie(), anywhere: emptyTrie() };
  for (const source of [phrasesOf('any'), phrasesOf(language)]) {
    for (const means of all) {
      for (const phrase of source[means] ?? []) {
        const within = phrase.startsWith('*') || isUnspaced(language);
        const trie = within ? lexicon.anywhere : lexicon.atWord;
        const pieces = piecesOf(phrase, language);
        for (const first of pieces.slice(0, 1)) {
          addPhrase(trie, first, { means, rest: pieces.slice(1) });
        }
      }
    }
  }
  return lexicon;
});

/** A part of a phrase that stands in one piece; `open` where any ending may follow. */
interface Piece {
  readonly text: string;
  readonly open: boolean;
}

function piecesOf(phrase: string, language: Language): readonly Piece[] {
  return phrase.split(/(?:^|\s)_(?:\s|$)|(?<=\*)\s/u).flatMap((part) => {
    const text = normalisePhrase(part.replaceAll('*', ' '), language);
    const open = part.endsWith('*') || isUnspaced(language);
    return text === '' ? [] : [{ text, open }];
  });
}

/** How many words may stand in the gap of a phrase. */
const widestGap = 2;

/** The place after a letter of some phrases, by the letter that comes next. */
interface Trie {
  readonly next: Map<string, Trie>;
  /** Phrases whose first piece ends here. */
  readonly ends: End[];
}

interface End {
  readonly means: Hit['means'];
  readonly open: boolean;
  readonly rest: readonly Piece[];
}

const emptyTrie = (): Trie => ({ next: new Map(), ends: [] });

function addPhrase(trie: Trie, first: Piece, end: Omit<End, 'open'>): void {
  let node = trie;
  for (let at = 0; at < first.text.length; at += 1) {
    const unit = first.text.charAt(at);
    let next = node.next.get(unit);
    if (!next) {
      next = emptyTrie();
      node.next.set(unit, next);
    }
    node = next;
  }
  node.ends.push({ ...end, open: first.open });
}

function matchesAt(trie: Trie, text: string, from: number): readonly Hit[] {
  const hits: Hit[] = [];
  let node: Trie | undefined = trie;
  for (let at = from; at < text.length;) {
    node = node.next.get(text.charAt(at));
    if (!node) break;
    at += 1;
    for (const { means, open, rest } of node.ends) {
      const end = open ? endOfWord(text, at) : isEnd(text, at) ? at : null;
      const to = end === null ? null : matchRest(text, end, rest);
      if (to !== null) hits.push({ means, from, to });
    }
  }
  return hits;
}

function matchRest(text: string, from: number, [piece, ...rest]: readonly Piece[]): number | null {
  if (!piece) return from;
  let at = from;
  for (let skipped = 0; skipped <= widestGap; skipped += 1) {
    while (text[at] === ' ') at += 1;
    if (text[at] === ',') return null;
    if (text.startsWith(piece.text, at)) {
      const end = at + piece.text.length;
      const whole = piece.open ? endOfWord(text, end) : isEnd(text, end) ? end : null;
      const to = whole === null ? null : matchRest(text, whole, rest);
      if (to !== null) return to;
    }
    at = endOfWord(text, at + 1);
  }
  return null;
}

const letter = /[\p{L}\p{N}]/u;
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

const isLetter = remembering((unit) => letter.test(unit) && !ideograph.test(unit));

function isStart(text: string, at: number): boolean {
  return at === 0 || !isLetter(text.charAt(at - 1)) || !isLetter(text.charAt(at));
}

function isEnd(text: string, at: number): boolean {
  return !isLetter(text.charAt(at)) || !isLetter(text.charAt(at - 1));
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isLetter(text.charAt(at))) at += 1;
  return at;
}

/** A phrase within a longer one says nothing of its own; a figure of speech takes back what stands in it. */
function longestOf(hits: readonly Hit[]): readonly Hit[] {
  const kept = hits.filter(
    (hit) =>
      !hits.some(
        (other) =>
          other !== hit &&
          other.from <= hit.from &&
          other.to >= hit.to &&
          (other.means === 'figurative' || other.to - other.from > hit.to - hit.from),
      ),
  );
  return kept.sort((a, b) => a.from - b.from || b.to - a.to);
}
