/**
 * Tries to make money move twice, or get lost: `npm run -s chaos -- --runs N --seed S [--json] [--plant BUG]`. Shops, orders, clicks,
 * processes that die at any instruction, and a Shopify that fails in every way; its books are the truth. Exits with 1
 * unless all that must be zero is. `--plant` puts a bug into the app first, which has to be found.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbeddedPostgres } from '../app/db/embedded-postgres.server.ts';
import { migrate } from '../app/db/migrate.server.ts';
import { startShopifyApi } from '../tests/simulator/api/start-shopify-api.ts';
import type { Faults, ShopifyApi } from '../tests/simulator/api/shopify-api.ts';
import { randomFrom, type Random } from '../tests/simulator/lively-shop/random.ts';
import { createOwnDatabase } from '../tests/support/own-database.ts';
import { bundleWorker, plants, type Plant } from './chaos/bundle-worker.ts';
import { checkShop, faultless, type Faultless } from './chaos/check-run.ts';
import { crashPostgres } from './chaos/crash-postgres.ts';
import { openCrew, type Crew } from './chaos/crew.ts';
import { looked, quietDown } from './chaos/quiet-down.ts';
import { openShop, type RunTally } from './chaos/shop-run.ts';
import { Problem, runWithUndo, type Run } from './run/with-undo.ts';

const usage = `npm run -s chaos -- --runs N --seed S [--json] [--plant ${Object.keys(plants).join('|')}]`;
/** Shops that live at the same time, on the same processes. */
const atOnce = 72;
/** How long their chaos lasts. */
const rageMs = 170_000;
/** How long the app has at most before, to find who is owed money. */
const calmMs = 240_000;
const apiKey = 'chaos';

/** Shopify as it is on a good day. */
const calm: Faults = {
  dropRefundAnswers: 0,
  lateRefunds: 0,
  lateMs: 0,
  lateCut: false,
  failRefunds: 0,
  pendingRefunds: false,
  throttle: 0,
  throttleAs: 'graphql',
  dropPolicyAnswers: 0,
  cancelTakesMs: 0,
  bulkTakesMs: 20,
  failBulk: 0,
  bulkPauseMs: 0,
  refuseRefresh: false,
  delayMs: 0,
  down: false,
};

await runWithUndo(chaos, { ifStopped: 130 });

async function chaos(run: Run): Promise<number> {
  const { runs, seed, json, plant } = readArguments();
  const random = randomFrom(seed);
  // Of its own: two seeds may run beside each other.
  const folder = `.data/chaos/${seed}`;
  const directory = `${folder}/postgres`;
  run.atEnd('its folder', () => rm(folder, { recursive: true, force: true }));
  run.atEnd('PostgreSQL', async () => {
    const left = await startEmbeddedPostgres({ directory });
    await left.stop();
  });
  const worker = await bundleWorker(`${folder}/worker`, plant);
  const total: Faultless = faultless();
  const tally = {
    runs: 0,
    actions: 0,
    kills: 0,
    answersLost: 0,
    refundsMade: 0,
    handedOver: 0,
    crossings: 0,
  };
  const points = new Map<string, number>();
  const clicks = new Map<string, number>();
  const stories: string[] = [];
  for (let first = 0; first < runs; first += atOnce) {
    run.signal.throwIfAborted();
    const count = Math.min(atOnce, runs - first);
    const batch = await runBatch({
      directory,
      worker,
      first,
      count,
      seed,
      random,
      signal: run.signal,
    });
    tally.runs += count;
    tally.actions += batch.actions;
    tally.kills += batch.kills;
    tally.answersLost += batch.answersLost;
    tally.refundsMade += batch.refunds;
    tally.handedOver += batch.handedOver;
    tally.crossings += batch.crossings;
    addTo(points, batch.points);
    addTo(clicks, batch.outcomes);
    for (const key of Object.keys(total) as (keyof Faultless)[]) total[key] += batch.found[key];
    stories.push(...batch.stories);
    for (const story of batch.stories) console.error(story);
    const faults = sumOf(total);
    console.error(
      `${tally.runs} runs, ${tally.kills} kills, ${tally.refundsMade} refunds, ${faults} faults`,
    );
  }
  const sorted = (counts: Map<string, number>) => Object.fromEntries([...counts].sort());
  const report = { seed, ...tally, ...total, clicks: sorted(clicks), points: sorted(points) };
  console.log(json ? JSON.stringify(report) : sayReport(report));
  return sumOf(total) === 0 ? 0 : 1;
}

function sumOf(found: Faultless): number {
  return Object.values<number>({ ...found }).reduce((sum, count) => sum + count, 0);
}

function addTo(counts: Map<string, number>, more: ReadonlyMap<string, number>): void {
  for (const [name, times] of more) counts.set(name, (counts.get(name) ?? 0) + times);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        runs: { type: 'string', default: '40' },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        plant: { type: 'string' },
      },
    });
    const [runs, seed] = [Number(values.runs), Number(values.seed)];
    const plant = values.plant ?? null;
    const isPlant = plant === null || Object.hasOwn(plants, plant);
    if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed) || !isPlant) {
      throw new Problem(usage);
    }
    return { runs, seed, json: values.json, plant: plant as Plant | null };
  } catch (error) {
    throw error instanceof TypeError ? new Problem(`${error.message}\n${usage}`) : error;
  }
}

interface Batch {
  /** Of PostgreSQL. */
  readonly directory: string;
  readonly worker: string;
  readonly first: number;
  readonly count: number;
  readonly seed: number;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/** Some shops at the same time: a rage, a calm, and the reckoning. */
async function runBatch({ directory, worker, first, count, seed, random, signal }: Batch) {
  const shops = Array.from({ length: count }, (_, index) => `chaos-${first + index}.myshopify.com`);
  const apiSecret = randomBytes(16).toString('hex');
  const api = await startShopifyApi({
    apiKey,
    apiSecret,
    shops: shops.map((domain) => ({ domain, currency: 'USD', country: 'US', timezone: 'UTC' })),
  });
  // Opened anew: the crash of the last batch broke whatever was open.
  const postgres = await startEmbeddedPostgres({ directory });
  const database = await createOwnDatabase(postgres.url, `chaos_${process.pid}`);
  await migrate(database.url, 'prisma/migrations');
  const pool = new pg.Pool({ connectionString: database.url, max: 6 });
  pool.on('error', () => undefined);
  await install(pool, shops);
  const tokens = Object.fromEntries(shops.map((shop) => [shop, api.accessToken(shop)]));
  const start = { databaseUrl: database.url, simulator: api.origin, apiSecret, tokens };
  const crew = await openCrew({ worker, start, random });
  api.deliverTo(crew.origin);
  const runTally: RunTally = { actions: 0 };
  try {
    const lives = shops.map((shop, index) =>
      openShop({ api, crew, pool, shop, seed: seed * 100_003 + first + index }),
    );
    const orders = shops.reduce((count, shop) => count + api.orders(shop).length, 0);
    await looked({ pool, orders, patience: calmMs, signal });
    const from = Date.now();
    const time = { from, until: from + rageMs, signal };
    const faults = rage({ directory, api, crew, pool, random, ...time });
    await Promise.all(lives.map((live) => live({ ...time, tally: runTally })));
    const answersLost = await faults;
    signal.throwIfAborted();
    await quietDown({ api, crew, pool, shops, signal });
    const found = faultless();
    let refunds = 0;
    let handedOver = 0;
    let crossings = 0;
    const stories: string[] = [];
    for (const shop of shops) {
      const checked = await checkShop({
        ...{ pool, shop },
        orders: api.orders(shop),
        crossed: api.crossedRefunds(),
      });
      for (const key of Object.keys(found) as (keyof Faultless)[]) found[key] += checked.found[key];
      refunds += checked.refunds;
      handedOver += checked.handedOver;
      crossings += checked.crossings;
      stories.push(...checked.stories);
    }
    const { kills, points, outcomes } = crew.tally;
    return {
      found,
      refunds,
      handedOver,
      crossings,
      stories,
      kills,
      points,
      outcomes,
      answersLost,
      actions: runTally.actions,
    };
  } finally {
    await crew.close();
    await api.close();
    await pool.end();
    await database.drop();
    await postgres.stop();
  }
}

async function install(pool: pg.Pool, shops: readonly string[]): Promise<void> {
  await pool.query(
    `insert into shop (domain, currency, country, policy)
     select domain, 'USD', 'US', jsonb_build_object('holdSeconds', (hashtext(domain) & 1))
     from unnest($1::text[]) as domain`,
    [shops],
  );
}

/** Shopify and the machine at their worst; the answer is how many answers were lost. */
async function rage(world: {
  readonly directory: string;
  readonly api: ShopifyApi;
  readonly crew: Crew;
  readonly pool: pg.Pool;
  readonly random: Random;
  readonly from: number;
  readonly until: number;
  readonly signal: AbortSignal;
}): Promise<number> {
  const { directory, api, crew, pool, random, from, until, signal } = world;
  crew.rage(true);
  const { faults } = api;
  // Once, late, in half of the batches: keys are forgotten, approvals get too old, deadlines pass.
  const jumpAt = random.chance(0.5) ? from + random.between(0.5, 0.9) * (until - from) : Infinity;
  let hasJumped = false;
  // Once: the machine of the database fails, what was committed is all it has when it is back.
  const crashAt = from + random.between(0.2, 0.8) * (until - from);
  let crashed: Promise<void> | null = null;
  const late = () => {
    faults.lateRefunds = random.whole(1, 3);
    // The longest outlive the app's patience.
    faults.lateMs = random.chance(0.1) ? random.whole(15_500, 18_000) : random.whole(300, 9000);
    faults.lateCut = random.chance(0.6);
  };
  const trouble: readonly [() => void, ...(() => void)[]] = [
    // Nothing piles up: a Shopify that always fails shows little.
    () => void (faults.dropRefundAnswers = random.whole(1, 3)),
    () => void (faults.dropRefundAnswers = random.whole(1, 3)),
    late,
    late,
    late,
    () => void (faults.failRefunds = faults.dropRefundAnswers === 0 ? 1 : 0),
    () => void (faults.throttle = random.whole(1, 6)),
    () => void (faults.throttleAs = random.pick(['graphql', 'http'])),
    () => void (faults.pendingRefunds = !faults.pendingRefunds),
    () => void (faults.delayMs = random.whole(0, 100)),
    () => void (faults.cancelTakesMs = random.whole(0, 800)),
    () => {
      if (!random.chance(0.3)) return;
      faults.down = true;
      setTimeout(() => void (faults.down = false), random.whole(100, 900));
    },
    () => {
      if (random.chance(0.25)) crew.killOne();
    },
    () => {
      // Every connection breaks.
      if (!random.chance(0.2)) return;
      pool
        .query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and application_name like 'amends%'`,
        )
        .catch(() => undefined);
    },
  ];
  while (Date.now() < until && !signal.aborted) {
    if (!hasJumped && Date.now() > jumpAt) {
      hasJumped = true;
      // No call is on its way for a day, so none may be when that day passes in an instant.
      faults.lateRefunds = 0;
      await api.lateSettled();
      const jump = random.whole(21, 30) * 3_600_000;
      api.clock.advance(jump);
      crew.setAhead(jump);
    }
    if (!crashed && Date.now() > crashAt) crashed = crashPostgres(directory);
    random.pick(trouble)();
    await sleep(random.whole(50, 250));
  }
  await crashed;
  const lost = api.calls().filter(({ status }) => status === 0).length;
  Object.assign(faults, calm);
  return lost;
}

function sayReport(report: Record<string, unknown>): string {
  const { points, clicks, ...figures } = report;
  const made = Object.entries(clicks as Record<string, number>);
  const names = Object.keys(points as object).length;
  return [
    ...Object.entries(figures).map(([name, value]) => `${name.padEnd(14)} ${String(value)}`),
    ...made.map(([name, times]) => `${name.padEnd(26)} ${times}`),
    `killed at      ${names} different points, and at random`,
  ].join('\n');
}
