import {
  markDeliveryDead,
  markOrderDead,
  noteDeliveryError,
  noteOrderError,
} from './db/inbox.server.ts';
import {
  openQueue,
  queues,
  type BulkJob,
  type DeliveryJob,
  type LookJob,
  type Queue,
  type RefundJob,
} from './db/queue.server.ts';
import { connectDatabase, type OpenedDatabase } from './db.server.ts';
import { instantAt } from './domain/time.ts';
import { env } from './env.server.ts';
import { setOpenedLine } from './line.server.ts';
import { log } from './log.server.ts';
import { runBulk } from './pipeline/run-bulk.server.ts';
import { drainDelivery } from './pipeline/drain-delivery.server.ts';
import type { Line } from './pipeline/line.server.ts';
import { look } from './pipeline/look.server.ts';
import { sendRefund } from './pipeline/send-refund.server.ts';
import { sweep } from './pipeline/sweep.server.ts';
import { secondReaderAt, type SecondReader } from './second-reader/ask.server.ts';
import { openAdmin } from './shopify.server.ts';

/** Jobs at once in this process. */
const concurrency = { look: 8, delivery: 2, refund: 4, bulk: 2 };
const sweepEveryMs = 5000;

interface Running {
  readonly database: OpenedDatabase;
  readonly queue: Queue;
  readonly sweeping: NodeJS.Timeout;
}

let running: Running | null = null;

/** Opens the database and the queue and starts working; once in a process. */
export async function startLine(): Promise<void> {
  if (running) return;
  const database = await connectDatabase();
  const queue = await openQueue(database.url, (error) => {
    log.error({ err: error }, 'the queue reported an error');
  });
  const line: Line = {
    db: database.db,
    queue,
    admin: openAdmin,
    secondReader: openSecondReader(),
    now: () => instantAt(Date.now()),
    log,
  };
  setOpenedLine(line);
  await work(line);
  running = { database, queue, sweeping: setInterval(() => void sweepOnce(line), sweepEveryMs) };
}

function openSecondReader(): SecondReader | null {
  const { SECOND_READER_URL: url, SECOND_READER_MODEL: model, SECOND_READER_KEY: key } = env;
  return url && model ? secondReaderAt({ url, model, key: key ?? null }) : null;
}

/** Lets jobs in hand finish (for up to eight seconds), then lets go of queue and database. */
export async function stopLine(): Promise<void> {
  if (!running) return;
  const { database, queue, sweeping } = running;
  running = null;
  clearInterval(sweeping);
  await queue.boss.stop({ graceful: true, timeout: 8000 });
  setOpenedLine(null);
  await database.close();
}

async function work(line: Line): Promise<void> {
  const { boss } = line.queue;
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
    log.debug({ ...job, outcome: looked.outcome }, 'look');
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

async function sweepOnce(line: Line): Promise<void> {
  try {
    const { due, forgotten } = await sweep(line);
    if (due + forgotten > 0) log.info({ due, forgotten }, 'sweep');
  } catch (error) {
    // The next sweep finds the same orders due.
    log.error({ err: error }, 'the sweep failed');
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
