/** The whole product on this machine: a simulated Shopify with a lively shop, the app, and one URL to open. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../app/db/embedded-postgres.server.ts';
import { furnishShop, livelyShop } from '../tests/simulator/lively-shop/lively-shop.ts';
import { loadShop, type LoadedOrder } from '../tests/simulator/lively-shop/load-shop.ts';
import { startShopLife } from '../tests/simulator/lively-shop/shop-life.ts';
import { startSimulator } from '../tests/simulator/start-simulator.ts';
import { startApp, type AppProcess } from '../tests/support/app-process.ts';
import { openAsMerchant } from '../tests/support/open-as-merchant.ts';
import { createOwnDatabase } from '../tests/support/own-database.ts';
import { findFreePorts } from './demo/free-ports.ts';
import { waitForSuggestions } from './demo/wait-for-suggestions.ts';
import { runWithUndo, type Run } from './run/with-undo.ts';

const seed = 20261125;
/** A look costs some 40 of the 100 points that Shopify gives a second: the rest is for whoever clicks. */
const quietOrderEveryMs = 700;

await runWithUndo(demo, { ifStopped: 0 });

async function demo(run: Run): Promise<number> {
  const since = performance.now();
  const ports = await findFreePorts(process.env);
  // Several demos may run beside each other: what a run keeps goes by its port.
  const logFile = `.data/demo/app-${ports.adminPort}.log`;

  console.log('starting a simulated Shopify');
  const simulator = await startSimulator({ shops: [livelyShop], ...ports });
  run.atEnd('the simulator', () => simulator.close());
  const furnished = loadShop(simulator.api, furnishShop({ seed, now: new Date() }));
  run.signal.throwIfAborted();

  console.log('starting PostgreSQL');
  const postgres = await startEmbeddedPostgres({ directory: '.data/demo/postgres' });
  run.atEnd('PostgreSQL', () => postgres.stop());
  // Each run has a new simulated shop: what an earlier run knew of it is no longer true.
  const database = await createOwnDatabase(postgres.url, `demo_${ports.adminPort}`);
  run.atEnd('the database', () => database.drop());
  run.signal.throwIfAborted();

  console.log(`starting the app (its log is ${logFile})`);
  const app = await startApp({
    environment: {
      ...simulator.appEnvironment,
      DATABASE_URL: database.url,
      TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    },
    logFile,
    signal: run.signal,
  });
  run.atEnd('the app', () => app.stop(8500));
  const show = async (): Promise<number> => {
    simulator.connectApp(app.origin);
    await openAsMerchant(simulator, livelyShop.domain);
    const announce = ({ orderId }: LoadedOrder) => {
      simulator.api.announceOrder(livelyShop.domain, orderId);
    };
    const [first, later] = splitByWhatIsOwed(furnished);
    console.log(`telling the app of ${first.length} orders, ${later.length} quiet ones follow`);
    first.forEach(announce);
    await waitForSuggestions({
      databaseUrl: database.url,
      orders: first.length,
      signal: run.signal,
    });
    console.log(`started in ${((performance.now() - since) / 1000).toFixed(1)} s, Ctrl-C ends it`);
    console.log('ready');
    console.log(simulator.adminUrl(livelyShop.domain));
    const life = startShopLife({ api: simulator.api, seed, furnished, tell: sayWithTime });
    run.atEnd('life in the shop', () => life.stop());
    for (const order of later) {
      await sleep(quietOrderEveryMs, null, { signal: run.signal });
      announce(order);
    }
    await once(run.signal, 'abort');
    return 0;
  };
  return Promise.race([show(), deathOf(app, logFile, run.signal)]);
}

function splitByWhatIsOwed(furnished: readonly LoadedOrder[]) {
  const isQuiet = ({ owed }: LoadedOrder) => owed === null;
  return [furnished.filter((each) => !isQuiet(each)), furnished.filter(isQuiet)] as const;
}

async function deathOf(app: AppProcess, logFile: string, signal: AbortSignal): Promise<number> {
  const how = await app.ended;
  if (signal.aborted) return 0;
  console.error(`the app died (${how}); the end of its log, ${logFile}:`);
  for (const line of app.lastLines().slice(-20)) console.error(line);
  return 1;
}

function sayWithTime(sentence: string): void {
  console.log(`${new Date().toTimeString().slice(0, 8)}  ${sentence}`);
}
