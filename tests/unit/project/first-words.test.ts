import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { firstWords } from '#app/locales/first-words.ts';
import { wordTrees } from '#tests/support/words.ts';
import { cruiseLayers } from '../../../scripts/cruise-layers.ts';

const firstPage = ['entry.client', 'root', 'routes/app', 'routes/app._index'];

/** Words that a file of the queue has, and that only other pages ask it for. */
const ofOtherPages = new Set(['app/ui/format.ts overview']);

const asked = /\b(?:t|has|codeWords|knownCodeWords)\(\s*['"`]([a-z][a-z-]*)/g;
/** What parameters of evidence are called. */
const kinds = /const kindOfParam[^}]*\}/;

test('the queue and what stands around it say nothing but first words', async () => {
  const { modules } = await cruiseLayers(process.cwd(), ['app']);
  const importsOf = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies
        .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => resolved),
    ]),
  );
  const files = new Set(firstPage.map((name) => `app/${name}.tsx`));
  for (const file of files) {
    for (const next of importsOf.get(file) ?? []) {
      if (/^app\/.*\.tsx?$/.test(next) && !/\.server\.tsx?$/.test(next)) files.add(next);
    }
  }
  expect(files).toContain('app/ui/queue-row.tsx');

  const missing = [...files].flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    const called = [...text.matchAll(asked)].map(([, name]) => name ?? '');
    const named = [...(kinds.exec(text)?.[0] ?? '').matchAll(/: '([\w-]+)'/g)];
    return [...called, ...named.map(([, name]) => name ?? '')]
      .filter((name) => Object.hasOwn(wordTrees.en, name) && !firstWords.includes(name))
      .map((name) => `${file} ${name}`)
      .filter((use) => !ofOtherPages.has(use));
  });
  expect(missing).toEqual([]);
}, 60_000);

test.each(firstWords)('%s is a part of the words', (name) => {
  expect(Object.keys(wordTrees.en)).toContain(name);
});
