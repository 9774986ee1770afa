import { setImmediate as others } from 'node:timers/promises';
import {
  endBackTest,
  findBackTestStep,
  writeBackTestBatch,
} from '../db/back-tests.server.ts';
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
  for (;;) {
    const step = await findBackTestStep(db.prisma, shop);
    const merchant = await findShop(db.prisma, shop);
    if (!step || !merchant) return { outcome: 'over' };
    const { id } = step;
    const orders = await readHistoryOrders(db.prisma, shop, { after: step.after, limit: atOnce });
    if (orders.length === 0) {
      await endBackTest(db.prisma, shop, { id, state: 'done', problem: null, now: now() });
      return { outcome: 'over' };
    }
    if (!(await judgeBatch(line, { shop, step, merchant }, orders))) return { outcome: 'over' };
    if (Date.now() > stopAt) return { outcome: 'later' };
  }
}

interface Judging {
  readonly shop: ShopDomain;
  readonly step: BackTestStep;
  readonly merchant: Pick<Shop, 'country' | 'timezone'>;
}

/** False when it was stopped meanwhile: nothing of the batch is kept. */
async function judgeBatch(
  { db, now, log }: Pick<Line, 'db' | 'now' | 'log'>,
  judging: Judging,
  orders: readonly StoredOrder[],
): Promise<boolean> {
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
      return false;
    }
    await others();
  }
  const summary = addSummaries(step.summary, summarise(judged.map(({ trial }) => trial)));
  return inTransaction(db, (tx) =>
    writeBackTestBatch(tx, shop, {
      id: step.id,
      after: ids.at(-1) ?? step.after,
      judged: orders.length,
      summary,
      orders: judged.filter(({ trial }) => isTelling(trial)).map(testedOrder),
    }),
  );
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
