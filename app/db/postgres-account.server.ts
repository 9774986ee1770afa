import { execFile, execFileSync } from 'node:child_process';
import { chownSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** As whom the database server runs: PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number | null;
  readonly gid: number | null;
  /** Hands a file to the account; nothing to do when it is ours. */
  own(path: string): void;
}

export function accountForPostgres(): Account {
  if (process.getuid?.() !== 0) return { uid: null, gid: null, own: () => undefined };
  const uid = idOf('-u') ?? createUser();
  const gid = idOf('-g') ?? uid;
  return {
    uid,
    gid,
    own: (path) => {
      chownSync(path, uid, gid);
    },
  };
}

const userName = 'postgres';

function idOf(flag: '-u' | '-g'): number | null {
  try {
    return Number(execFileSync('id', [flag, userName], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    // `id` exits with 1 for a user that does not exist, which is the answer we asked for.
    return null;
  }
}

function createUser(): number {
  try {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', userName]);
  } catch (error) {
    // Two first starts at once: the other may just have made it.
    const made = idOf('-u');
    if (made !== null) return made;
    throw new Error(
      `PostgreSQL cannot run as root, and the user "${userName}" could not be made: run as another user, or set DATABASE_URL`,
      { cause: error },
    );
  }
  return idOf('-u') ?? 0;
}

/** Runs a program of PostgreSQL as its account; rejects with what it printed. */
export async function runAs(
  { uid, gid }: Account,
  program: string,
  flags: readonly string[],
): Promise<void> {
  try {
    await promisify(execFile)(program, flags, {
      cwd: '/',
      ...(uid === null || gid === null ? {} : { uid, gid }),
    });
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string };
    throw new Error(`${program} failed: ${stderr ?? ''}${stdout ?? ''}`.trim(), { cause: error });
  }
}

/**
 * Whether the PostgreSQL of a directory runs as that process; a zombie has ended, and another program may
 * have got its number.
 */
export function isServerOf(directory: string, pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory);
  } catch (error) {
    // No /proc on this system: the signal's answer has to do.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return process.platform !== 'linux';
    throw error;
  }
}
