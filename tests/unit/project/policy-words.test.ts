import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settingsByPath } from '#app/domain/policy/all-settings.ts';
import { generalSettings, policySections } from '#app/domain/policy.ts';
import { grounds } from '#app/domain/scenarios/registry.ts';
import { languages } from '#app/locales/load-words.ts';
import { wordsIn } from '#tests/support/words.ts';

const keys = [
  ...Object.keys(generalSettings).map((name) => `general.${name}`),
  ...Object.entries(policySections)
    // Of which each is named as its ground is, or as its message.
    .filter(([section]) => section !== 'automatic' && section !== 'messages')
    .flatMap(([section, settings]) => Object.keys(settings).map((name) => `${section}.${name}`)),
  ...grounds.flatMap(({ id, settings }) =>
    Object.keys(settings).map((name) => `grounds.${id}.${name}`),
  ),
];

test.each(languages)('every setting says in %s what it is called and what it means', (language) => {
  const words = wordsIn(language);
  expect(keys.length).toBeGreaterThan(50);
  const missing = keys
    .flatMap((key) => [`policy.${key}.label`, `policy.${key}.help`])
    .filter((key) => !words.has(key));
  expect(missing).toEqual([]);
});

test.each(languages)('every choice of a setting has words in %s', (language) => {
  const words = wordsIn(language);
  const choices = [...settingsByPath].flatMap(([path, setting]) =>
    setting.type === 'choice'
      ? setting.choices.map((choice) =>
          // Those of every ground are the same.
          path.startsWith('automatic.')
            ? `policy-choice.automatic.${choice}`
            : `policy-choice.${path}.${choice}`,
        )
      : [],
  );
  expect(choices.length).toBeGreaterThan(10);
  expect(choices.filter((key) => !words.has(key))).toEqual([]);
});

const problemCodes = [
  ...new Set(
    readdirSync('app/domain/policy').flatMap((file) =>
      [
        ...readFileSync(`app/domain/policy/${file}`, 'utf8').matchAll(/\bproblem\('([a-z-]+)'/g),
      ].map(([, code]) => code ?? ''),
    ),
  ),
];

test.each(languages)('whatever can be wrong with a setting is said in %s', (language) => {
  const words = wordsIn(language);
  expect(problemCodes.length).toBeGreaterThan(12);
  // `story-problem` says the same of a policy that came in a story.
  const missing = problemCodes
    .flatMap((code) => [`policy-problem.${code}`, `story-problem.${code}`])
    .filter((key) => !words.has(key));
  expect(missing).toEqual([]);
});
