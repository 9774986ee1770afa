import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { firstWords } from '../../app/locales/first-words.ts';

const part = /^(.*\/app\/locales\/[\w-]+\.json)\?(first|others)$/;

/** `en.json?first` is what the queue needs of a language's words, `en.json?others` all the rest. */
export function wordsInParts(): Plugin {
  return {
    name: 'words-in-parts',
    async load(id) {
      const [, file, which] = part.exec(id) ?? [];
      if (file === undefined) return null;
      this.addWatchFile(file);
      const words = JSON.parse(await readFile(file, 'utf8')) as Readonly<Record<string, unknown>>;
      const chosen = Object.entries(words).filter(
        ([name]) => firstWords.includes(name) === (which === 'first'),
      );
      return JSON.stringify(Object.fromEntries(chosen));
    },
  };
}
