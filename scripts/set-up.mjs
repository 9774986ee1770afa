/**
 * Gets a checkout ready and then runs a script on the Node that npm pins:
 * `node scripts/set-up.mjs [--built] <script> [arguments]`, with `--only` for the script to stop when ready. It installs
 * the packages of package-lock.json, makes the types in generated/ and, with `--built`, the app in build/. It runs on any Node from 20 with nothing installed, costs well under a second when
 * there is nothing to do, and writes to stderr alone, so that stdout belongs to the script.
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { say, SetUpFailure } from './set-up/say.mjs';
import { withLock } from './set-up/lock.mjs';
import { areInstalled, installPackages } from './set-up/packages.mjs';
import { areMade, make, stepsFor } from './set-up/steps.mjs';
import { runScript } from './set-up/run-script.mjs';

const oldestNode = 20;

async function main(parameters) {
  const built = parameters[0] === '--built';
  const [script, ...rest] = built ? parameters.slice(1) : parameters;
  process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
  const [major] = process.versions.node.split('.');
  if (Number(major) < oldestNode) {
    throw new SetUpFailure(
      `this is Node ${process.versions.node}, and Amends needs ${oldestNode} or newer to begin with: install one from https://nodejs.org`,
    );
  }
  if (!script) throw new SetUpFailure('say which script to run, or --only');
  const steps = stepsFor({ built });
  if (!areInstalled() || !areMade(steps)) {
    await withLock('.cache/set-up.lock', async () => {
      // Whoever held the lock before may have done it all.
      if (!areInstalled()) await installPackages();
      make(steps);
    });
  }
  if (script === '--only') {
    say('ready');
    return 0;
  }
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
