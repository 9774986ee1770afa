import { execFile } from 'node:child_process';
import { mkdirSync, openSync, rmSync, writeSync, closeSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Stage } from '../../tests/support/stage.ts';
import { crashPostgres } from '../chaos/crash-postgres.ts';
import type { Fault } from './fault.ts';

const run = promisify(execFile);

const killed: Fault = {
  fault: 'kill -9 of the app, three times',
  lastsMs: 6000,
  async begin(stage) {
    for (let times = 0; times < 3; times += 1) {
      await stage.app.kill();
      await stage.restart();
    }
    await stage.app.kill();
    return () => stage.restart();
  },
};

const own = '.data/faults/postgres';
const crashed: Fault = {
  fault: 'a crash of the database, twice',
  postgres: own,
  lastsMs: 3000,
  async begin() {
    await crashPostgres(own);
    return () => crashPostgres(own);
  },
};

const small = '.data/faults/small-disk';
/** Enough for PostgreSQL and a day; full at once when something fills it. */
const smallDisk = '320m';

const full: Fault = {
  fault: 'a full disk under the database',
  postgres: `${small}/postgres`,
  lastsMs: 8000,
  async missing() {
    try {
      rmSync(small, { recursive: true, force: true });
      mkdirSync(small, { recursive: true });
      await run('mount', ['-t', 'tmpfs', '-o', `size=${smallDisk},mode=755`, 'tmpfs', small]);
      return null;
    } catch {
      // Only root may mount one, and not everywhere.
      return 'a small disk of its own: mount -t tmpfs is not allowed here';
    }
  },
  begin() {
    const filler = `${small}/filler`;
    const file = openSync(filler, 'w');
    const piece = Buffer.alloc(64 * 1024);
    try {
      for (;;) writeSync(file, piece);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      closeSync(file);
    }
    return async () => {
      rmSync(filler);
      // It ended when it could not write its log, or lives: either way it is up after this.
      await crashPostgres(`${small}/postgres`);
    };
  },
};

/** Takes away the mount of the small disk, once nothing uses it. */
export async function unmountSmallDisk(): Promise<void> {
  await run('umount', [resolve(small)]);
}

const locked: Fault = {
  fault: 'a database that is up and answers nothing',
  lastsMs: 12_000,
  async begin(stage) {
    const client = new pg.Client({ connectionString: stage.databaseUrl });
    await client.connect();
    await client.query('begin');
    await client.query('lock table inbox_delivery, suggestion in access exclusive mode');
    return async () => {
      await client.query('commit');
      await client.end();
    };
  },
};

const exhausted: Fault = {
  fault: 'no connection left at the database',
  postgres: own,
  lastsMs: 10_000,
  async begin(stage) {
    const clients = await takeAllConnections(stage);
    // Those that the app had are gone, and others were quicker.
    const [first] = clients;
    await first?.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'amends%'`,
    );
    clients.push(...(await takeAllConnections(stage)));
    return async () => {
      for (const client of clients) await client.end();
    };
  },
};

async function takeAllConnections(stage: Stage): Promise<pg.Client[]> {
  const clients: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: stage.databaseUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      clients.push(client);
    } catch (error) {
      if ((error as { readonly code?: string }).code !== '53300') throw error;
      return clients;
    }
  }
}

export const machineFaults: readonly Fault[] = [killed, crashed, full, locked, exhausted];
