import { openDatabase, type Database } from '../../app/db/database.server.ts';
import type { EmbeddedPostgres } from '../../app/db/embedded-postgres.server.ts';
import { migrate } from '../../app/db/migrate.server.ts';
import type { ShopDomain } from '../../app/domain/ids.ts';
import { createOwnDatabase } from '../../tests/support/own-database.ts';
import type { Run } from '../run/with-undo.ts';
import { fillShops } from './fill-shops.ts';

export interface FilledDatabase extends Database {
  readonly url: string;
}

/** A database of the app with suggestions of some shops, gone when the run ends. */
export async function openFilled(
  run: Run,
  options: {
    readonly postgres: EmbeddedPostgres;
    readonly name: string;
    readonly shop: ShopDomain;
    readonly rows: number;
  },
): Promise<FilledDatabase> {
  const { shop, rows } = options;
  const own = await createOwnDatabase(options.postgres.url, options.name);
  const { url } = own;
  run.atEnd(`the database ${options.name}`, () => own.drop());
  await migrate(url, 'prisma/migrations');
  await fillShops(url, { shop, rows, signal: run.signal });
  const database = await openDatabase(url, () => undefined);
  run.atEnd(`the connections to ${options.name}`, () => database.close());
  return { ...database, url };
}
