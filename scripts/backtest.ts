/**
 * What the recommendation would have done about past orders, and how right it would have been, with only what was known then:
 * `npm run -s backtest -- --source olist --dir DIR [--weights] [--policy FILE] [--split DATE] [--json]`. Beside it stands the
 * plain rule "neither delivered nor cancelled at 00:00 after the promised day", on the same orders. Such data is for evaluation
 * and no part of the project. Exit code 1 for data or a policy that cannot be read, 2 for a wrong call.
 */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkPolicy } from '#app/domain/policy/check-policy.ts';
import { isDate } from '#app/domain/time.ts';
import { policyOf } from './backtest/policy-of.ts';
import { readOlist } from './backtest/read-olist.ts';
import { runOlist } from './backtest/run-olist.ts';
import { tellOlist } from './backtest/tell-olist.ts';
import { Problem } from './run/with-undo.ts';

const usage =
  'npm run -s backtest -- --source olist --dir DIR [--weights] [--policy FILE] [--split YYYY-MM-DD] [--json]';

function fail(message: string, code: 1 | 2): never {
  console.error(message);
  process.exit(code);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        source: { type: 'string' },
        dir: { type: 'string' },
        weights: { type: 'boolean', default: false },
        policy: { type: 'string' },
        split: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`, 2);
  }
}

const { source, dir, weights, policy: file, split, json } = readArguments();
if (source !== 'olist' || dir === undefined) fail(usage, 2);
if (split !== undefined && !isDate(split)) fail(`--split is a day such as 2018-01-31\n${usage}`, 2);
if (!existsSync(dir)) fail(`there is no folder ${dir}`, 1);

try {
  const given = file === undefined ? {} : readJson(file);
  const checked = checkPolicy(policyOf(given));
  if (checked.outcome === 'invalid') {
    const problems = checked.problems.map(({ path, code }) => `${path}: ${code}`);
    throw new Problem(`${file ?? 'the policy'} cannot be used\n${problems.join('\n')}`);
  }
  const report = runOlist(await readOlist(dir), {
    policy: checked.policy,
    fixed: file !== undefined,
    weighted: weights,
    split: split ?? null,
  });
  console.log(json ? JSON.stringify(report, null, 2) : tellOlist(report).join('\n'));
} catch (error) {
  if (error instanceof Problem) fail(error.message, 1);
  throw error;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Problem(`${path} cannot be read: ${error instanceof Error ? error.message : ''}`);
  }
}
