import type { WordTree } from '../locales/load-words.ts';

/** The phrases of one language. */
export interface I18n {
  /** The phrase of a dotted key; the key itself where there is none. */
  readonly t: (key: string, params?: WordParams) => string;
  readonly exists: (key: string, params?: WordParams) => boolean;
  /** Takes in more words, beside those that are there. */
  readonly add: (words: WordTree) => void;
}

/** `count` chooses a plural form (`_one`, `_other`; `_zero` wherever it is there), `context` a phrase of its own (`_<context>`). */
export type WordParams = Readonly<Record<string, string | number>>;

/**
 * Reads i18next's JSON as i18next does, in as much of it as the files use: i18next itself is a tenth of all that the queue may
 * load, and takes many times as long for a phrase. `tests/unit/ui/i18n.test.ts` holds every phrase against it.
 */
export function createI18n(language: string, words: WordTree): I18n {
  const plurals = new Intl.PluralRules(language);
  let tree = words;
  const find = (key: string, params: WordParams): string | null => {
    for (const form of formsOf(params, plurals)) {
      const text = textAt(tree, `${key}${form}`);
      if (text !== null) return text;
    }
    return null;
  };
  return {
    t: (key, params = {}) => {
      const text = find(key, params);
      return text === null ? key : fill(text, params);
    },
    exists: (key, params = {}) => find(key, params) !== null,
    add: (more) => {
      tree = { ...tree, ...more };
    },
  };
}

/** The endings under which a phrase is looked for, the most fitting first. */
function formsOf({ context, count }: WordParams, plurals: Intl.PluralRules): readonly string[] {
  const counted =
    typeof count === 'number'
      ? [...(count === 0 ? ['_zero'] : []), `_${plurals.select(count)}`, '']
      : [''];
  if (context === undefined || context === '') return counted;
  return [...counted.map((form) => `_${context}${form}`), ...counted];
}

function textAt(tree: WordTree, key: string): string | null {
  let place: string | WordTree = tree;
  for (const name of key.split('.')) {
    // Names such as `constructor` are in every object.
    if (typeof place === 'string' || !Object.hasOwn(place, name)) return null;
    const next: string | WordTree | undefined = place[name];
    if (next === undefined) return null;
    place = next;
  }
  return typeof place === 'string' ? place : null;
}

function fill(text: string, params: WordParams): string {
  if (!text.includes('{{')) return text;
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
}
