import { describe, expect, test } from 'vitest';
import { reportProblems } from '#app/domain/case-facts.ts';
import { wishes } from '#app/domain/reports/buyer-report.ts';
import { reportFaults } from '#app/domain/reports/check-report.ts';
import { reportStates } from '#app/domain/reports/report-state.ts';
import { loadBuyerReport } from '#app/locales/load-buyer-report.ts';
import { languages, type WordTree } from '#app/locales/load-words.ts';

const trees = await loadBuyerReport();

function textsOf(tree: WordTree, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}${name}`, value] as const]
      : textsOf(value, `${path}${name}.`),
  );
}

const variablesIn = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
const english = new Map(textsOf(trees.en));

test('there are words for these languages and no others', () => {
  expect(Object.keys(trees)).toEqual([...languages]);
});

describe.each(languages)('in %s', (language) => {
  const texts = textsOf(trees[language]);

  test('the same is said, with the same variables', () => {
    expect(texts.map(([key]) => key)).toEqual([...english.keys()]);
    for (const [key, text] of texts) {
      expect({ key, isEmpty: text.trim() === '', variables: variablesIn(text).sort() }).toEqual({
        ...{ key, isEmpty: false },
        variables: variablesIn(english.get(key) ?? '').sort(),
      });
    }
  });

  test('every code has words', () => {
    const known = new Set(texts.map(([key]) => key));
    const codes = [
      ...reportProblems.map((code) => `problem.${code}`),
      ...wishes.map((code) => `wish.${code}`),
      ...reportFaults.map((code) => `fault.${code}`),
      ...reportStates.flatMap((code) => [`state.${code}`, `next.${code}`]),
    ];
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });
});
