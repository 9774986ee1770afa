/** All that is checked without running the app; `check.ts types lint` runs only those. */
import { spawnSync } from 'node:child_process';

const checks = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty'],
  // Another JSX than the app's: Preact's, with Shopify's elements.
  'extension-types': [
    'node_modules/typescript/bin/tsc',
    '--noEmit',
    '--pretty',
    '--project',
    'extensions',
  ],
  extensions: ['scripts/check-extensions.ts'],
  lint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'],
  format: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  layers: ['scripts/check-layers.ts'],
  unused: ['node_modules/knip/bin/knip.js'],
  coverage: [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    '--coverage',
    '--silent',
  ],
} as const;

const names = Object.keys(checks) as (keyof typeof checks)[];
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in checks));
if (unknown.length > 0) {
  console.error(`there is no check ${unknown.join(', ')}: the checks are ${names.join(', ')}`);
  process.exit(2);
}

const results = names
  .filter((name) => asked.length === 0 || asked.includes(name))
  .map((name) => {
    console.log(`── ${name}`);
    const since = performance.now();
    const { status } = spawnSync(process.execPath, checks[name], { stdio: 'inherit' });
    return { name, isGood: status === 0, seconds: (performance.now() - since) / 1000 };
  });

console.log('── summary');
for (const { name, isGood, seconds } of results) {
  console.log(`${isGood ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`);
}
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
