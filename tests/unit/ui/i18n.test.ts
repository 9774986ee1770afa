import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { languages, type WordTree } from '#app/locales/load-words.ts';
import { createI18n, type WordParams } from '#app/ui/i18n.ts';
import { wordTrees } from '#tests/support/words.ts';

const ending = /_(?:zero|one|two|few|many|other)$/;

/** Every key as it is asked for, and whether it has plural forms. */
function keysOf(tree: WordTree, path = ''): ReadonlyMap<string, boolean> {
  const keys = new Map<string, boolean>();
  for (const [name, value] of Object.entries(tree)) {
    const key = `${path}${name}`;
    if (typeof value === 'string') {
      const meaning = key.replace(ending, '').replace(/_unnamed$/, '');
      keys.set(meaning, ending.test(key) || keys.get(meaning) === true);
    } else for (const [inner, isCounted] of keysOf(value, `${key}.`)) keys.set(inner, isCounted);
  }
  return keys;
}

const counts = [0, 1, 2, 5, 21, 100, 1_000_000];

/** What a phrase is asked for with: every variable, and each count where it is counted. */
function askedWith(tree: WordTree, isCounted: boolean): readonly WordParams[] {
  const names = JSON.stringify(tree).matchAll(/\{\{(\w+)\}\}/g);
  const all: WordParams = Object.fromEntries(
    [...names].map(([, name = '']) => [name, `<${name} & $1>`]),
  );
  const counted = isCounted ? counts.map((count) => ({ ...all, count })) : [all];
  return [...counted, ...counted.map((each) => ({ ...each, context: 'unnamed' }))];
}

test.each(languages)('says every phrase of %s as i18next says it', (language) => {
  const words: WordTree = wordTrees[language];
  const theirs = createInstance();
  void theirs.init({
    lng: language,
    resources: { [language]: { translation: words } },
    ...{ initAsync: false, fallbackLng: false, nsSeparator: false, returnNull: false },
    interpolation: { escapeValue: false },
  });
  const ours = createI18n(language, words);
  let asked = 0;
  const params = { once: askedWith(words, false), counted: askedWith(words, true) };
  for (const [key, isCounted] of keysOf(words)) {
    for (const each of params[isCounted ? 'counted' : 'once']) {
      asked += 1;
      expect(ours.t(key, each)).toBe(theirs.t(key, { ...each }));
      expect(ours.exists(key, each)).toBe(true);
    }
  }
  expect(asked).toBeGreaterThan(2000);
});

const small = { a: { b: 'B', many_other: '{{count}} of {{what}}' } };

test('what has no words is its key, be it a name that every object has', () => {
  const { t, exists } = createI18n('en', small);
  for (const key of ['a', 'a.c', 'a.b.c', 'constructor', 'a.toString']) {
    expect(t(key)).toBe(key);
    expect(exists(key)).toBe(false);
  }
  expect(t('a.many', { count: 2 })).toBe('2 of {{what}}');
});

test('words that come later stand beside the first ones', () => {
  const { t, add } = createI18n('en', small);
  expect(t('c.d')).toBe('c.d');
  add({ c: { d: 'D' } });
  expect([t('a.b'), t('c.d')]).toEqual(['B', 'D']);
});
