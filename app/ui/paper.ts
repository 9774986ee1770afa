import type { Language } from '../locales/load-words.ts';

/** A document in words alone; how it is drawn is somebody else's business. */
export interface Paper {
  readonly language: Language;
  readonly title: string;
  /** Beneath the title. */
  readonly rows: readonly PaperRow[];
  readonly parts: readonly PaperPart[];
  /** Stands on every page, beside its number. */
  readonly footer: string;
  readonly pageOf: (page: number, pages: number) => string;
}

export interface PaperPart {
  readonly heading: string;
  readonly notes: readonly string[];
  readonly rows: readonly PaperRow[];
}

/** A name and what there is to say of it, line by line. */
export interface PaperRow {
  readonly name: string;
  readonly lines: readonly string[];
}
