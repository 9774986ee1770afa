import { languages, type Language } from '../../app/locales/load-words.ts';
import { gallery, leftOut } from './gallery.ts';

export interface Picture {
  readonly file: string;
  readonly page: string;
  readonly state: string;
  readonly language: Language;
  /** Of the browser's window, CSS pixels. */
  readonly width: number;
}

export type Choice =
  | { readonly outcome: 'chosen'; readonly pictures: readonly Picture[] }
  /** The gallery and the tests do not speak of the same states. */
  | {
      readonly outcome: 'incomplete';
      readonly unknown: readonly string[];
      readonly missing: readonly string[];
    };

/** Where a state was taken at several widths: these two languages at those. */
const preferred: Readonly<Partial<Record<Language, number>>> = { en: 1280, 'zh-CN': 375 };

/** One picture for each state and language, in the gallery's order. */
export function choosePictures(files: readonly string[]): Choice {
  const taken = files.map(readName);
  const names = new Set(taken.map(({ name }) => name));
  const states = Object.entries(gallery).flatMap(([page, named]) =>
    Object.entries(named).map(([name, state]) => ({ page, name, state })),
  );
  const known = new Set([...states.map(({ name }) => name), ...leftOut]);
  const unknown = [...names].filter((name) => !known.has(name));
  const missing = states.flatMap(({ name }) => (names.has(name) ? [] : [name]));
  if (unknown.length + missing.length > 0) return { outcome: 'incomplete', unknown, missing };
  const pictures = states.flatMap(({ page, name, state }) =>
    languages.flatMap((language) => {
      const found = taken.filter((one) => one.name === name && one.language === language);
      const best = found.find(({ width }) => width === preferred[language]) ?? found[0];
      return best ? [{ page, state, language, width: best.width, file: best.file }] : [];
    }),
  );
  return { outcome: 'chosen', pictures };
}

/** `review-queue-zh-CN-375.png`, as the tests name them. */
function readName(file: string) {
  const language = languages.find((one) => new RegExp(`-${one}-\\d+\\.png$`).test(file));
  const [, width] = /-(\d+)\.png$/.exec(file) ?? [];
  if (!language || !width) throw new Error(`${file} is no name of a picture`);
  return {
    file,
    name: file.slice(0, -`-${language}-${width}.png`.length),
    language,
    width: Number(width),
  };
}
