/**
 * Sends real order payloads through the whole line: `npm run -s replay -- --orders DIR [--json]`. Exits with 1 when a
 * delivery was not acknowledged, ended as a dead letter or was not drained, or an order was not assessed.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../app/db/embedded-postgres.server.ts';
import type { Simulator } from '../tests/simulator/simulator.ts';
import { startSimulator } from '../tests/simulator/start-simulator.ts';
import { startApp } from '../tests/support/app-process.ts';
import { openAsMerchant } from '../tests/support/open-as-merchant.ts';
import { createOwnDatabase } from '../tests/support/own-database.ts';
import { assignShops, type AssignedFile, type OrderFile } from './replay/assign-shops.ts';
import { waitUntilDrained } from './replay/drain.ts';
import { planDeliveries } from './replay/plan-deliveries.ts';
import { findProblems } from './replay/find-problems.ts';
import { readReport, type LoadedFile } from './replay/report.ts';
import { sendDeliveries } from './replay/send-deliveries.ts';
import { summarise } from './replay/summarise.ts';
import { Problem, runWithUndo, type Run } from './run/with-undo.ts';

const seed = 20261125;

await runWithUndo(replay, { ifStopped: 130 });

async function replay(run: Run): Promise<number> {
  const { orders, json } = readArguments();
  const { files, shops } = assignShops(readOrderFiles(orders));
  console.error(`starting a simulated Shopify with ${shops.length} shops, PostgreSQL and the app`);
  const simulator = await startSimulator({ shops });
  run.atEnd('the simulator', () => simulator.close());
  const { loaded, rejected } = loadFiles(simulator, files);
  const database = await startOnOwnDatabase(run, simulator);
  for (const { domain } of shops) await openAsMerchant(simulator, domain);

  const taken = new Set(loaded.map(({ file }) => file));
  const planned = planDeliveries(
    files.filter(({ file }) => taken.has(file)),
    seed,
  );
  console.error(`sending ${planned.length} deliveries about ${loaded.length} orders`);
  const deliveries = await sendDeliveries(simulator.api, planned, run.signal);
  const undrained = await waitUntilDrained(database, run.signal);
  const calls = simulator.api.calls();
  const replayed = { files: files.length, loaded, rejected, deliveries, calls };
  const { report, notAssessed } = await readReport(database, replayed);
  console.log(json ? JSON.stringify(report, null, 2) : summarise(report));

  const problems = findProblems({ planned, deliveries, undrained, notAssessed, report });
  for (const problem of problems) console.error(problem);
  return problems.length === 0 ? 0 : 1;
}

function readArguments(): { readonly orders: string; readonly json: boolean } {
  const usage = 'say which orders: npm run -s replay -- --orders DIR [--json]';
  try {
    const { values } = parseArgs({
      options: { orders: { type: 'string' }, json: { type: 'boolean', default: false } },
    });
    if (values.orders === undefined) throw new Problem(usage);
    return { orders: values.orders, json: values.json };
  } catch (error) {
    throw error instanceof TypeError ? new Problem(`${error.message}\n${usage}`) : error;
  }
}

function readOrderFiles(directory: string): readonly OrderFile[] {
  if (!existsSync(directory)) throw new Problem(`there is no folder ${directory}`);
  const names = readdirSync(directory).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new Problem(`there is no .json file in ${directory}`);
  return names.sort().map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }));
}

function loadFiles({ api }: Simulator, files: readonly AssignedFile[]) {
  const loaded: LoadedFile[] = [];
  const rejected: { readonly file: string; readonly reason: string }[] = [];
  for (const { file, shop, text } of files) {
    const outcome = api.loadOrder(shop, text);
    if (outcome.outcome === 'loaded') loaded.push({ file, shop, orderId: outcome.orderId });
    else rejected.push({ file, reason: outcome.reason });
  }
  return { loaded, rejected };
}

async function startOnOwnDatabase(run: Run, simulator: Simulator): Promise<pg.Client> {
  run.signal.throwIfAborted();
  const postgres = await startEmbeddedPostgres({ directory: '.data/replay/postgres' });
  run.atEnd('PostgreSQL', () => postgres.stop());
  const name = `replay_${randomUUID().replaceAll('-', '')}`;
  const own = await createOwnDatabase(postgres.url, name);
  run.atEnd('the database', () => own.drop());
  const app = await startApp({
    environment: {
      ...simulator.appEnvironment,
      DATABASE_URL: own.url,
      TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
    signal: run.signal,
  });
  run.atEnd('the app', () => app.stop(8500));
  simulator.connectApp(app.origin);
  const database = new pg.Client({ connectionString: own.url });
  await database.connect();
  run.atEnd('the connection', () => database.end());
  return database;
}
