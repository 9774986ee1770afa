import type pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

/** A delivery that is neither drained nor given up. */
export interface Undrained {
  readonly shop: string;
  readonly topic: string;
  readonly orderId: string | null;
  readonly error: string | null;
}

const patienceMs = 60_000;

/** Waits until every delivery is drained or dead and no job is left; what remains when nothing moves any more. */
export async function waitUntilDrained(
  database: pg.Client,
  signal: AbortSignal,
): Promise<readonly Undrained[]> {
  let last = '';
  let movedAt = performance.now();
  for (;;) {
    const { rows } = await database.query<{ undrained: number; jobs: number; looks: number }>(
      `select
         (select count(*)::int from inbox_delivery where drained_at is null and dead_at is null) as undrained,
         (select count(*)::int from pgboss.job where state in ('created', 'retry', 'active')
           and name in ('look', 'delivery', 'dead-look', 'dead-delivery')) as jobs,
         (select coalesce(sum(looks), 0)::int from order_record) as looks`,
    );
    const [state] = rows;
    if (state?.undrained === 0 && state.jobs === 0) return [];
    const now = JSON.stringify(state);
    if (now !== last) movedAt = performance.now();
    else if (performance.now() - movedAt > patienceMs) return readUndrained(database);
    last = now;
    await sleep(100, null, { signal });
  }
}

async function readUndrained(database: pg.Client): Promise<readonly Undrained[]> {
  const { rows } = await database.query<Undrained>(
    `select shop, topic, order_id as "orderId", error from inbox_delivery
     where drained_at is null and dead_at is null order by id`,
  );
  return rows;
}
