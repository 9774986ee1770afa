/**
 * Runs the browser's tests and keeps the pictures that they take, made small, in `docs/screens` with a list of them.
 * `--taken` keeps those of the last run.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { choosePictures } from './screens/choose-pictures.ts';
import { writeIndex } from './screens/write-index.ts';

const from = 'tests/e2e/screenshots';
const to = 'docs/screens';
const mostMegabytes = 12;

process.exitCode = await takeScreens(process.argv.includes('--taken'));

async function takeScreens(areTaken: boolean): Promise<number> {
  if (!areTaken && !runTests()) {
    console.error('a test failed: the pictures are left as they were');
    return 1;
  }
  const choice = choosePictures(readdirSync(from));
  if (choice.outcome === 'incomplete') {
    const { unknown, missing } = choice;
    if (unknown.length > 0)
      console.error(`not in scripts/screens/gallery.ts: ${unknown.join(', ')}`);
    if (missing.length > 0) console.error(`no test takes a picture of: ${missing.join(', ')}`);
    return 1;
  }
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  let bytes = 0;
  for (const { file } of choice.pictures) {
    // The pages have few colours: a palette takes a third of what all of them take.
    const picture = sharp(join(from, file)).png({ palette: true, colours: 64, effort: 10 });
    bytes += (await picture.toFile(join(to, file))).size;
  }
  writeFileSync(join(to, 'README.md'), writeIndex(choice.pictures));
  const megabytes = bytes / 1e6;
  console.log(`${choice.pictures.length} pictures in ${to}, ${megabytes.toFixed(1)} MB`);
  if (megabytes <= mostMegabytes) return 0;
  console.error(`more than ${mostMegabytes} MB: leave some out in scripts/screens/gallery.ts`);
  return 1;
}

/** English on a laptop and Chinese on a phone: what the gallery shows. */
function runTests(): boolean {
  rmSync(from, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ['scripts/test.ts', '--project', 'e2e'], {
    stdio: 'inherit',
    env: { ...process.env, EVERY_WAY: 'no' },
  });
  return status === 0;
}
