import { remembering } from '../remembering.ts';
import { isElided, isTonal, type Language } from './languages.ts';

/** A text as the lexicon and the model see it; every character knows where it stood in the original. */
export interface Normalised {
  /** Lower case, without accents; words parted by one space, clauses by ` , `. */
  readonly text: string;
  /** For each character of `text`, its index in the original; one more for the end. */
  readonly origin: readonly number[];
}

/** Nobody's trouble takes longer to tell; what is cut off is a log, a terms sheet or an attack. */
export const longestRead = 4000;

/** One spelling of what was written: how it is accented, capitalised or drawn out says nothing of what is meant. */
export function normalise(original: string, language: Language): Normalised {
  const fold = isTonal(language) ? foldTonal : isElided(language) ? foldElided : foldPlain;
  const draft: Draft = { text: '', origin: [], repeats: 0 };
  let at = 0;
  for (const character of original) {
    if (at >= longestRead) break;
    write(draft, fold(character), at);
    at += character.length;
  }
  return finished(draft, at);
}

/** The same spelling, for the phrases of the lexicon. */
export function normalisePhrase(phrase: string, language: Language): string {
  return normalise(phrase, language).text;
}

const space = ' ';
const clause = ',';

/** Accents are left out by half of those who type; in a tonal language they are other words. */
const foldPlain = remembering((character) => folded(character, /[\p{Mn}\u0640]/gu));
const foldTonal = remembering((character) => folded(character, /\u0640/gu));
const foldElided = remembering((character) =>
  apostrophe.test(character) ? space : foldPlain(character),
);

const clauseEnds = /^[.!?;:,\n\r()[\]{}。．！？；：，、،؛؟…～~|/]$/u;
const apostrophe = /^['’‘`´]$/u;
/** Left out within a word: "doesn't" is written without as often. */
const silent = /^(?:['’‘`´]|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\p{Emoji_Modifier})$/u;
const spoken = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}]/u;

/** Letters that have no accent to take off, but are typed without all the same. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  đ: 'd',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ё: 'е',
};

function folded(character: string, marks: RegExp): string {
  if (silent.test(character)) return '';
  if (clauseEnds.test(character)) return clause;
  const lower = character.normalize('NFKC').toLowerCase();
  const own = plainLetters[lower];
  if (own !== undefined) return own;
  // Which number it is says nothing, that there is one may.
  if (/\p{Nd}/u.test(lower)) return '0';
  // Korean and Japanese letters are whole only together.
  const parts = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Mn}/u.test(lower)
    ? lower.normalize('NFD').replace(marks, '')
    : lower.replace(marks, '');
  if (parts === '' && lower !== '') return '';
  return spoken.test(parts) ? parts : space;
}

/** What is written so far; `repeats`: how often its last character stands there in a row. */
interface Draft {
  text: string;
  readonly origin: number[];
  repeats: number;
}

function write(draft: Draft, part: string, at: number): void {
  for (const character of part) {
    if (character === space || character === clause) gap(draft, character, at);
    else if (!isDrawnOut(draft, character)) put(draft, character, at);
  }
}

/** "sooooo baaad" and "!!!!": a third and further one in a row adds nothing. */
function isDrawnOut(draft: Draft, character: string): boolean {
  draft.repeats = draft.text.endsWith(character) ? draft.repeats + 1 : 1;
  return draft.repeats > 2;
}

function gap(draft: Draft, character: string, at: number): void {
  draft.repeats = 0;
  if (draft.text === '') return;
  if (character === space) {
    if (!draft.text.endsWith(space)) put(draft, space, at);
    return;
  }
  if (draft.text.endsWith(`${clause}${space}`)) return;
  if (!draft.text.endsWith(space)) put(draft, space, at);
  put(draft, clause, at);
  put(draft, space, at);
}

function put(draft: Draft, character: string, at: number): void {
  draft.text += character;
  draft.origin.push(...Array.from({ length: character.length }, () => at));
}

function finished({ text, origin }: Draft, end: number): Normalised {
  const trimmed = text.trimEnd().replace(/ ,$/u, '');
  return { text: trimmed, origin: [...origin.slice(0, trimmed.length), end] };
}
