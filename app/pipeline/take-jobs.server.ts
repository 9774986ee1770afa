import {
  markDeliveryDead,
  markOrderDead,
  noteDeliveryError,
  noteOrderError,
} from '../db/inbox.server.ts';
import {
  queues,
  type AutomaticJob,
  type BackTestJob,
  type BulkJob,
  type DeliveryJob,
  type ForgetJob,
  type HistoryJob,
  type LookJob,
  type RefundJob,
} from '../db/queue.server.ts';
import { findShopDomains } from '../db/shops.server.ts';
import { payAutomatically } from './automate.server.ts';
import { drainDelivery } from './drain-delivery.server.ts';
import { forgetOld } from './forget-old.server.ts';
import { importHistory } from './import-history.server.ts';
import type { Line } from './line.server.ts';
import { look } from './look.server.ts';
import { runBackTest } from './run-back-test.server.ts';
import { runBulk } from './run-bulk.server.ts';
import { sendRefund } from './send-refund.server.ts';

/** Jobs at once in this process. */
const concurrency = { look: 8, delivery: 2, refund: 4, bulk: 2 };

/** Works on what the queue hands out; a job that fails is tried again by the queue, and in the end is a dead letter. */
export async function takeJobs(line: Line): Promise<void> {
  const { log, queue } = line;
  const { boss } = queue;
  const options = { notifyPollingIntervalSeconds: 1, pollingIntervalSeconds: 1, batchSize: 1 };
  await boss.work<LookJob>(
    queues.look,
    { ...options, localConcurrency: concurrency.look },
    async ([job]) => {
      if (job) await lookOrFail(line, job.data);
    },
  );
  await boss.work<DeliveryJob>(
    queues.delivery,
    { ...options, localConcurrency: concurrency.delivery },
    async ([job]) => {
      if (job) await drainOrFail(line, job.data);
    },
  );
  await boss.work<RefundJob>(
    queues.refund,
    { ...options, localConcurrency: concurrency.refund },
    async ([job]) => {
      if (!job) return;
      const sent = await sendRefund(line, job.data);
      log.info({ attemptId: job.data.attemptId, outcome: sent.outcome }, 'refund');
      if (sent.outcome === 'again') throw new Error(sent.reason);
    },
  );
  await boss.work<BulkJob>(
    queues.bulk,
    { ...options, localConcurrency: concurrency.bulk },
    async ([job]) => {
      if (!job) return;
      const ran = await runBulk(line, job.data);
      log.info({ ...job.data, outcome: ran.outcome }, 'bulk');
      if (ran.outcome === 'again') throw new Error(ran.reason);
    },
  );
  await boss.work<AutomaticJob>(queues.automatic, options, async ([job]) => {
    if (!job) return;
    const came = await payAutomatically(line, job.data);
    log.info({ ...job.data, outcome: came.outcome }, 'automatic');
    if (came.outcome === 'unreachable') throw new Error(came.outcome);
  });
  await boss.work(queues.forgetAll, options, async () => {
    const shops = await findShopDomains(line.db.prisma);
    await queue.requestForgetting(shops.map((shop) => ({ shop })));
  });
  await boss.work<ForgetJob>(queues.forget, options, async ([job]) => {
    if (!job) return;
    const forgot = await forgetOld(line, job.data);
    log.info({ ...job.data, ...forgot }, 'forget');
    if (forgot.outcome === 'more') await queue.requestForgetting([job.data]);
  });
  await boss.work<HistoryJob>(queues.history, options, async ([job]) => {
    if (!job) return;
    const came = await importHistory(line, job.data);
    log.info({ ...job.data, outcome: came.outcome }, 'history');
    if (came.outcome === 'again') throw new Error(came.reason);
    if (came.outcome === 'later') await queue.requestHistory(job.data, undefined, came.seconds);
  });
  await boss.work<BackTestJob>(queues.backTest, options, async ([job]) => {
    if (!job) return;
    const came = await runBackTest(line, job.data);
    log.info({ ...job.data, outcome: came.outcome }, 'back-test');
    if (came.outcome === 'later') await queue.requestBackTest(job.data);
  });
  await boss.work<LookJob>(queues.deadLook, options, async ([job]) => {
    if (!job) return;
    const isDead = await markOrderDead(line.db.prisma, { ...job.data, now: line.now() });
    if (isDead) log.error({ ...job.data }, 'looks at an order were given up');
  });
  await boss.work<DeliveryJob>(queues.deadDelivery, options, async ([job]) => {
    if (!job) return;
    log.error({ ...job.data }, 'a delivery was given up');
    await markDeliveryDead(line.db.prisma, { id: job.data.deliveryId, now: line.now() });
  });
}

/** A job fails by throwing: the queue tries again, and in the end hands it to its dead letters. */
async function lookOrFail(line: Line, job: LookJob): Promise<void> {
  try {
    const looked = await look(line, job);
    line.log.debug({ ...job, outcome: looked.outcome }, 'look');
    if (looked.outcome === 'unreachable') throw new Error(looked.reason);
  } catch (error) {
    await noteOrderError(line.db.prisma, { ...job, error: messageOf(error) });
    throw error;
  }
}

async function drainOrFail(line: Line, job: DeliveryJob): Promise<void> {
  try {
    const drained = await drainDelivery(line, job);
    if (drained.outcome === 'unreachable') throw new Error(drained.reason);
  } catch (error) {
    await noteDeliveryError(line.db.prisma, job.deliveryId, messageOf(error));
    throw error;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
