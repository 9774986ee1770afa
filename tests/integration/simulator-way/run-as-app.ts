import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Runs a script in a process that has the given environment and nothing else; what it prints is JSON. */
export async function runAsApp(
  environment: Readonly<Record<string, string>>,
  script: string,
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    { env: { NODE_ENV: 'production', ...environment } },
  );
  return JSON.parse(stdout);
}
