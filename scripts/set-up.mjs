/**
 * Gets a checkout ready and then runs a script on the Node that npm pins: `node scripts/set-up.mjs <script> [arguments]`,
 * or `--only` to stop when ready. It runs on any Node from 20 with nothing installed, costs well under a second when
 * there is nothing to do, and writes to stderr alone, so that stdout belongs to the script.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { areGenerated, generateAll } from './set-up/generated.mjs';
import { say, SetUpFailure } from './set-up/say.mjs';
import { withLock } from './set-up/lock.mjs';
import { areInstalled, installPackages } from './set-up/packages.mjs';
import { runScript } from './set-up/run-script.mjs';

const oldestNode = 20;

async function main([script, ...rest]) {
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const [major] = process.versions.node.split('.');
  if (Number(major) < oldestNode) {
    throw new SetUpFailure(
      `this is Node ${process.versions.node}, and Amends needs ${oldestNode} or newer to begin with: install one from https://nodejs.org`,
    );
  }
  if (!script) throw new SetUpFailure('say which script to run, or --only');
  if (!areInstalled() || !areGenerated()) {
    await withLock('.cache/set-up.lock', async () => {
      // Whoever held the lock before may have done it all.
      if (!areInstalled()) await installPackages();
      if (!areGenerated()) generateAll();
    });
    say('ready');
  }
  if (script === '--only') return 0;
  if (!existsSync(script)) throw new SetUpFailure(`there is no ${script}`);
  return runScript(script, rest);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetUpFailure)) throw error;
  say(error.message);
  process.exitCode = 1;
}
