import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import tseslint from 'typescript-eslint';

/** The rules that need types are checked by `npm run check`; these here are the house's own. */
const eslint = new ESLint({
  overrideConfig: [tseslint.configs.disableTypeChecked] as ESLint.Options['overrideConfig'],
});

async function brokenRules(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

const domain = 'app/domain/ids.ts';

test.each([
  'export const at = new Date();',
  'export const environment = process.env;',
  'export const answer = fetch("https://example.com");',
  'console.log(1);',
  'setTimeout(() => 1, 1);',
  'export const now = performance.now();',
])('the domain has no clock and no IO: %s', async (text) => {
  expect(await brokenRules(domain, text)).toContain('no-restricted-globals');
});

test.each<[rule: string, file: string, text: string]>([
  ['no-restricted-properties', domain, 'export const luck = Math.random();'],
  ['no-restricted-imports', domain, `import { join } from 'node:path'; export const a = join;`],
  ['no-restricted-syntax', 'app/domain/time.ts', 'export const now = Date.now();'],
  ['no-restricted-syntax', 'app/domain/time.ts', 'export const now = new Date();'],
  [
    'no-restricted-syntax',
    'app/db/database.server.ts',
    `export const url = process.env['DATABASE_URL'];`,
  ],
  ['no-restricted-syntax', domain, 'const a = 1; export default a;'],
  ['no-restricted-syntax', domain, `export * from './money.ts';`],
  ['no-restricted-syntax', domain, 'export class Box {}'],
  ['@typescript-eslint/no-explicit-any', domain, 'export const a = 1 as any;'],
  [
    '@typescript-eslint/no-non-null-assertion',
    domain,
    'export const a = (b: string | null) => b!;',
  ],
  [
    '@typescript-eslint/consistent-type-imports',
    domain,
    `import { Gid } from './a.ts'; export type A = Gid<'Order'>;`,
  ],
  ['house/file-name', 'app/domain/orderFacts.ts', 'export const a = 1;'],
  ['jsx-a11y/alt-text', 'app/ui/a.tsx', 'export const A = () => <img src="a.png" />;'],
  [
    'react-hooks/rules-of-hooks',
    'app/ui/a.tsx',
    `import { useState } from 'react'; export const A = (b: boolean) => { if (b) useState(1); return null; };`,
  ],
])('%s fires in %s on: %s', async (rule, file, text) => {
  expect(await brokenRules(file, text)).toContain(rule);
});

test.each([
  ['app/env.server.ts', `export const environment = process.env['DATABASE_URL'];`],
  ['app/domain/time.ts', 'export const read = (text: string) => new Date(text);'],
  ['vitest.config.ts', 'export default {};'],
])('%s may: %s', async (file, text) => {
  expect(await brokenRules(file, text)).toEqual([]);
});
