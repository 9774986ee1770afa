import { join } from 'node:path';
import { openDatabase, unreachable, type Database } from './db/database.server.ts';
import { startEmbeddedPostgres } from './db/embedded-postgres.server.ts';
import { migrate, MigrationError } from './db/migrate.server.ts';
import { env } from './env.server.ts';
import { log } from './log.server.ts';

/** The database, migrated, and what ends it. */
export interface OpenedDatabase {
  readonly url: string;
  readonly db: Database;
  close(): Promise<void>;
}

export async function connectDatabase(): Promise<OpenedDatabase> {
  const embedded = env.DATABASE_URL
    ? null
    : await startEmbeddedPostgres({ directory: join(env.DATA_DIR, 'postgres') });
  const url = embedded?.url ?? env.DATABASE_URL ?? '';
  await applyMigrations(url);
  const db = await openDatabase(url, (error) => {
    log.warn({ err: error }, 'an idle database connection broke');
  });
  return {
    url,
    db,
    close: async () => {
      await db.close();
      await embedded?.stop();
    },
  };
}

async function applyMigrations(url: string): Promise<void> {
  try {
    const applied = await migrate(url, join('prisma', 'migrations'));
    if (applied.length > 0) log.info({ applied }, 'migrations applied');
  } catch (error) {
    if (error instanceof MigrationError) throw error;
    throw unreachable(url, error);
  }
}
