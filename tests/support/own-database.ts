import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database on a server that has many. */
export interface OwnDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database; one of the same name is dropped first. */
export async function createOwnDatabase(serverUrl: string, name: string): Promise<OwnDatabase> {
  const drop = `drop database if exists ${pg.escapeIdentifier(name)} with (force)`;
  await execute(serverUrl, [drop, `create database ${pg.escapeIdentifier(name)}`]);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => execute(serverUrl, [drop]) };
}

/** A database name that no other test uses. */
export function freshName(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`;
}

async function execute(serverUrl: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
