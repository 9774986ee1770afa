import { PgBoss } from 'pg-boss';
import type { FlowTrigger } from '../domain/flow.ts';
import type { BulkId, Gid, RefundAttemptId, ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';

/** Where a job is written: the transaction that also writes what the job is about. */
export interface SqlRunner {
  executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

export interface LookJob {
  readonly shop: ShopDomain;
  readonly orderId: Gid<'Order'>;
}
/** A delivery that does not name its order: about the shop, about a part, or unreadable. */
export interface DeliveryJob {
  readonly deliveryId: string;
}
export interface RefundJob {
  readonly attemptId: RefundAttemptId;
}

export interface BulkJob {
  readonly shop: ShopDomain;
  readonly bulkId: BulkId;
}

export interface AutomaticJob {
  readonly shop: ShopDomain;
  readonly suggestionId: SuggestionId;
}

/** Flow is told what became of a suggestion. */
export interface FlowJob {
  readonly shop: ShopDomain;
  readonly suggestionId: SuggestionId;
  readonly trigger: FlowTrigger;
}

/** What a shop no longer keeps is deleted. */
export interface ForgetJob {
  readonly shop: ShopDomain;
}

/** A shop's tracking service is told of new parcels and asked about silent ones. */
export interface TrackJob {
  readonly shop: ShopDomain;
}

/** A shop's daily digest is sent. */
export interface DigestJob {
  readonly shop: ShopDomain;
}

/** The shop's past orders are read, one step on. */
export interface HistoryJob {
  readonly shop: ShopDomain;
}

/** The history is judged, some orders on. */
export interface BackTestJob {
  readonly shop: ShopDomain;
}

export const queues = {
  look: 'look',
  delivery: 'delivery',
  refund: 'refund',
  bulk: 'bulk',
  automatic: 'automatic',
  flow: 'flow',
  forgetAll: 'forget-all',
  forget: 'forget',
  trackAll: 'track-all',
  track: 'track',
  digestAll: 'digest-all',
  digest: 'digest',
  history: 'history',
  backTest: 'back-test',
  deadLook: 'dead-look',
  deadDelivery: 'dead-delivery',
} as const;

export interface Queue {
  readonly boss: PgBoss;
  /** One queued look per order: a burst coalesces, a running look lets one more queue up. */
  requestLooks(jobs: readonly LookJob[], sql?: SqlRunner): Promise<void>;
  requestDeliveries(jobs: readonly DeliveryJob[], sql?: SqlRunner): Promise<void>;
  requestRefund(job: RefundJob, after: Instant, sql?: SqlRunner): Promise<void>;
  requestBulk(job: BulkJob, sql?: SqlRunner): Promise<void>;
  requestAutomatic(job: AutomaticJob, sql: SqlRunner): Promise<void>;
  requestFlow(job: FlowJob, sql: SqlRunner): Promise<void>;
  requestForgetting(jobs: readonly ForgetJob[]): Promise<void>;
  requestTracking(jobs: readonly TrackJob[], sql?: SqlRunner): Promise<void>;
  requestDigests(jobs: readonly DigestJob[]): Promise<void>;
  /** One that waits already is not made to wait less. */
  requestHistory(job: HistoryJob, sql?: SqlRunner, afterSeconds?: number): Promise<void>;
  requestBackTest(job: BackTestJob, sql?: SqlRunner): Promise<void>;
}

/** Every night (UTC). */
const nightly = '20 3 * * *';
const everyTenMinutes = '*/10 * * * *';
/** Often enough for every timezone's morning. */
const everyQuarterHour = '5,20,35,50 * * * *';

/** Seconds. A killed worker's job is handed out again after the heartbeat runs out. */
const lostAfter = { expireInSeconds: 120, heartbeatSeconds: 10 };

/**
 * Seconds that a look waits for more news about its order: what happens to an order arrives as several
 * deliveries, and a look costs the shop's API budget.
 */
const looksWait = 1;

/** Seconds that parcels which are made together may be told together. */
const trackingWaits = 5;

/** Tries over some four hours, as long as Shopify itself would, then the dead letter that the merchant sees. */
const patience = { retryLimit: 32, retryDelay: 2, retryBackoff: true, retryDelayMax: 600 };

export async function openQueue(url: string, onError: (error: unknown) => void): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'amends-queue',
    max: 8,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on('error', onError);
  await boss.start();
  const once = { policy: 'stately', notify: true, ...lostAfter } as const;
  await boss.createQueue(queues.deadLook, { ...once, ...patience });
  await boss.createQueue(queues.deadDelivery, { ...once, ...patience });
  await boss.createQueue(queues.look, { ...once, ...patience, deadLetter: queues.deadLook });
  await boss.createQueue(queues.delivery, {
    ...once,
    ...patience,
    deadLetter: queues.deadDelivery,
  });
  // Tried for longer than an idempotency key lives: the attempt itself knows when to send no more.
  await boss.createQueue(queues.refund, {
    ...once,
    retryLimit: 80,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 1200,
  });
  await boss.createQueue(queues.bulk, { ...once, ...patience });
  await boss.createQueue(queues.automatic, { ...once, ...patience });
  await boss.createQueue(queues.flow, { ...once, ...patience });
  await boss.createQueue(queues.history, { ...once, ...patience });
  await boss.createQueue(queues.backTest, { ...once, ...patience });
  await boss.createQueue(queues.forget, { ...once, ...patience });
  await boss.createQueue(queues.forgetAll, { ...once, ...patience });
  await boss.schedule(queues.forgetAll, nightly, null, { tz: 'UTC' });
  await boss.createQueue(queues.track, { ...once, retryLimit: 3, retryDelay: 60 });
  await boss.createQueue(queues.trackAll, { ...once, ...patience });
  await boss.createQueue(queues.digest, { ...once, retryLimit: 5, retryDelay: 120 });
  await boss.createQueue(queues.digestAll, { ...once, ...patience });
  await boss.schedule(queues.trackAll, everyTenMinutes, null, { tz: 'UTC' });
  await boss.schedule(queues.digestAll, everyQuarterHour, null, { tz: 'UTC' });
  return {
    boss,
    requestLooks: async (jobs, sql) => {
      // In one order for everybody: two batches with the same keys must not wait for each other.
      const rows = [...jobs].sort(byKey).map((job) => ({
        data: job,
        singletonKey: `${job.shop} ${job.orderId}`,
        startAfter: looksWait,
      }));
      await boss.insert(queues.look, rows, sql ? { db: sql } : {});
    },
    requestDeliveries: async (jobs, sql) => {
      const rows = jobs.map((job) => ({ data: job, singletonKey: job.deliveryId }));
      await boss.insert(queues.delivery, rows, sql ? { db: sql } : {});
    },
    requestRefund: async (job, after, sql) => {
      await boss.send(
        queues.refund,
        { ...job },
        { singletonKey: job.attemptId, startAfter: new Date(after), ...(sql ? { db: sql } : {}) },
      );
    },
    requestAutomatic: async (job, sql) => {
      await boss.send(queues.automatic, { ...job }, { singletonKey: job.suggestionId, db: sql });
    },
    requestFlow: async (job, sql) => {
      const singletonKey = `${job.trigger} ${job.suggestionId}`;
      await boss.send(queues.flow, { ...job }, { singletonKey, db: sql });
    },
    requestForgetting: async (jobs) => {
      const rows = jobs.map((job) => ({ data: job, singletonKey: job.shop }));
      await boss.insert(queues.forget, rows);
    },
    requestTracking: async (jobs, sql) => {
      const rows = jobs.map((job) => ({
        ...{ data: job, singletonKey: job.shop, startAfter: trackingWaits },
      }));
      await boss.insert(queues.track, rows, sql ? { db: sql } : {});
    },
    requestDigests: async (jobs) => {
      const rows = jobs.map((job) => ({ data: job, singletonKey: job.shop }));
      await boss.insert(queues.digest, rows);
    },
    requestHistory: async (job, sql, afterSeconds = 0) => {
      await boss.send(
        queues.history,
        { ...job },
        { singletonKey: job.shop, startAfter: afterSeconds, ...(sql ? { db: sql } : {}) },
      );
    },
    requestBackTest: async (job, sql) => {
      await boss.send(
        queues.backTest,
        { ...job },
        { singletonKey: job.shop, ...(sql ? { db: sql } : {}) },
      );
    },
    requestBulk: async (job, sql) => {
      await boss.send(
        queues.bulk,
        { ...job },
        { singletonKey: job.bulkId, ...(sql ? { db: sql } : {}) },
      );
    },
  };
}

function byKey(a: LookJob, b: LookJob): number {
  const [left, right] = [`${a.shop} ${a.orderId}`, `${b.shop} ${b.orderId}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
