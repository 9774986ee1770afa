import { setImmediate as others } from 'node:timers/promises';
import { endBackTest, findBackTestStep, writeBackTestBatch } from '../db/back-tests.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { readHistoryOrders, type StoredOrder } from '../db/history-orders.server.ts';
import type { BackTestJob } from '../db/queue.server.ts';
import { findShop, type Shop } from '../db/shops.server.ts';
import { readSignalsOfMany } from '../db/signals.server.ts';
import { isTelling, type BackTestStep, type TestedOrder } from '../domain/backtest/back-test.ts';
import { usualTruth } from '../domain/backtest/outcome.ts';
import { addSummaries, summarise } from '../domain/backtest/summary.ts';
import { pastOrderOf } from '../domain/backtest/told-order.ts';
import { tryOut, type Trial } from '../domain/backtest/trial.ts';
import { noSignals, type Signals } from '../domain/case-facts.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Line } from './line.server.ts';

export type RunBackTestOutcome =
  | { readonly outcome: 'over' }
  /** It goes on in a job of its own. */
  | { readonly outcome: 'later' };

/** Orders at a time, and how long a job judges: well below the time after which it would be taken for lost. */
const atOnce = 200;
const jobMs = 45_000;

/**
 * Judges the stored history, some orders at a time. It may stop at any instruction and run again: what orders came to and how far
 * that is are written together. Between two orders others have their turn.
 */
export async function runBackTest(
  line: Pick<Line, 'db' | 'now' | 'log'>,
  { shop }: BackTestJob,
): Promise<RunBackTestOutcome> {
  const { db, now } = line;
  const stopAt = Date.now() + jobMs;
  const merchant = await findShop(db.prisma, shop);
  const found = await findBackTestStep(db.prisma, shop);
  if (!found || !merchant) return { outcome: 'over' };
  let step = found;
  let reading = readAfter(db, shop, step.after);
  for (;;) {
    const orders = await reading;
    const last = orders.at(-1);
    if (!last) break;
    // The database reads the next ones while these are judged.
    reading = readAfter(db, shop, last.order.orderId);
    const next = await judgeBatch(line, { shop, step, merchant }, orders);
    if (!next) return { outcome: 'over' };
    step = next;
    if (Date.now() > stopAt) return { outcome: 'later' };
  }
  await endBackTest(db.prisma, shop, { id: step.id, state: 'done', problem: null, now: now() });
  return { outcome: 'over' };
}

function readAfter(
  db: Line['db'],
  shop: ShopDomain,
  after: string,
): Promise<readonly StoredOrder[]> {
  const reading = readHistoryOrders(db.prisma, shop, { after, limit: atOnce });
  // Whoever waits for it hears of a failure; it may be that nobody does, where the back-test was stopped.
  reading.catch(() => undefined);
  return reading;
}

interface Judging {
  readonly shop: ShopDomain;
  readonly step: BackTestStep;
  readonly merchant: Pick<Shop, 'country' | 'timezone'>;
}

/** Null when it was stopped meanwhile: nothing of the batch is kept. */
async function judgeBatch(
  { db, now, log }: Pick<Line, 'db' | 'now' | 'log'>,
  judging: Judging,
  orders: readonly StoredOrder[],
): Promise<BackTestStep | null> {
  const { shop, step } = judging;
  const ids = orders.map(({ order }) => order.orderId);
  const signals = await readSignalsOfMany(db.prisma, shop, ids);
  const judged: { readonly stored: StoredOrder; readonly trial: Trial }[] = [];
  for (const stored of orders) {
    const said = signals.get(stored.order.orderId) ?? noSignals;
    try {
      judged.push({ stored, trial: judge(stored, said, judging) });
    } catch (error) {
      // An order that cannot be judged cannot be judged at a second try either.
      log.error({ err: error, shop, orderId: stored.order.orderId }, 'a back-test failed');
      const problem = stored.order.name;
      await endBackTest(db.prisma, shop, { id: step.id, state: 'failed', problem, now: now() });
      return null;
    }
    await others();
  }
  const summary = addSummaries(step.summary, summarise(judged.map(({ trial }) => trial)));
  const after = ids.at(-1) ?? step.after;
  const isWritten = await inTransaction(db, (tx) =>
    writeBackTestBatch(tx, shop, {
      ...{ id: step.id, after, summary },
      judged: orders.length,
      orders: judged.filter(({ trial }) => isTelling(trial)).map(testedOrder),
    }),
  );
  return isWritten ? { ...step, after, summary } : null;
}

function judge(stored: StoredOrder, signals: Signals, { step, merchant }: Judging): Trial {
  const { country, timezone: timeZone } = merchant;
  // What decisions taught about readings is of later than these orders.
  const past = pastOrderOf({ ...stored, signals, shop: { country, timeZone, heardFrom: {} } });
  const from = stored.order.createdAt;
  const until = soonest(step.until, addDays(from, longestDays));
  return tryOut(past, {
    policy: step.policy,
    span: { from, until },
    truth: usualTruth,
    until: step.until,
    actsOn: 'suggestion',
    weight: 1,
  });
}

/** Nobody waits longer for an order; a history of years is not looked through to its end for each one. */
const longestDays = 180;

function soonest(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}

function testedOrder({
  stored: { order },
  trial: { act, seenBy, truth, value },
}: {
  readonly stored: StoredOrder;
  readonly trial: Trial;
}): TestedOrder {
  return {
    orderId: order.orderId,
    orderName: order.name,
    placedAt: order.createdAt,
    value,
    truth,
    seenBy,
    act: act && {
      at: act.at,
      ground: act.ground,
      amount: act.amount,
      probability: act.probability,
      breakEven: act.breakEven,
    },
  };
}
