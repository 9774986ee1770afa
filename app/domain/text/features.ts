import { kindsOfConcept } from './concepts.ts';
import { isUnspaced, type Language } from './languages.ts';
import type { SaidThing } from './what-is-said.ts';

/** Places of the tables that features are hashed into; two that meet in one place share its weight. */
export const conceptBuckets = 2 ** 13;
export const shapeBuckets = 2 ** 17;

/** What is said, alone and in pairs, as places of the table of concepts; each once. */
export function conceptFeatures(said: readonly SaidThing[]): readonly number[] {
  const features = new Set<number>([placeOf('any', conceptBuckets)]);
  const add = (name: string) => features.add(placeOf(name, conceptBuckets));
  const named = [...new Set(said.map(meant))].sort();
  if (named.length === 0) add('nothing');
  for (const [index, one] of named.entries()) {
    add(one);
    for (const other of named.slice(index + 1, mostPaired)) add(`${one}+${other}`);
  }
  for (const thing of said) if (thing.afterContrast) add(`but ${meant(thing)}`);
  const kinds = [...new Set(said.map(kindOf))].sort();
  add(`kinds ${kinds.length > mostKinds ? 'many' : kinds.join('+')}`);
  for (const [index, one] of kinds.entries()) {
    add(`kind ${one}`);
    add(`kind ${one} ${Math.min(most, said.filter((thing) => kindOf(thing) === one).length)}`);
    for (const other of kinds.slice(index + 1)) add(`kinds ${one}+${other}`);
  }
  const first = said[0];
  const last = said.at(-1);
  if (first && last) {
    add(`first ${meant(first)}`);
    add(`last ${meant(last)}`);
  }
  return [...features];
}

/** A long text says so much that its pairs say nothing. */
const mostPaired = 10;

/** All the kinds of a text together say something only where they are few. */
const mostKinds = 4;
/** Of how many things of a kind more say no more. */
const most = 3;

const kindOfConcept = new Map<string, string>(
  Object.entries(kindsOfConcept).flatMap(([kind, concepts]) =>
    concepts.map((concept) => [concept, kind] as const),
  ),
);

function kindOf({ concept, denied, supposed }: SaidThing): string {
  return `${denied ? 'not ' : ''}${supposed ? 'if ' : ''}${String(kindOfConcept.get(concept))}`;
}

function meant({ concept, denied, supposed }: SaidThing): string {
  return `${denied ? 'not ' : ''}${supposed ? 'if ' : ''}${concept}`;
}

/** Letters in a row and words of a normalised text, as places of the table of shapes; each once. */
export function shapeFeatures(text: string, language: Language): readonly number[] {
  const features = new Set<number>();
  const words = text.split(' ').filter((word) => word !== '' && word !== ',');
  const spaced = !isUnspaced(language);
  if (spaced) {
    for (const [index, word] of words.entries()) {
      features.add(placeOf(`${language} ${word}`, shapeBuckets));
      const next = words[index + 1];
      if (next !== undefined) features.add(placeOf(`${language} ${word} ${next}`, shapeBuckets));
    }
  }
  // Where words are not parted, two signs are often one word.
  const [least, most] = spaced ? [3, 5] : [1, 4];
  for (const word of words) addRuns(features, spaced ? `^${word}$` : word, least, most);
  return [...features];
}

/** No word is longer than this; what is, is none. */
const longestWord = 40;

function addRuns(features: Set<number>, whole: string, least: number, most: number): void {
  const run = least === 1 ? whole : whole.slice(0, longestWord);
  for (let from = 0; from < run.length; from += 1) {
    let hash = hashStart;
    for (let to = from; to < run.length && to - from < most; to += 1) {
      hash = hashed(hash, run.charCodeAt(to));
      if (to - from + 1 >= least) features.add(hash % shapeBuckets);
    }
  }
}

function placeOf(name: string, buckets: number): number {
  let hash = hashStart;
  for (let at = 0; at < name.length; at += 1) hash = hashed(hash, name.charCodeAt(at));
  return hash % buckets;
}

/*
 * FNV-1a of 32 bits over UTF-16 units, well mixed in its low bits (http://www.isthe.com/chongo/tech/comp/fnv/).
 */
const hashStart = 0x811c9dc5;

function hashed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193) >>> 0;
}
