import { detectLanguage } from './detect-language.ts';
import { languages, type Language } from './languages.ts';
import { normalise, type Normalised } from './normalise.ts';
import { simplified } from './simplified.ts';
import { whatIsSaid, type SaidThing } from './what-is-said.ts';

/** A text as the lexicon and the model of one language see it. */
export interface Heard {
  readonly language: Language;
  readonly written: Normalised;
  readonly said: readonly SaidThing[];
}

/** What was heard of a text, if anything, and the ISO 639-1 code of its language, if that can be told. */
export interface Hearing {
  readonly code: string | null;
  readonly heard: Heard | null;
}

export function hear(text: string): Hearing {
  const detected = detectLanguage(text);
  const heard = bestOf(text, candidatesFor(text, detected?.read ?? []));
  if (detected) return { code: heard?.language ?? detected.code, heard };
  // Signs that everybody understands, at most.
  return { code: null, heard: heard && heard.said.length > 0 ? heard : null };
}

/** The text as it is in this language. */
export function hearAs(text: string, language: Language): Heard {
  const written = normalise(language === 'zh' ? simplified(text) : text, language);
  return { language, written, said: whatIsSaid(written.text, language) };
}

/** In so few letters a language cannot be told; the words themselves tell it. */
const fewLetters = 24;
const mostOfIt = 0.5;

interface Candidate {
  readonly language: Language;
  /** Which share of the text its lexicon must know. */
  readonly least: number;
}

/** The languages that a text may be in; of a short one, any whose lexicon knows most of it. */
function candidatesFor(text: string, read: readonly Language[]): readonly Candidate[] {
  const likely = read.map((language): Candidate => ({ language, least: 0 }));
  if (text.trim().length > fewLetters) return likely;
  const others = languages.filter((language) => !read.includes(language));
  return [...likely, ...others.map((language): Candidate => ({ language, least: mostOfIt }))];
}

/** The text in the language whose lexicon knows most of it; among equals in the first. */
function bestOf(text: string, candidates: readonly Candidate[]): Heard | null {
  let best: Heard | null = null;
  let most = -1;
  for (const { language, least } of candidates) {
    const heard = hearAs(text, language);
    const known = knownShare(heard);
    if (known < least || known <= most) continue;
    best = heard;
    most = known;
  }
  return best;
}

function knownShare({ said, written }: Heard): number {
  const covered = said.reduce((sum, { from, to }) => sum + to - from, 0);
  return covered / Math.max(1, written.text.length);
}
