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

/** One reading of a text, 0 to 1 sure. A text that could not be read has none; it is never guessed. */
export interface ReadIntent {
  readonly intent: Intent;
  readonly confidence: number;
}

/** Reads what a buyer wrote, in whatever language. */
export type TextReader = (text: string) => readonly ReadIntent[];

/** Until words can be read, nothing is read into them. */
export const readsNothing: TextReader = () => [];
