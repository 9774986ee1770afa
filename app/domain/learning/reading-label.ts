import type { GroundClaim } from '../claim.ts';
import { intents, readers, type Intent, type Reader } from '../intent.ts';

/** What a merchant's decision says of the reading behind the claim (`reading-verdict.<code>` in the locale files). */
export const readingVerdicts = ['accepted', 'wrong', 'dismissed'] as const;
export type ReadingVerdict = (typeof readingVerdicts)[number];

/** The reading that a claim was shown with. Illness and grief have none: not even that somebody wrote of them is learnt. */
export interface ShownReading {
  readonly intent: Intent;
  readonly reader: Reader;
  readonly percent: number;
}

const codeOf: Readonly<Record<Reader, string>> = {
  own: 'words-say',
  second: 'second-reader-says',
};

export function shownReadingOf({ evidence }: Pick<GroundClaim, 'evidence'>): ShownReading | null {
  for (const { code, params } of evidence) {
    const reader = readers.find((known) => codeOf[known] === code);
    const intent = intents.find((known) => known === params['intent']);
    const { percent } = params;
    if (reader && intent && typeof percent === 'number') return { intent, reader, percent };
  }
  return null;
}
