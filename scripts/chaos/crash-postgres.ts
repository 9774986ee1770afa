import { resolve } from 'node:path';
import { runAs } from '../../app/db/postgres-account.server.ts';
import { findPostgresBinaries } from '../../app/db/postgres-binaries.server.ts';

/** Ends the server without a word to anybody, as a crash does, and starts it again: it recovers from its log. */
export async function crashPostgres(folder: string): Promise<void> {
  const { directory, pgCtl, account } = await findPostgresBinaries(resolve(folder));
  const log = `${directory}/server.log`;
  await runAs(account, pgCtl, ['-D', directory, '-m', 'immediate', '-w', '-l', log, 'restart']);
}

/** Codes of PostgreSQL (class 57: operator intervention) and of the network. */
const away = /^(57P|08|ECONN|EPIPE)/;

export function isDatabaseAway(error: unknown): boolean {
  const { code, message } = error as { readonly code?: string; readonly message?: string };
  return away.test(code ?? '') || /connection/i.test(message ?? '');
}
