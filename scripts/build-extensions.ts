/**
 * `shopify app build` for everything, with no network and no login once npm has Shopify's CLI in its cache. The CLI is as heavy as
 * all of the app's packages together and is no dependency: docs/decisions/0024.
 */
import { spawnSync } from 'node:child_process';

const cli = '@shopify/cli@4.8.2';

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
