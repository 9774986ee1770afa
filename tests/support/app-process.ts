import { spawn } from 'node:child_process';
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

const root = fileURLToPath(new URL('../..', import.meta.url));
const lastLinesKept = 60;
const startsWithinMs = 60_000;
/** What any program needs of its surroundings; the app's settings come from the caller alone. */
const inherited = ['PATH', 'HOME', 'USER', 'TMPDIR', 'TEMP', 'TMP', 'TZ', 'LANG', 'SystemRoot'];

/** Starts the app on a free port and waits until it answers; throws with the end of its log when it doesn't. */
export async function startApp(options: {
  readonly environment: Readonly<Record<string, string>>;
  /** Gets every line of the app's log; begun anew. */
  readonly logFile?: string;
  /** Aborted: the start is given up, and the process ended. */
  readonly signal?: AbortSignal;
}): Promise<AppProcess> {
  const { environment, logFile, signal } = options;
  signal?.throwIfAborted();
  const child = spawn(process.execPath, ['server.ts'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...surroundings(), NODE_ENV: 'production', PORT: '0', ...environment },
  });
  const ended = new Promise<string>((settle) => {
    child.once('error', (error) => {
      settle(error.message);
    });
    child.once('exit', (code, by) => {
      settle(by ?? `exit code ${code}`);
    });
  });
  const lines: string[] = [];
  if (logFile !== undefined) {
    mkdirSync(dirname(logFile), { recursive: true });
    writeFileSync(logFile, '');
  }
  const listening = new Promise<number>((settle) => {
    const read = (line: string) => {
      lines.push(line);
      if (lines.length > lastLinesKept) lines.shift();
      if (logFile !== undefined) appendFileSync(logFile, `${line}\n`);
      const port = portIn(line);
      if (port !== null) settle(port);
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
  });
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const failed = (what: string) =>
    new Error(`the app ${what}; the end of its log:\n${lines.join('\n')}`);
  const abort = new Promise<never>((_, fail) => {
    signal?.addEventListener('abort', () => {
      fail(signal.reason as Error);
    });
  });
  // Only heard while the start is waited for.
  abort.catch(() => undefined);
  try {
    const port = await Promise.race([
      listening,
      abort,
      ended.then((how) => {
        throw failed(`ended at its start (${how})`);
      }),
      sleep(startsWithinMs, null, { ref: false }).then(() => {
        throw failed(`did not listen within ${startsWithinMs} ms`);
      }),
    ]);
    const origin = `http://127.0.0.1:${port}`;
    const answer = await fetch(`${origin}/healthz`);
    if (!answer.ok) throw failed(`listens but answers ${answer.status} at /healthz`);
    return {
      origin,
      ended,
      lastLines: () => [...lines],
      kill,
      async stop(withinMs = 12_000) {
        child.kill('SIGTERM');
        const late = Symbol('late');
        const clock = new AbortController();
        const first = await Promise.race([
          ended,
          sleep(withinMs, late, { signal: clock.signal }).catch(() => late),
        ]);
        clock.abort();
        if (first !== late) return;
        await kill();
        throw failed(`did not end within ${withinMs} ms of SIGTERM and was killed`);
      },
    };
  } catch (error) {
    await kill();
    throw error;
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

/** The port in the log line that says the app listens; null for every other line. */
function portIn(line: string): number | null {
  if (!line.includes('"listening"')) return null;
  const { msg, port } = JSON.parse(line) as { msg?: unknown; port?: unknown };
  return msg === 'listening' && typeof port === 'number' ? port : null;
}
