import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import { migrate, MigrationError } from '#app/db/migrate.server.ts';
import { createOwnDatabase, freshName, type OwnDatabase } from '#tests/support/own-database.ts';

let server: EmbeddedPostgres;
let database: OwnDatabase;
let url: string;

beforeEach(async () => {
  server = await startEmbeddedPostgres({ directory: '.data/test/postgres' });
  database = await createOwnDatabase(server.url, freshName('start'));
  ({ url } = database);
});
afterEach(async () => {
  await database.drop();
  await server.stop();
});

async function execute(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

describe('migrations', () => {
  test('are applied once however many processes start at the same time', async () => {
    const applied = await Promise.all(
      Array.from({ length: 6 }, () => migrate(url, 'prisma/migrations')),
    );
    expect(applied.filter((names) => names.length > 0).length).toBe(1);
    expect(await migrate(url, 'prisma/migrations')).toEqual([]);
  });

  test('refuse a database that is newer than the code, and say so', async () => {
    await migrate(url, 'prisma/migrations');
    await execute(
      `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at) values ('x', 'x', '29990101000000_later', now())`,
    );
    await expect(migrate(url, 'prisma/migrations')).rejects.toThrow(MigrationError);
    await expect(migrate(url, 'prisma/migrations')).rejects.toThrow(/newer than this code/);
  });

  test('refuse a migration that was edited after it was applied', async () => {
    await migrate(url, 'prisma/migrations');
    await execute(`update "_prisma_migrations" set checksum = 'another'`);
    await expect(migrate(url, 'prisma/migrations')).rejects.toThrow(/was changed after/);
  });
});

describe('the database itself', () => {
  const insert = (state: string, order: string) =>
    execute(
      `insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency,
         probability, responsible, claim, recommendation, opened_at, updated_at)
       values ('${randomUUID()}', 's', '${order}', '#1', '${state}', 'logistics', 'late-dispatch', 1, 'USD',
         0.5, 'seller', '{}', '{}', now(), now())`,
    );

  test('refuses a second unfinished suggestion for an order', async () => {
    await migrate(url, 'prisma/migrations');
    await insert('open', 'a');
    await insert('refunded', 'a');
    await expect(insert('approved', 'a')).rejects.toThrow(/suggestion_one_open_per_order/);
  });

  test('refuses a second open attempt for an order, and an amount below nothing', async () => {
    await migrate(url, 'prisma/migrations');
    const attempt = (amount: number) =>
      execute(
        `insert into refund_attempt (id, shop, order_id, suggestion_id, idempotency_key, request, facts,
           amount, currency, state, intended_at, send_after)
         values ('${randomUUID()}', 's', 'a', '${randomUUID()}', '${randomUUID()}', '{}', '{}',
           ${amount}, 'USD', 'intended', now(), now())`,
      );
    await attempt(1);
    await expect(attempt(1)).rejects.toThrow(/refund_attempt_one_open_per_order/);
    await expect(attempt(-1)).rejects.toThrow(/refund_attempt_amount_not_negative/);
  });

  test('refuses to change what was written into the audit log', async () => {
    await migrate(url, 'prisma/migrations');
    await execute(
      `insert into audit_event (shop, at, actor, kind, params) values ('s', now(), 'system', 'refund-made', '{}')`,
    );
    await expect(execute(`update audit_event set kind = 'x'`)).rejects.toThrow(/append-only/);
  });
});
