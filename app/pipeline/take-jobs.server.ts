import type { JobResult, PerJobWorkHandler } from 'pg-boss';
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
  type DigestJob,
  type FlowJob,
  type ForgetJob,
  type HistoryJob,
  type LookJob,
  type RefundJob,
  type TrackJob,
} from '../db/queue.server.ts';
import { findConnectedShops } from '../db/carrier-connections.server.ts';
import { forgetOldTraffic } from '../db/carrier-traffic.server.ts';
import { findShopDomains } from '../db/shops.server.ts';
import { payAutomatically } from './automate.server.ts';
import { drainDelivery } from './drain-delivery.server.ts';
import { forgetOld } from './forget-old.server.ts';
import { importHistory } from './import-history.server.ts';
import type { Line } from './line.server.ts';
import { look } from './look.server.ts';
import { runBackTest } from './run-back-test.server.ts';
import { runBulk } from './run-bulk.server.ts';
import { findDueDigests, sendDigest } from './send-digest.server.ts';
import { sendRefund } from './send-refund.server.ts';
import { tellFlow } from './tell-flow.server.ts';
import { trackParcels } from './track-parcels.server.ts';

/** Workers of each queue in this process. */
const workers = { look: 6, delivery: 2, refund: 4, bulk: 2, flow: 2 };

const polling = { notifyPollingIntervalSeconds: 1, pollingIntervalSeconds: 1 };
/**
 * For short jobs of which there may be many. Who fetches one at a time gets one a second; a pair that came back full is followed by
 * the next at once, for as long as jobs wait. Of a slow one, no more than one other waits.
 */
const pairs = { ...polling, batchSize: 2, burstWhenBatchFull: true, perJobResults: true } as const;

/** Works on what the queue hands out; a job that fails is tried again by the queue, and in the end is a dead letter. */
export async function takeJobs(line: Line): Promise<void> {
  const { log, queue } = line;
  const { boss } = queue;
  const options = { ...polling, batchSize: 1 };
  await boss.work<LookJob>(
    queues.look,
    { ...pairs, localConcurrency: workers.look },
    eachByItself((job) => lookOrFail(line, job)),
  );
  await boss.work<DeliveryJob>(
    queues.delivery,
    { ...pairs, localConcurrency: workers.delivery },
    eachByItself((job) => drainOrFail(line, job)),
  );
  await boss.work<RefundJob>(
    queues.refund,
    { ...options, localConcurrency: workers.refund },
    async ([job]) => {
      if (!job) return;
      const sent = await sendRefund(line, job.data);
      log.info({ attemptId: job.data.attemptId, outcome: sent.outcome }, 'refund');
      if (sent.outcome === 'again') throw new Error(sent.reason);
    },
  );
  await boss.work<BulkJob>(
    queues.bulk,
    { ...options, localConcurrency: workers.bulk },
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
  await boss.work<FlowJob>(
    queues.flow,
    { ...pairs, localConcurrency: workers.flow },
    eachByItself(async (job) => {
      const told = await tellFlow(line, job);
      if (told.outcome === 'again') throw new Error(told.reason);
      if (told.outcome === 'refused') log.warn({ ...job, reason: told.reason }, 'Flow refused');
      else log.info({ ...job, outcome: told.outcome }, 'flow');
    }),
  );
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
  await takeCarrierJobs(line, options);
  await takeDigestJobs(line, options);
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

/** Each job of a batch fails by itself. */
function eachByItself<Data>(work: (job: Data) => Promise<void>): PerJobWorkHandler<Data> {
  return (jobs) => Promise.all(jobs.map(({ id, data }) => resultOf(id, work(data))));
}

async function resultOf(id: string, working: Promise<void>): Promise<JobResult> {
  try {
    await working;
    return { id, status: 'completed' };
  } catch (error) {
    return { id, status: 'failed', output: { message: messageOf(error) } };
  }
}

type Options = Parameters<Line['queue']['boss']['work']>[1];

async function takeCarrierJobs(line: Line, options: Options): Promise<void> {
  const { db, log, now, queue } = line;
  await queue.boss.work(queues.trackAll, options, async () => {
    await forgetOldTraffic(db.prisma, now());
    const shops = await findConnectedShops(db.prisma);
    await queue.requestTracking(shops.map((shop) => ({ shop })));
  });
  await queue.boss.work<TrackJob>(queues.track, options, async ([job]) => {
    if (!job) return;
    const tracked = await trackParcels(line, job.data);
    log.info({ ...job.data, ...tracked }, 'track');
    if (tracked.outcome === 'more') await queue.requestTracking([job.data]);
  });
}

async function takeDigestJobs(line: Line, options: Options): Promise<void> {
  const { log, queue } = line;
  await queue.boss.work(queues.digestAll, options, async () => {
    await queue.requestDigests(await findDueDigests(line));
  });
  await queue.boss.work<DigestJob>(queues.digest, options, async ([job]) => {
    if (!job) return;
    const sent = await sendDigest(line, job.data);
    log.info({ ...job.data, outcome: sent.outcome }, 'digest');
    if (sent.outcome === 'failed') throw new Error(sent.problem);
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
