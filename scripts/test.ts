/**
 * Runs the tests, with Vitest's own arguments: `npm test -- tests/unit -t "never exceeds"`. Builds the app and finds a
 * Chromium when tests are among them that need one. The last line is `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { writeSync } from 'node:fs';
import { createVitest, parseCLI, TestsNotFoundError } from 'vitest/node';
import { findChromium } from './find-chromium.ts';

// What Vitest's own command sets before anything is loaded.
process.env['VITEST'] = 'true';
process.env.NODE_ENV = 'test';

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)]);
const vitest = await createVitest({ ...options, run: true, watch: false });
const tally = { passed: 0, failed: 0 };

try {
  const files = await vitest.getRelevantTestSpecifications(filter);
  const projects = new Set(files.map(({ project }) => project.name));
  prepare(projects);
  const { testModules, unhandledErrors } = await vitest.start(filter);
  for (const module of testModules) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed' || state === 'failed') tally[state] += 1;
    }
    // A file that cannot be loaded, or whose hooks fail, has no failed test to show for it.
    const hasFailedTest = !module.children.allTests('failed').next().done;
    if (module.state() === 'failed' && !hasFailedTest) tally.failed += 1;
  }
  tally.failed += unhandledErrors.length;
} catch (error) {
  // Vitest has said so already.
  if (!(error instanceof TestsNotFoundError)) console.error(error);
  tally.failed += 1;
} finally {
  await vitest.close();
}

if (tally.passed === 0 && tally.failed === 0) {
  console.error('no test ran: that is no success');
  tally.failed = 1;
}
// Written when all else has been: it is the last line.
process.once('exit', () => {
  process.exitCode = tally.failed === 0 ? 0 : 1;
  writeSync(1, `${tally.passed} passed, ${tally.failed} failed\n`);
});

function prepare(projects: ReadonlySet<string>): void {
  if (projects.has('integration') || projects.has('e2e')) {
    const { status } = spawnSync(process.execPath, ['scripts/set-up.mjs', '--built', '--only'], {
      stdio: ['ignore', 'inherit', 'inherit'],
      // The build is the one of production, not one for tests.
      env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, TEST: undefined },
    });
    if (status !== 0) throw new Error('the app could not be built, so that no test of it can run');
  }
  if (projects.has('e2e')) process.env['CHROMIUM_PATH'] = findChromium();
  // Alone they have the time for each language at each width.
  if (projects.has('e2e') && projects.size === 1) process.env['EVERY_WAY'] ??= 'yes';
}
