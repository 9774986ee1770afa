import { chromium } from 'playwright-core';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];

/**
 * The path of a Chromium that starts: CHROMIUM_PATH, the system's, Playwright's; failing these, one is installed.
 * Says on stderr what it does, and throws with what to do when there is none to be had.
 */
export function findChromium(): string {
  const asked = process.env['CHROMIUM_PATH'];
  if (asked) {
    if (starts(asked)) return asked;
    throw new Error(`CHROMIUM_PATH is ${asked}, which does not start: unset it or set another`);
  }
  const found = [...systemPaths(), ...playwrightPath()].find(starts);
  if (found) {
    say(`using ${found}`);
    return found;
  }
  say('no Chromium on this machine yet');
  const installed = installPlaywrights() ?? installDebians();
  if (installed) return installed;
  throw new Error(
    'no Chromium was found and none could be installed, see above: install Chromium or Chrome ' +
      '(on Debian as root: apt-get install chromium), or set CHROMIUM_PATH to one',
  );
}

function systemPaths(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...applications].filter((path) => existsSync(path));
}

function playwrightPath(): string[] {
  const path = chromium.executablePath();
  return existsSync(path) ? [path] : [];
}

/** A file that is there may still be a stub, or lack its libraries. */
function starts(path: string): boolean {
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  if (status === 0 && /\d+\.\d+/.test(stdout)) return true;
  say(`${path} does not start`);
  return false;
}

function installPlaywrights(): string | null {
  say('installing the one of Playwright (playwright-core install chromium)');
  const command = 'node_modules/playwright-core/cli.js';
  const isInstalled = run(process.execPath, [command, 'install', 'chromium']);
  if (!isInstalled) {
    say('it could not be downloaded');
    return null;
  }
  const [path] = playwrightPath();
  if (!path) return null;
  if (starts(path)) return path;
  if (!isRoot()) {
    say('it needs libraries of the system: as root, run npx playwright-core install-deps chromium');
    return null;
  }
  say('installing the libraries that it needs (playwright-core install-deps chromium)');
  return run(process.execPath, [command, 'install-deps', 'chromium']) && starts(path) ? path : null;
}

function installDebians(): string | null {
  if (!existsSync('/usr/bin/apt-get')) return null;
  if (!isRoot()) {
    say('the package of Debian could be installed by root: apt-get install chromium');
    return null;
  }
  say('installing the package of Debian (apt-get update, apt-get install chromium)');
  run('apt-get', ['update', '-qq']);
  const isInstalled = run('apt-get', [
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    'chromium',
  ]);
  return isInstalled ? (systemPaths().find(starts) ?? null) : null;
}

function run(command: string, parameters: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, parameters, { stdio: ['ignore', 2, 2], env }).status === 0;
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function say(sentence: string): void {
  process.stderr.write(`chromium: ${sentence}\n`);
}
