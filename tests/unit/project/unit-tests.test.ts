import { builtinModules } from 'node:module';
import { expect, test } from 'vitest';
import { cruiseLayers } from '../../../scripts/cruise-layers.ts';

/** Node's own modules that only calculate. */
const calculating = new Set([
  'assert',
  'buffer',
  'crypto',
  'events',
  'path',
  'querystring',
  'url',
  'util',
]);
const packagesWithIo =
  /node_modules\/(pg|pg-boss|pino|@prisma|@shopify|@remix-run|playwright-core|vite)\//;

function doesIo(module: string): boolean {
  const name = module.replace(/^node:/, '');
  const isBuiltin = builtinModules.includes(name);
  return isBuiltin ? !calculating.has(name) : packagesWithIo.test(module);
}

test('unit tests reach no IO, however far away, imports of types aside', async () => {
  const { modules } = await cruiseLayers(process.cwd(), ['app', 'tests']);
  const importsOf = new Map(
    modules.map(({ source, dependencies }) => [
      source,
      dependencies
        .filter(({ dependencyTypes }) => !dependencyTypes.includes('type-only'))
        .map(({ resolved }) => resolved),
    ]),
  );
  const tests = [...importsOf.keys()].filter((file) => /^tests\/unit\/(?!project\/)/.test(file));
  expect(tests.length).toBeGreaterThan(0);

  const found: string[] = [];
  for (const start of tests) {
    const seen = new Set([start]);
    for (const file of seen) {
      for (const next of importsOf.get(file) ?? []) {
        if (doesIo(next)) found.push(`${start} reaches ${next} by ${file}`);
        else seen.add(next);
      }
    }
  }
  expect(found).toEqual([]);
}, 60_000);
