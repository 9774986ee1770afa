/** Read by the Prisma command line only (`prisma generate`, `prisma migrate deploy`): no engine is downloaded. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { defineConfig } from 'prisma/config';

/**
 * Prisma's adapter cannot read PostgreSQL's catalog types `name` and `"char"`, which its migration engine
 * selects. On the wire they are text, so that is what they are called here.
 */
const readAs = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

type Answer = { fields?: { dataTypeID: number }[] } | undefined;
type Callback = (error: unknown, answer: Answer) => void;

function renameCatalogTypes(answer: Answer): Answer {
  for (const field of answer?.fields ?? []) {
    field.dataTypeID = readAs.get(field.dataTypeID) ?? field.dataTypeID;
  }
  return answer;
}

class CatalogReadingClient extends pg.Client {}

// Client.query is an overload set that a subclass cannot restate: the pool passes a callback, the adapter awaits.
const plainQuery: unknown = Reflect.get(pg.Client.prototype, 'query');
Reflect.set(
  CatalogReadingClient.prototype,
  'query',
  function query(this: pg.Client, ...parameters: unknown[]): unknown {
    if (typeof plainQuery !== 'function') throw new TypeError('pg.Client has no query method');
    const callback = parameters.at(-1);
    if (typeof callback === 'function') {
      const renaming: Callback = (error, answer) => {
        Reflect.apply(callback, undefined, [error, renameCatalogTypes(answer)]);
      };
      const answer: unknown = Reflect.apply(plainQuery, this, [
        ...parameters.slice(0, -1),
        renaming,
      ]);
      return answer;
    }
    const returned: unknown = Reflect.apply(plainQuery, this, parameters);
    return returned instanceof Promise ? returned.then(renameCatalogTypes) : returned;
  },
);

/** The adapter cuts a migration at every semicolon, also at those in the body of a function. */
class WholeScriptAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg['connect']> {
    const connected = await super.connect();
    connected.executeScript = async (script) => {
      await connected.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return connected;
  }
}

const url = process.env['DATABASE_URL'];
// `prisma generate` never connects, but the schema's url line has to resolve, or it wants to download an engine.
process.env['DATABASE_URL'] ??= 'postgresql://localhost/never-connected';

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  engine: 'js',
  experimental: { adapter: true },
  adapter: () => {
    if (!url) {
      throw new Error(
        'set DATABASE_URL: the prisma command works on a server of yours, the app brings its own up to date',
      );
    }
    const client = { connectionString: url, Client: CatalogReadingClient };
    return Promise.resolve(new WholeScriptAdapter(client));
  },
});
