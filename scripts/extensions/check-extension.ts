import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildExtension } from './build-extension.ts';
import { readConfig } from './extension-config.ts';
import type { ExtensionFolder } from './read-extensions.ts';

/** Of a built file, compressed: Shopify deploys no larger one. */
const mostBytes = 64 * 1024;

export interface CheckedExtension {
  readonly problems: readonly string[];
  /** Of each file that was built, compressed. */
  readonly sizes: readonly number[];
}

/** Builds what there is to build, and holds it and the configuration against what Shopify takes. */
export async function checkExtension({
  folder,
  config,
}: ExtensionFolder): Promise<CheckedExtension> {
  const read = readConfig(config);
  if (read.outcome === 'wrong') return { problems: read.problems, sizes: [] };
  if (read.outcome !== 'ui') return { problems: [], sizes: [] };
  const [{ targeting, name, description }] = read.config.extensions;
  const problems = wordsProblems(folder, [name, ...(description ? [description] : [])]);
  const sizes: number[] = [];
  for (const { module } of targeting) {
    const path = join(folder, module);
    if (!existsSync(path)) {
      problems.push(`there is no ${path}`);
      continue;
    }
    const size = gzipSync(await buildExtension(path)).length;
    sizes.push(size);
    if (size > mostBytes) problems.push(`${module} has ${size} bytes compressed, of ${mostBytes}`);
  }
  return { problems, sizes };
}

const languages = ['en.default', 'zh-CN'];

/** The same words in each language, and among them those that the configuration names. */
function wordsProblems(folder: string, named: readonly string[]): string[] {
  const problems: string[] = [];
  const keysIn = languages.map((language) => {
    const file = join(folder, 'locales', `${language}.json`);
    if (existsSync(file)) return keysOf(JSON.parse(readFileSync(file, 'utf8')));
    problems.push(`there is no ${file}`);
    return new Set<string>();
  });
  const all = new Set([
    ...keysIn.flatMap((keys) => [...keys]),
    ...named.map((key) => key.slice('t:'.length)),
  ]);
  for (const [index, keys] of keysIn.entries()) {
    const missing = [...all].filter((key) => !keys.has(key));
    if (missing.length > 0) problems.push(`${languages[index]} lacks ${missing.join(', ')}`);
  }
  return problems;
}

function keysOf(tree: unknown, prefix = ''): ReadonlySet<string> {
  if (typeof tree !== 'object' || tree === null) return new Set([prefix.slice(0, -1)]);
  return new Set(
    Object.entries(tree).flatMap(([key, value]) => [...keysOf(value, `${prefix}${key}.`)]),
  );
}
