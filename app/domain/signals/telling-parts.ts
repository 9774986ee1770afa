import type { Evidence, ProbabilityPart } from '../claim.ts';
import { fact, part } from '../evidence.ts';
import type { Telling } from './tellings.ts';

/** How much surer photos make a report: the first one most. */
function photoWeight(photos: number): number {
  return photos === 1 ? 0.12 : 0.17;
}

/** What several tellings of one problem are worth: the surest counts, a text by its confidence; others and photos add. */
export function tellingParts(
  tellings: readonly [Telling, ...Telling[]],
  base: number,
): readonly [ProbabilityPart, ...(ProbabilityPart | null)[]] {
  const [first, ...others] = tellings;
  const photos = photosIn(tellings);
  return [
    part('base', base, 'starting-value'),
    first.confidence < 1 ? part('text-only', (first.confidence - 1) * 0.5, 'text-reading') : null,
    photos > 0 ? part('photos', photoWeight(photos), 'starting-value') : null,
    others.length > 0 ? part('told-again', 0.05, 'starting-value') : null,
  ];
}

export function photosIn(tellings: readonly Telling[]): number {
  return tellings.reduce((sum, { photos }) => sum + photos, 0);
}

export function photoEvidence(tellings: readonly Telling[]): Evidence | null {
  const photos = photosIn(tellings);
  return photos > 0 ? fact('photos', { photos }) : null;
}

/** The buyer's own words, where any may be shown, and what they were read as. */
export function wordEvidence(tellings: readonly Telling[]): Evidence | null {
  for (const { reading, at } of tellings) {
    if (!reading?.words || reading.words.length === 0) continue;
    const { intent, confidence, words } = reading;
    const said = { intent, percent: Math.round(confidence * 100), words: words.join(' … ') };
    return reading.reader === 'second'
      ? fact('second-reader-says', said, at)
      : fact('words-say', said, at);
  }
  return null;
}

export function isSome<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
