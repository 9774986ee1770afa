import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { createBackTest, findBackTest } from '../../app/db/back-tests.server.ts';
import { openDatabase, type Database } from '../../app/db/database.server.ts';
import { startEmbeddedPostgres } from '../../app/db/embedded-postgres.server.ts';
import { readHistoryOrders } from '../../app/db/history-orders.server.ts';
import { migrate } from '../../app/db/migrate.server.ts';
import { assess } from '../../app/domain/assess.ts';
import { parseBackTestId } from '../../app/domain/backtest/back-test.ts';
import { looksAt } from '../../app/domain/backtest/replay.ts';
import { pastOrderOf } from '../../app/domain/backtest/told-order.ts';
import type { CaseFacts } from '../../app/domain/case-facts.ts';
import { noSignals } from '../../app/domain/case-facts.ts';
import { parseShopDomain } from '../../app/domain/ids.ts';
import { defaultPolicy } from '../../app/domain/policy.ts';
import { instantAt, type Instant } from '../../app/domain/time.ts';
import { runBackTest } from '../../app/pipeline/run-back-test.server.ts';
import { createOwnDatabase, freshName } from '../../tests/support/own-database.ts';
import type { Run } from '../run/with-undo.ts';
import { fillHistory } from './fill-history.ts';

export interface Round {
  readonly orders: number;
  readonly looks: number;
  readonly suggested: number;
  readonly seconds: number;
  /** Of the `assess` calls alone. */
  readonly bareSeconds: number;
  /** Megabytes in use: medians of the first tenth of the run and of the last. */
  readonly memory: { readonly first: number; readonly last: number; readonly most: number };
}

const megabyte = 1024 * 1024;
const sampleMs = 250;
const bench = parseShopDomain('bench.myshopify.com');

export async function benchBackTest(
  run: Run,
  { orders, rounds }: { readonly orders: number; readonly rounds: number },
): Promise<readonly Round[]> {
  if (!bench) throw new Error('a shop that is none');
  const postgres = await startEmbeddedPostgres({ directory: '.data/bench/postgres' });
  run.atEnd('PostgreSQL', () => postgres.stop());
  const own = await createOwnDatabase(postgres.url, freshName('backtest'));
  run.atEnd('the database', () => own.drop());
  await migrate(own.url, 'prisma/migrations');
  const db = await openDatabase(own.url, () => undefined);
  run.atEnd('the connections', () => db.close());
  await db.prisma.shop.create({
    data: { domain: bench, currency: 'USD', country: 'US', timezone: 'UTC' },
  });
  const until = await fillHistory(db, bench, { orders, signal: run.signal });
  const measured: Round[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const { looks, bareMs } = await bareTime(db, until);
    measured.push(await judgeAll(db, { orders, until, looks, bareMs }));
  }
  return measured;
}

/** The same looks as the job makes, each facts and instant: how long judging them takes, and nothing else. */
async function bareTime(
  db: Database,
  until: Instant,
): Promise<{ readonly looks: number; readonly bareMs: number }> {
  if (!bench) throw new Error('a shop that is none');
  let looks = 0;
  let bareMs = 0;
  for (let after = ''; ;) {
    const orders = await readHistoryOrders(db.prisma, bench, { after, limit: 200 });
    const last = orders.at(-1);
    if (!last) return { looks, bareMs };
    after = last.order.orderId;
    const asked = orders.flatMap((stored) => looksOf(stored, until));
    const before = performance.now();
    for (const { facts, at } of asked) assess(facts, defaultPolicy, at);
    bareMs += performance.now() - before;
    looks += asked.length;
  }
}

function looksOf(
  stored: Awaited<ReturnType<typeof readHistoryOrders>>[number],
  until: Instant,
): readonly { readonly facts: CaseFacts; readonly at: Instant }[] {
  const shop = { country: 'US', timeZone: 'UTC', heardFrom: {} };
  const past = pastOrderOf({ ...stored, signals: noSignals, shop });
  const looks: { facts: CaseFacts; at: Instant }[] = [];
  for (const { facts, at, verdict } of looksAt(past, defaultPolicy, {
    from: stored.order.createdAt,
    until,
  })) {
    looks.push({ facts, at });
    if (verdict) break;
  }
  return looks;
}

async function judgeAll(
  db: Database,
  about: {
    readonly orders: number;
    readonly until: Instant;
    readonly looks: number;
    readonly bareMs: number;
  },
): Promise<Round> {
  const id = parseBackTestId(randomUUID());
  if (!bench || !id) throw new Error('an id that is none');
  const now = () => instantAt(Date.now());
  await createBackTest(db.prisma, bench, {
    ...{ id, changes: {}, policy: defaultPolicy, policyVersion: 0, now: now() },
    until: about.until,
    total: about.orders,
  });
  const used: number[] = [];
  const sampler = setInterval(() => used.push(process.memoryUsage().rss / megabyte), sampleMs);
  const before = performance.now();
  const line = { db, now, log: pino({ level: 'warn' }) };
  while ((await runBackTest(line, { shop: bench })).outcome === 'later');
  const seconds = (performance.now() - before) / 1000;
  clearInterval(sampler);
  const done = await findBackTest(db.prisma, bench, id);
  if (done?.state !== 'done' || done.judged !== about.orders) {
    throw new Error(`judged ${done?.judged ?? 0} of ${about.orders}: ${done?.state ?? 'gone'}`);
  }
  const part = Math.max(1, Math.floor(used.length / 10));
  return {
    orders: about.orders,
    looks: about.looks,
    suggested: done.summary.all.suggested,
    seconds,
    bareSeconds: about.bareMs / 1000,
    memory: {
      first: middle(used.slice(0, part)),
      last: middle(used.slice(-part)),
      most: Math.max(0, ...used),
    },
  };
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
