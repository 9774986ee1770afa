import { spawn, type ChildProcess } from 'node:child_process';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The built app as a child process, as production runs it. */
export interface AppProcess {
  /** Where it really listens: `http://127.0.0.1:<port>`. */
  readonly origin: string;
  /** Resolves once it ended, whoever ended it, with how: `exit code 1`, `SIGKILL`. */
  readonly ended: Promise<string>;
  /** The end of its log, oldest first. */
  lastLines(): readonly string[];
  /** Asks it to end and waits; throws when it had to be killed because it did not within the time. */
  stop(withinMs?: number): Promise<void>;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
}

export interface AppOptions {
  readonly environment: Readonly<Record<string, string>>;
  /** Another server that starts and answers as the app does. */
  readonly script?: string;
  /** Gets every line of the app's log; begun anew. */
  readonly logFile?: string;
  /** Aborted: the start is given up, and the process ended. */
  readonly signal?: AbortSignal;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const lastLinesKept = 60;
const startsWithinMs = 240_000;
/** The app's own limit is ten seconds. */
const endsWithinMs = 12_000;
/** What any program needs of its surroundings; the app's settings come from the caller alone. */
const inherited = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TMP', 'TZ', 'LANG', 'SystemRoot'];

/** Starts the app on a free port and waits until it answers; throws with the end of its log when it doesn't. */
export async function startApp(options: AppOptions): Promise<AppProcess> {
  options.signal?.throwIfAborted();
  const child = spawn(process.execPath, [options.script ?? 'server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...surroundings(), NODE_ENV: 'production', PORT: '0', ...options.environment },
  });
  const ended = endOf(child);
  const { lines, listening } = readLog(child, options.logFile);
  const complain = (what: string) =>
    new Error(`the app ${what}; the end of its log:\n${lines.join('\n')}`);
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  try {
    const port = await firstOf<number>(options.signal, (waiting) => [
      listening,
      ended.then((how) => Promise.reject(complain(`ended at its start (${how})`))),
      sleep(startsWithinMs, null, { signal: waiting }).then(() =>
        Promise.reject(complain(`did not listen within ${startsWithinMs} ms`)),
      ),
    ]);
    const origin = `http://127.0.0.1:${port}`;
    const { ok, status } = await fetch(`${origin}/healthz`);
    if (!ok) throw complain(`listens but answers ${status} at /healthz`);
    return {
      origin,
      ended,
      lastLines: () => [...lines],
      kill,
      async stop(withinMs = endsWithinMs) {
        child.kill('SIGTERM');
        const how = await firstOf<string | null>(undefined, (waiting) => [
          ended,
          sleep(withinMs, null, { signal: waiting }),
        ]);
        if (how !== null) return;
        await kill();
        throw complain(`did not end within ${withinMs} ms of SIGTERM and was killed`);
      },
    };
  } catch (error) {
    await kill();
    throw error;
  }
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((settle) => {
    child.once('error', (error) => settle(error.message));
    child.once('exit', (code, signal) => {
      const end = () => settle(signal ?? `exit code ${code}`);
      // What it said last is read first, unless somebody else holds its streams open.
      child.once('close', end);
      setTimeout(end, 500);
    });
  });
}

function readLog(child: ChildProcess, logFile: string | undefined) {
  const lines: string[] = [];
  if (logFile !== undefined) {
    mkdirSync(dirname(logFile), { recursive: true });
    writeFileSync(logFile, '');
  }
  const listening = new Promise<number>((settle) => {
    for (const input of [child.stdout, child.stderr]) {
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        if (lines.length > lastLinesKept) lines.shift();
        if (logFile !== undefined) appendFileSync(logFile, `${line}\n`);
        const port = portIn(line);
        if (port !== null) settle(port);
      });
    }
  });
  return { lines, listening };
}

/** The port in the log line that says where the app listens; null for every other line. */
function portIn(line: string): number | null {
  if (!line.startsWith('{') || !line.includes('"listening"')) return null;
  const { msg, port } = JSON.parse(line) as { readonly msg?: unknown; readonly port?: unknown };
  return msg === 'listening' && typeof port === 'number' ? port : null;
}

/** Whatever comes first; the others' waiting ends with it. Rejects when `signal` is aborted. */
async function firstOf<T>(
  signal: AbortSignal | undefined,
  race: (waiting: AbortSignal) => readonly Promise<T>[],
): Promise<T> {
  const over = new AbortController();
  const aborted = new Promise<never>((_, fail) => {
    signal?.addEventListener('abort', () => fail(signal.reason as Error), { signal: over.signal });
  });
  const racers = race(over.signal);
  try {
    return await Promise.race([...racers, aborted]);
  } finally {
    // A racer that loses may still fail, and is no longer listened to.
    for (const racer of racers) racer.catch(() => undefined);
    over.abort();
  }
}

function surroundings(): Record<string, string> {
  return Object.fromEntries(
    inherited.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
