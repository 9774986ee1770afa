import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Simulator } from '../../tests/simulator/simulator.ts';
import { startApp, type AppProcess } from '../../tests/support/app-process.ts';
import { Problem } from '../run/with-undo.ts';

const config = 'scripts/bench-web/bare/vite.config.ts';

/** Builds the bare page as the app is built. */
export async function buildBarePage(signal: AbortSignal): Promise<void> {
  const command = ['node_modules/@remix-run/dev/dist/cli.js', 'vite:build', '--config', config];
  const child = spawn(process.execPath, command, {
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => said.push(piece.toString()));
  }
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Problem(`the bare page could not be built:\n${said.join('')}`);
}

/** A process of its own, as the app is one, behind a simulator of its own. */
export async function startBarePage(
  simulator: Simulator,
  signal: AbortSignal,
): Promise<AppProcess> {
  const served = await startApp({
    script: 'scripts/bench-web/bare/serve.ts',
    environment: { ...simulator.appEnvironment },
    signal,
  });
  simulator.connectApp(served.origin);
  return served;
}
