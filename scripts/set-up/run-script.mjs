import { spawn } from 'node:child_process';
import { delimiter, resolve } from 'node:path';
import { outcomeOf } from './outcome-of.mjs';
import { pinnedNode } from './packages.mjs';

/** Runs the script on the pinned Node with this process's streams and signals; resolves to its exit code. */
export async function runScript(script, parameters) {
  const PATH = `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  // Not by the name `node`: the shell of npm run looked it up before it was installed, and keeps what it found.
  const child = spawn(pinnedNode, [script, ...parameters], {
    stdio: 'inherit',
    env: { ...process.env, PATH },
  });
  return outcomeOf(child);
}
