import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cruiseLayers, rules } from '../../../scripts/cruise-layers.ts';

const root = process.cwd();
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
      dependencies: { pg: '*', pino: '*', zod: '*' },
      devDependencies: { vitest: '*', graphql: '*' },
    }),
    ...clean,
    ...changes,
  };
  for (const [file, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const places = new Set(
    Object.keys(tree).flatMap((file) => /^(app|tests|extensions)\//.exec(file)?.[1] ?? []),
  );
  const { summary } = await cruiseLayers(folder, [...places]);
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].sort();
}

const violations: readonly (readonly [rule: string, changes: Tree])[] = [
  [
    'room-domain',
    {
      'app/domain/a.ts': `import type { Wire } from '../shopify/from-wire.ts'; export type A = Wire;`,
    },
  ],
  [
    'room-locales',
    { 'app/locales/a.ts': `import { facts } from '../domain/facts.ts'; export const a = facts;` },
  ],
  [
    'room-ui',
    {
      'app/ui/a.tsx': `import type { Wire } from '../shopify/from-wire.ts'; export type A = Wire;`,
    },
  ],
  [
    'room-db',
    {
      'app/db/a.server.ts': `import { call } from '../shopify/call.server.ts'; export const a = call;`,
    },
  ],
  [
    'room-shopify',
    {
      'app/shopify/a.server.ts': `import { orders } from '../db/orders.server.ts'; export const a = orders;`,
    },
  ],
  [
    'room-second-reader',
    {
      'app/second-reader/a.server.ts': `import { orders } from '../db/orders.server.ts'; export const a = orders;`,
    },
  ],
  [
    'room-carriers',
    {
      'app/carriers/a.server.ts': `import { orders } from '../db/orders.server.ts'; export const a = orders;`,
    },
  ],
  [
    'room-notify',
    {
      'app/notify/a.server.ts': `import { orders } from '../db/orders.server.ts'; export const a = orders;`,
    },
  ],
  [
    'room-photo-store',
    {
      'app/photo-store/a.server.ts': `import { orders } from '../db/orders.server.ts'; export const a = orders;`,
    },
  ],
  [
    'room-pipeline',
    { 'app/pipeline/a.server.ts': `import { log } from '../log.server.ts'; export const a = log;` },
  ],
  [
    'room-stories',
    {
      'app/stories/a.ts': `import { call } from '../shopify/call.server.ts'; export const a = call;`,
    },
  ],
  [
    'room-routes',
    {
      'app/routes/a.tsx': `import { call } from '../shopify/call.server.ts'; export const loader = () => call;`,
    },
  ],
  [
    'doors-open-downwards',
    { 'app/a.server.ts': `import { Card } from './ui/card.tsx'; export const a = Card;` },
  ],
  [
    'routes-are-leaves',
    { 'app/ui/a.tsx': `import { loader } from '../routes/queue.tsx'; export const a = loader;` },
  ],
  ['packages-of-domain', { 'app/domain/a.ts': `import { z } from 'zod'; export const a = z;` }],
  ['packages-of-locales', { 'app/locales/a.ts': `import { z } from 'zod'; export const a = z;` }],
  [
    'io-in-server-files',
    { 'app/domain/a.ts': `import { readFileSync } from 'node:fs'; export const a = readFileSync;` },
  ],
  [
    'io-in-server-files',
    { 'app/ui/a.tsx': `import { readFileSync } from 'node:fs'; export const a = readFileSync;` },
  ],
  ['io-packages-in-server-files', { 'app/db/a.ts': `import pg from 'pg'; export const a = pg;` }],
  [
    'server-files-from-server-files',
    { 'app/db/a.ts': `import { orders } from './orders.server.ts'; export const a = orders;` },
  ],
  [
    'app-stands-alone',
    {
      'app/db/a.server.ts': `import { b } from '../../tests/b.ts'; export const a = b;`,
      'tests/b.ts': 'export const b = 1;',
    },
  ],
  [
    'extensions-take-types',
    {
      'extensions/block/src/block.ts': `import { cents } from '../../../app/domain/money.ts'; export const a = cents;`,
    },
  ],
  [
    'no-extensions-in-app',
    {
      'app/ui/a.ts': `import { b } from '../../extensions/block/src/b.ts'; export const a = b;`,
      'extensions/block/src/b.ts': 'export const b = 1;',
    },
  ],
  [
    'no-cycles',
    {
      'app/domain/a.ts': `import type { B } from './b.ts'; export interface A { b: B }`,
      'app/domain/b.ts': `import type { A } from './a.ts'; export interface B { a: A }`,
    },
  ],
  ['no-orphans', { 'app/domain/a.ts': 'export const a = 1;' }],
  [
    'no-dev-dependency-in-app',
    { 'app/db/a.server.ts': `import { parse } from 'graphql'; export const a = parse;` },
  ],
  [
    'listed-packages-only',
    { 'app/db/a.server.ts': `import sirv from 'sirv'; export const a = sirv;` },
  ],
  [
    'resolvable',
    { 'app/db/a.server.ts': `import { b } from './b.server.ts'; export const a = b;` },
  ],
];

test('a tree that keeps the rules breaks none', async () => {
  expect(await brokenRules({})).toEqual([]);
});

test.each(violations)('%s fires', async (rule, changes) => {
  expect(await brokenRules(changes)).toContain(rule);
});

test('every rule has a tree that breaks it', () => {
  const proven = new Set(violations.map(([rule]) => rule));
  expect([...rules.keys()].filter((name) => !proven.has(name))).toEqual([]);
});
