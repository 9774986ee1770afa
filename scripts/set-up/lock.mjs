import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

/** Runs the work while no other process of this checkout does; a lock whose owner is dead is taken over. */
export async function withLock(path, work) {
  await acquire(path);
  // npm ci and the generators run to their end in one go, so that a signal in between is the only way out.
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

async function acquire(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; ;) {
    if (claim(path)) return;
    const owner = ownerOf(path);
    if (owner === null) continue;
    if (!isAlive(owner)) {
      takeFrom(owner, path);
      continue;
    }
    if (!told) say(`waiting for another set-up of this checkout (process ${owner}, by ${path})`);
    told = true;
    await sleep(200);
  }
}

/** A link appears with its content, where a file that is opened and then written can be seen empty. */
function claim(path) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function ownerOf(path) {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function takeFrom(deadOwner, path) {
  const aside = `${path}.of-${deadOwner}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  // Someone else took it over between the look and the rename: give it back.
  if (ownerOf(aside) !== deadOwner) linkSync(aside, path);
  rmSync(aside, { force: true });
}
