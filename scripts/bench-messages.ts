/**
 * Measures the reader on labelled texts: `npm run -s bench:messages -- FILE [--fold aside|seen] [--json]`, JSON lines
 * `{"id","lang","text","intent"}`. `--fold` measures one half of them, by a hash of their ids.
 */
import { parseArgs } from 'node:util';
import { labelledTexts, inFold, type Fold } from './messages/labelled.ts';
import { measure } from './messages/measure.ts';
import { tellMeasure } from './messages/tell-measure.ts';

const usage = 'npm run -s bench:messages -- FILE [--fold aside|seen] [--json]';

function fail(message: string): never {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { fold: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    return { ...values, file: positionals[0] };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const { file, fold, json } = readArguments();
if (file === undefined) fail('which file?');
if (fold !== undefined && !isFold(fold)) fail('--fold is aside or seen');
const texts = labelledTexts(file).filter(({ id }) => fold === undefined || inFold(id, fold));
if (texts.length === 0) fail(`${file} has no such texts`);
const measured = measure(texts);
console.log(json ? JSON.stringify(measured, null, 2) : tellMeasure(measured));

function isFold(one: string): one is Fold {
  return one === 'aside' || one === 'seen';
}
