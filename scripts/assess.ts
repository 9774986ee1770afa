/**
 * Judges a story without a shop: `npm run -s assess -- --story FILE [--json] [--language zh-CN]`; `-` reads it from
 * stdin. Exit code 1 for a story that cannot be read, 2 for a wrong call.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { languages, loadWords } from '#app/locales/load-words.ts';
import { createI18n } from '#app/ui/i18n.ts';
import { wordsOf, type Words } from '#app/ui/words.ts';
import { assessStory } from '#app/stories/assess-story.ts';
import { readWords } from '#app/domain/text/read-words.ts';
import { casesOfStory } from '#app/stories/cases-of-story.ts';
import { readStory } from '#app/stories/read-story.ts';
import { tellOrder, tellProblems } from './assess/tell-story.ts';

const usage = 'npm run -s assess -- --story FILE [--json] [--language LANGUAGE]';

function fail(message: string, code: 1 | 2): never {
  console.error(message);
  process.exit(code);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        story: { type: 'string' },
        json: { type: 'boolean', default: false },
        language: { type: 'string', default: 'en' },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    return fail(`${file} cannot be read: ${error instanceof Error ? error.message : ''}`, 1);
  }
}

const { story: file, json, language: asked } = readArguments();
if (file === undefined) fail(usage, 2);
const language = languages.find((one) => one === asked);
if (!language) fail(`--language is one of ${languages.join(', ')}`, 2);

const read = readStory(readText(file));
if (read.outcome === 'unreadable') {
  if (json) console.log(JSON.stringify({ problems: read.problems }, null, 2));
  fail(tellProblems(read.problems, await wordsFor('UTC')), 1);
}
const { story, policy } = read;
if (json) console.log(JSON.stringify(assessStory(story, policy), null, 2));
else {
  const timeZone = story.shop.timeZone ?? 'UTC';
  const { now, cases } = casesOfStory(story, policy, readWords);
  const words = await wordsFor(timeZone);
  console.log(cases.map((facts) => tellOrder(facts, policy, { now, words })).join('\n\n'));
}

async function wordsFor(timeZone: string): Promise<Words> {
  const spoken = language ?? languages[0];
  return wordsOf(createI18n(spoken, await loadWords(spoken)), spoken, timeZone);
}
