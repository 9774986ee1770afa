import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startEmbeddedPostgres } from '#app/db/embedded-postgres.server.ts';
import type { ShopSettings } from '#tests/simulator/api/shopify-api.ts';
import type { Simulator } from '#tests/simulator/simulator.ts';
import { startSimulator } from '#tests/simulator/start-simulator.ts';
import { startApp, type AppProcess } from './app-process.ts';
import { openAsMerchant } from './open-as-merchant.ts';
import { createOwnDatabase, freshName } from './own-database.ts';

export const shopDomain = 'lantern-test.myshopify.com';

export const testShop: ShopSettings = {
  domain: shopDomain,
  currency: 'USD',
  country: 'US',
  timezone: 'America/New_York',
};

/** Shopify, a database of its own, and the app: everything real but Shopify. */
export interface Stage {
  readonly simulator: Simulator;
  readonly databaseUrl: string;
  app: AppProcess;
  /** Opens the app once as a merchant does, so that the shop is installed and has its token. */
  install(shop?: string): Promise<void>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<readonly Row[]>;
  /** Starts the app again, on the same database. */
  restart(): Promise<void>;
  /** Waits until no delivery waits and no job is due. */
  drained(): Promise<void>;
  /** A request of a merchant's browser, with its session token. */
  fetch(path: string, init?: RequestInit, shop?: string): Promise<Response>;
  close(): Promise<void>;
}

export async function startStage(
  options: {
    readonly shops?: readonly ShopSettings[];
    readonly environment?: Readonly<Record<string, string>>;
    /** Gets every line of the app's log. */
    readonly logFile?: string;
    /** Of a PostgreSQL that is shared with no other stage. */
    readonly postgres?: string;
  } = {},
): Promise<Stage> {
  const server = await startEmbeddedPostgres({
    directory: options.postgres ?? '.data/test/postgres',
  });
  const database = await createOwnDatabase(server.url, freshName('stage'));
  const simulator = await startSimulator({ shops: options.shops ?? [testShop] });
  const environment = {
    ...simulator.appEnvironment,
    TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    DATABASE_URL: database.url,
    LOG_LEVEL: 'info',
    ...options.environment,
  };
  const pool = new pg.Pool({ connectionString: database.url, max: 4 });
  // Connections that are closing when the database is dropped are ended by the server.
  pool.on('error', () => undefined);
  const start = async () => {
    const { logFile } = options;
    const app = await startApp({ environment, ...(logFile === undefined ? {} : { logFile }) });
    simulator.connectApp(app.origin);
    return app;
  };
  const stage: Stage = {
    simulator,
    databaseUrl: database.url,
    app: await start(),
    install: (shop = shopDomain) => openAsMerchant(simulator, shop),
    async query<Row extends pg.QueryResultRow>(sql: string, values: unknown[] = []) {
      return (await pool.query<Row>(sql, values)).rows;
    },
    async restart() {
      stage.app = await start();
    },
    async drained() {
      await waitUntil(async () => {
        const [left] = await stage.query<{ n: number }>(undrained);
        return left?.n === 0;
      }, 'the inbox to be drained');
    },
    fetch: (path, init = {}, shop = shopDomain) =>
      fetch(`${simulator.appUrl}${path}`, {
        redirect: 'manual',
        ...init,
        headers: {
          Authorization: `Bearer ${simulator.api.sessionToken(shop)}`,
          'User-Agent':
            'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36',
          ...(init.headers as Record<string, string> | undefined),
        },
      }),
    async close() {
      await stage.app.stop();
      await simulator.close();
      await pool.end();
      await database.drop();
      await server.stop();
    },
  };
  return stage;
}

const undrained = `select (
  (select count(*) from inbox_delivery where drained_at is null and dead_at is null) +
  (select count(*) from pgboss.job where name in ('look', 'delivery') and state in ('created', 'active')
    and start_after <= now())
)::int as n`;

/** Polls until it holds; fails with what was waited for. */
export async function waitUntil(
  holds: () => Promise<boolean> | boolean,
  what: string,
  timeoutMs = 100_000,
): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`);
    await new Promise((settle) => setTimeout(settle, 50));
  }
}
