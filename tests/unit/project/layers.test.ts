import { cruise, type IConfiguration, type ICruiseResult } from 'dependency-cruiser';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = process.cwd();
const configuration = createRequire(import.meta.url)(
  join(root, '.dependency-cruiser.cjs'),
) as IConfiguration;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

type Tree = Readonly<Record<string, string>>;

const clean: Tree = {
  'app/domain/money.ts': 'export const cents = 1;',
  'app/domain/facts.ts': `import { cents } from './money.ts'; export const facts = cents;`,
  'app/locales/words.ts': `export const words = 'words';`,
  'app/db/orders.server.ts': `
    import { readFileSync } from 'node:fs';
    import pg from 'pg';
    import { facts } from '../domain/facts.ts';
    export const orders = [readFileSync, pg, facts];`,
  'app/shopify/call.server.ts': `import { facts } from '../domain/facts.ts'; export const call = facts;`,
  'app/shopify/from-wire.ts': `import type { call } from './call.server.ts'; export type Wire = typeof call;`,
  'app/pipeline/look.server.ts': `
    import { orders } from '../db/orders.server.ts';
    import { call } from '../shopify/call.server.ts';
    import type { Wire } from '../shopify/from-wire.ts';
    export const look: [unknown, Wire] = [orders, call];`,
  'app/log.server.ts': `
    import pino from 'pino';
    import { look } from './pipeline/look.server.ts';
    import { words } from './locales/words.ts';
    export const log = [pino, look, words];`,
  'app/ui/card.tsx': `import { facts } from '../domain/facts.ts'; export const Card = () => facts;`,
  'app/routes/queue.tsx': `
    import { log } from '../log.server.ts';
    import { Card } from '../ui/card.tsx';
    export const loader = () => log;
    export default Card;`,
  'tests/unit/domain/facts.test.ts': `import { facts } from '../../../app/domain/facts.ts'; facts;`,
};

/** Cruises the clean tree with some files put in or replaced, and names the rules that are broken. */
async function brokenRules(changes: Tree): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'layers-'));
  made.push(folder);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const tree = {
    'package.json': JSON.stringify({
      type: 'module',
      dependencies: { pg: '*', pino: '*', react: '*' },
      devDependencies: { vite: '*', graphql: '*' },
    }),
    ...clean,
    ...changes,
  };
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { enhancedResolveOptions, tsConfig, ...options } = configuration.options ?? {};
  expect(tsConfig).toBeDefined();
  const { output } = await cruise(
    ['app', 'tests'],
    { ...options, baseDir: folder, validate: true, ruleSet: configuration },
    { ...enhancedResolveOptions, symlinks: false },
  );
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
}

const violations: readonly [rule: string, changes: Tree, alsoBroken?: readonly string[]][] = [
  [
    'room-domain',
    { 'app/domain/facts.ts': `import type { Wire } from '../shopify/from-wire.ts'; export const facts: Wire = 1;` },
    ['no-cycles'],
  ],
];

test('a tree that keeps the rules breaks none', async () => {
  expect(await brokenRules({})).toEqual([]);
});

test.each(violations)('%s fires', async (rule, changes, alsoBroken = []) => {
  expect(await brokenRules(changes)).toEqual([rule, ...alsoBroken].sort());
});
