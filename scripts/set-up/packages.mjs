import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { outcomeOf } from './outcome-of.mjs';
import { hashOf } from './stamp.mjs';
import { say, SetUpFailure } from './say.mjs';

const stamp = 'node_modules/.amends-set-up';

/** The Node that npm pins; everything but this set-up runs on it. */
export const pinnedNode =
  process.platform === 'win32' ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node';

/** True when node_modules is what package-lock.json asks for, whoever installed it. */
export function areInstalled() {
  if (!existsSync(pinnedNode)) return false;
  const wanted = hashOf(['package-lock.json'], [process.platform, process.arch]);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!isInstalledAsLocked()) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/** npm notes what it installed in a lock file of its own, written last: does that agree with ours? */
function isInstalledAsLocked() {
  const noted = 'node_modules/.package-lock.json';
  if (!existsSync(noted)) return false;
  const installed = JSON.parse(readFileSync(noted, 'utf8')).packages;
  const { '': root, ...locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  if (!root) return false;
  const surplus = Object.keys(installed).some((path) => !locked[path]);
  return (
    !surplus &&
    Object.entries(locked).every(([path, { version, integrity, optional }]) => {
      const found = installed[path];
      return found ? found.version === version && found.integrity === integrity : optional === true;
    })
  );
}

export async function installPackages() {
  say('installing the packages that package-lock.json names (npm ci, a minute or two)');
  const code = await outcomeOf(
    spawnNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']),
  ).catch((error) => {
    throw new SetUpFailure(`npm could not be started (${error.message}): install it with Node`);
  });
  if (code !== 0) {
    throw new SetUpFailure(
      'npm ci failed, for the reason above. Without a network it needs a filled npm cache; when it says that ' +
        'package.json and package-lock.json are not in sync, run npm install and commit both',
    );
  }
  if (!existsSync(pinnedNode)) {
    throw new SetUpFailure(
      'npm did not run the install script of the package "node", which brings the pinned Node: ' +
        'check that ignore-scripts is off (npm config get ignore-scripts), then run this again',
    );
  }
  writeFileSync(stamp, hashOf(['package-lock.json'], [process.platform, process.arch]));
}

function spawnNpm(parameters) {
  const env = { ...process.env, PRISMA_SKIP_POSTINSTALL_GENERATE: '1' };
  const options = { stdio: ['ignore', 2, 2], env };
  // Under `npm run`, npm says which npm it is.
  const npm = process.env.npm_execpath;
  return npm && basename(npm) === 'npm-cli.js'
    ? spawn(process.execPath, [npm, ...parameters], options)
    : spawn('npm', parameters, { ...options, shell: process.platform === 'win32' });
}
