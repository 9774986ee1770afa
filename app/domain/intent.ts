/** What a buyer's words can want or tell (`intent.<code>` in the locale files). */
export const intents = [
  'damaged',
  'missing-items',
  'not-as-described',
  'changed-mind',
  'dissatisfied',
  'late',
  'not-received',
  'return-or-exchange',
  'cancel',
  'health',
  'safety',
  'bereavement',
] as const;
export type Intent = (typeof intents)[number];

/** All that a text can be about; `none` where nobody is owed anything for it. */
export const meanings = [...intents, 'none'] as const;
export type Meaning = (typeof meanings)[number];

export function isIntent(meaning: Meaning): meaning is Intent {
  return meaning !== 'none';
}

/** Who reads: the app itself, or the service that is asked where the app does not understand. */
export const readers = ['own', 'second'] as const;
export type Reader = (typeof readers)[number];

/** One reading of a text. */
export interface ReadIntent {
  readonly intent: Intent;
  /** How often readings of this confidence hold, 0 to 1. */
  readonly confidence: number;
  /** The buyer's own words that showed it, the strongest first; absent where none may be kept. */
  readonly words?: readonly string[] | undefined;
  /** Absent for the app's own. */
  readonly reader?: Reader | undefined;
}

/** A text that says something, but not clearly what: the buyer is to be asked. */
export interface UnclearText {
  /** ISO 639-1; null where it cannot be told. */
  readonly language: string | null;
  /** What it may mean, the likeliest first. */
  readonly between: readonly Intent[];
}

/** What became of a text. One that is not understood has no intents; it is never guessed. */
export interface ReadWords {
  readonly intents: readonly ReadIntent[];
  /** Absent where the text is understood, or says nothing. */
  readonly unclear?: UnclearText | undefined;
}

/** Reads what a buyer wrote, in whatever language. */
export type TextReader = (text: string) => ReadWords;

/** The same, where somebody else may have to be asked. */
export type PatientTextReader = (text: string) => Promise<ReadWords>;

/** Of no words. */
export const nothingRead: ReadWords = { intents: [] };
