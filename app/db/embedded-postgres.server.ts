import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.server.ts';
import { isServerOf, runAs } from './postgres-account.server.ts';

export interface EmbeddedPostgres {
  /** Connection string of the `amends` database. */
  readonly url: string;
  /** Stops the server unless another process still uses it. */
  stop(): Promise<void>;
}

const passwordFile = 'amends-password';

/**
 * A PostgreSQL of the app's own, started from the binaries of an npm package; one that already runs in
 * the directory is used as it is. Several processes may call this at once.
 */
export async function startEmbeddedPostgres(options: {
  readonly directory: string;
}): Promise<EmbeddedPostgres> {
  const binaries = await findPostgresBinaries(resolve(options.directory));
  const { directory } = binaries;
  await initialise(binaries);
  for (let attempt = 1; ; attempt += 1) {
    const running = await connectToRunning(directory);
    if (running) {
      const { url, presence } = running;
      return { url, stop: () => stop(binaries, url, presence) };
    }
    try {
      await start(binaries);
    } catch (error) {
      // Another process may have won the race to start it: the next round connects to that one.
      if (attempt >= 5)
        throw new Error(`PostgreSQL does not start: see ${directory}/server.log`, { cause: error });
      await sleep(200 * attempt);
    }
  }
}

async function initialise({ directory, initdb, account }: PostgresBinaries): Promise<void> {
  if (existsSync(`${directory}/PG_VERSION`)) return;
  const fresh = `${directory}.new-${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  account.own(fresh);
  const password = randomBytes(24).toString('base64url');
  const handedOver = `${fresh}.password`;
  writeFileSync(handedOver, password, { mode: 0o600 });
  account.own(handedOver);
  try {
    await runAs(account, initdb, [
      `--pgdata=${fresh}`,
      '--username=amends',
      '--auth=scram-sha-256',
      `--pwfile=${handedOver}`,
      '--encoding=UTF8',
      '--locale=C',
    ]);
    writeFileSync(`${fresh}/${passwordFile}`, password, { mode: 0o600 });
    account.own(`${fresh}/${passwordFile}`);
    renameSync(fresh, directory);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // ENOTEMPTY: another process was quicker, and its cluster is as good as ours.
    if (!existsSync(`${directory}/PG_VERSION`)) throw error;
  } finally {
    rmSync(handedOver, { force: true });
  }
}

async function start({ directory, pgCtl, account }: PostgresBinaries): Promise<void> {
  const pidFile = readPidFile(directory);
  if (pidFile && !isServerOf(directory, pidFile.pid))
    rmSync(`${directory}/postmaster.pid`, { force: true });
  const port = await freePort();
  const flags = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200`;
  await runAs(account, pgCtl, [
    '-D',
    directory,
    '-w',
    '-t',
    '60',
    '-l',
    `${directory}/server.log`,
    '-o',
    flags,
    'start',
  ]);
}

interface Running {
  readonly url: string;
  /** A connection that is kept while the server is used here: others see it, and leave the server running. */
  readonly presence: pg.Client;
}

/** A server that runs in the directory and answers; null when none does. */
async function connectToRunning(directory: string): Promise<Running | null> {
  const pidFile = readPidFile(directory);
  if (!pidFile || !isServerOf(directory, pidFile.pid) || pidFile.status !== 'ready') return null;
  const password = readFileSync(`${directory}/${passwordFile}`, 'utf8');
  const server = `postgresql://amends:${password}@127.0.0.1:${pidFile.port}`;
  const presence = new pg.Client({
    connectionString: `${server}/postgres`,
    application_name: 'amends-presence',
  });
  // A server that goes away shows itself to whoever uses it; this connection only has to survive it.
  presence.on('error', () => undefined);
  try {
    await presence.connect();
    const shown = await presence.query<{ data_directory: string }>('show data_directory');
    if (shown.rows[0]?.data_directory === directory) {
      await createDatabase(presence);
      return { url: `${server}/amends`, presence };
    }
  } catch (error) {
    if (!isConnectionError(error)) throw error;
  }
  await presence.end().catch(() => undefined);
  return null;
}

async function createDatabase(client: pg.Client): Promise<void> {
  const found = await client.query("select from pg_database where datname = 'amends'");
  if (found.rowCount) return;
  try {
    await client.query('create database amends');
  } catch (error) {
    // Two first starts at once: whoever came second finds it made.
    const code = (error as { code?: string }).code;
    if (code !== '42P04' && code !== '23505') throw error;
  }
}

async function stop(
  { directory, pgCtl, account }: PostgresBinaries,
  url: string,
  presence: pg.Client,
): Promise<void> {
  await presence.end().catch(() => undefined);
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    if (isConnectionError(error)) return;
    throw error;
  }
  const others = await client.query<{ n: number }>(
    "select count(*)::int as n from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
  );
  await client.end();
  if ((others.rows[0]?.n ?? 0) > 0) return;
  await runAs(account, pgCtl, ['-D', directory, '-m', 'fast', '-w', '-t', '30', 'stop']);
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string;
}

function readPidFile(directory: string): PidFile | null {
  try {
    const lines = readFileSync(`${directory}/postmaster.pid`, 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        settle(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}

function isConnectionError(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return ['ECONNREFUSED', 'ECONNRESET', '57P03', '57P01', 'ETIMEDOUT'].includes(code);
}
