import { describe, expect, test } from 'vitest';
import { regimes } from '#app/domain/law/regions.ts';
import { clauseCodes, headings } from '#app/domain/published/clause.ts';
import { buyerLanguages, loadReturnPolicy } from '#app/locales/load-return-policy.ts';
import type { WordTree } from '#app/locales/load-words.ts';

const trees = await loadReturnPolicy();

function textsOf(tree: WordTree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as const]
      : textsOf(value, `${path}${name}.`),
  );
}

const form = /_(one|two|few|many|other)$/;
const meaningsOf = (tree: WordTree) =>
  [...new Set(textsOf(tree).map(([key]) => key.replace(form, '')))].sort();
const variablesIn = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

test('there are words for these languages and no others', () => {
  expect(Object.keys(trees)).toEqual([...buyerLanguages]);
});

describe.each(buyerLanguages)('in %s', (language) => {
  const texts = textsOf(trees[language]);

  test('every clause, heading and region has its words, and nothing else has', () => {
    expect(meaningsOf(trees[language])).toEqual(
      [
        'title',
        ...clauseCodes.map((code) => `clause.${code}`),
        ...headings.map((heading) => `heading.${heading}`),
        ...regimes.map((regime) => `region.${regime}`),
      ].sort(),
    );
  });

  test('the figures are those of the English text, in each plural form', () => {
    const english = new Map(textsOf(trees.en).map(([key, text]) => [key.replace(form, ''), text]));
    for (const [key, text] of texts) {
      const own = { key, variables: variablesIn(text) };
      expect(own).toEqual({
        key,
        variables: variablesIn(english.get(key.replace(form, '')) ?? ''),
      });
    }
  });

  test('the plural forms are those of the language', () => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const counted = [
      ...new Set(texts.filter(([key]) => form.test(key)).map(([key]) => key.replace(form, ''))),
    ];
    expect(counted.length).toBeGreaterThan(4);
    for (const meaning of counted) {
      const forms = texts
        .filter(([key]) => key.replace(form, '') === meaning)
        .map(([key]) => form.exec(key)?.[1]);
      expect({ meaning, forms: forms.sort() }).toEqual({ meaning, forms: needed });
    }
  });

  test('no text is empty, and none is left in another language', () => {
    const english = new Map(textsOf(trees.en));
    // Names of places may be the same.
    const clauses = texts.filter(([key]) => key.startsWith('clause.'));
    expect(texts.filter(([, text]) => text.trim() === '')).toEqual([]);
    if (language !== 'en') {
      expect(clauses.filter(([key, text]) => english.get(key) === text)).toEqual([]);
    }
  });
});
