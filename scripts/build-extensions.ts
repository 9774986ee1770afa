/**
 * `shopify app build` for everything, with no network and no login once npm has Shopify's CLI in its cache. The CLI is as heavy as
 * all of the app's packages together and is no dependency: docs/decisions/0024.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

const cli = '@shopify/cli@4.8.2';

const given = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8')) : {};
const names = ['APP_URL', 'SHOPIFY_APP_URL'];
if (!names.some((name) => process.env[name] ?? given[name])) {
  console.error(
    'neither APP_URL nor SHOPIFY_APP_URL is set: what buyers report would reach nobody',
  );
}

const { status, error } = spawnSync(
  'npm',
  ['exec', '--yes', '--prefer-offline', `--package=${cli}`, '--', 'shopify', 'app', 'build'],
  {
    stdio: 'inherit',
    // Without a login there is no client id to be had: any will do for a build.
    env: { ...process.env, CI: '1', SHOPIFY_CLI_NO_ANALYTICS: '1' },
  },
);
if (error) throw error;
process.exitCode = status ?? 1;
