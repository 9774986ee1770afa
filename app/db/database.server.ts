import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { fromPrisma } from 'pg-boss';
import { type Prisma, PrismaClient } from '#generated/prisma/client.ts';
import type { SqlRunner } from './queue.server.ts';

export interface Database {
  readonly prisma: PrismaClient;
  /** For the webhook path, where Prisma costs more than the insert. */
  readonly pool: pg.Pool;
  /** For locks that are held while somebody else is waited for: webhooks never wait behind them. */
  readonly lockPool: pg.Pool;
  close(): Promise<void>;
}

/** Where a query runs: in a transaction, or on its own. */
export type Tx = Prisma.TransactionClient;

/** The database cannot be reached; the message says what to do. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

export async function openDatabase(
  url: string,
  onBroken: (error: Error) => void,
): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'amends',
    connectionTimeoutMillis: 10_000,
    query_timeout: 15_000,
  });
  const lockPool = new pg.Pool({
    connectionString: url,
    max: 4,
    application_name: 'amends-locks',
    connectionTimeoutMillis: 20_000,
    options: '-c lock_timeout=20000',
  });
  const prismaPool = new pg.Pool({
    connectionString: url,
    max: 10,
    application_name: 'amends-prisma',
  });
  for (const each of [pool, lockPool, prismaPool]) {
    // A connection that breaks is replaced by the pool; without a listener it ends the process, be it idle or in somebody's hand.
    each.on('error', onBroken);
    each.on('connect', (client) => client.on('error', onBroken));
  }
  try {
    await pool.query('select 1');
  } catch (error) {
    await Promise.all([pool.end(), lockPool.end(), prismaPool.end()]);
    throw unreachable(url, error);
  }
  const prisma = new PrismaClient({
    adapter: new PrismaPg(prismaPool),
  });
  return {
    prisma,
    pool,
    lockPool,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), lockPool.end(), prismaPool.end()]);
    },
  };
}

export function unreachable(url: string, cause: unknown): DatabaseUnreachableError {
  const { host, pathname } = new URL(url);
  const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
  return new DatabaseUnreachableError(
    `PostgreSQL at ${host}${pathname} cannot be reached (${reason}). Check DATABASE_URL, or unset it to let the app start a server of its own.`,
    { cause },
  );
}

/** Runs `work` in one transaction: all of it is written, or none. */
export async function inTransaction<T>(
  { prisma }: Database,
  work: (tx: Tx, sql: SqlRunner) => Promise<T>,
): Promise<T> {
  return prisma.$transaction(async (tx) => work(tx, fromPrisma(tx)), {
    maxWait: 10_000,
    timeout: 20_000,
  });
}
