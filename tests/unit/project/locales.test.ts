import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '#app/locales/load-words.ts';

const folder = 'app/locales';

/** Every text of a file by its dotted key. */
function textsOf(file: string): Map<string, string> {
  const texts = new Map<string, string>();
  const collect = (value: unknown, key: string): void => {
    if (typeof value === 'string') texts.set(key, value);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value))
        collect(inner, key ? `${key}.${name}` : name);
    } else throw new TypeError(`${file}: ${key} is no text`);
  };
  collect(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')), '');
  return texts;
}

const plural = /_(zero|one|two|few|many|other)$/;

/** The keys without the plural forms, which differ by language. */
function meaningsOf(texts: ReadonlyMap<string, string>): string[] {
  return [...new Set([...texts.keys()].map((key) => key.replace(plural, '')))].sort();
}

function variablesOf(text: string): string[] {
  const names = [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}|<\/?(\w+)\s*\/?>/g)];
  return [...new Set(names.map(([, variable, tag]) => variable ?? `<${tag ?? ''}>`))].sort();
}

/** The variables of every meaning; of a plural, those of its general form. */
function variablesByMeaning(texts: ReadonlyMap<string, string>): Record<string, string[]> {
  const general = [...texts].filter(([key]) => !plural.test(key) || key.endsWith('_other'));
  const byMeaning = general.map(
    ([key, text]) => [key.replace(plural, ''), variablesOf(text)] as const,
  );
  return Object.fromEntries(byMeaning.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const files = existsSync(folder) ? readdirSync(folder) : [];
const partsOf = (language: string): string[] =>
  files
    .filter((file) => file.startsWith(language) && file.endsWith('.json'))
    .map((file) => file.slice(language.length))
    .sort();
const parts = partsOf('en');

test('every language has the same files', () => {
  expect(parts.length).toBeGreaterThan(0);
  for (const language of languages) expect(partsOf(language)).toEqual(parts);
});

test.each(parts)('every language says the same things: *%s', (part) => {
  const [first, ...others] = languages.map((language) => textsOf(`${language}${part}`));
  if (!first) throw new Error('no language');
  for (const other of others) {
    expect(meaningsOf(other)).toEqual(meaningsOf(first));
    expect(variablesByMeaning(other)).toEqual(variablesByMeaning(first));
  }
});

test.each(languages)('no text of %s is empty', (language) => {
  const empty = partsOf(language)
    .flatMap((part) => [...textsOf(`${language}${part}`)])
    .filter(([, text]) => text.trim() === '');
  expect(empty).toEqual([]);
});

test.each(languages)('%s has every plural form it needs, and no other', (language) => {
  const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
  for (const part of partsOf(language)) {
    const forms = new Map<string, string[]>();
    for (const key of textsOf(`${language}${part}`).keys()) {
      const form = plural.exec(key)?.[1];
      const meaning = key.replace(plural, '');
      if (form) forms.set(meaning, [...(forms.get(meaning) ?? []), form].sort());
    }
    for (const [meaning, given] of forms) {
      // `_zero` is i18next's own, for what reads better said otherwise; any language may use it.
      const found = given.filter((form) => form !== 'zero' || needed.includes('zero'));
      expect({ meaning, found }).toEqual({ meaning, found: needed });
    }
  }
});
