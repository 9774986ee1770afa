import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { ShopifyApi } from '../../tests/simulator/api/shopify-api.ts';
import type { Crew } from './crew.ts';

const patienceMs = 90_000;
const jobs = `name in ('look', 'delivery', 'refund', 'bulk')`;

const undrained = `(select count(*) from inbox_delivery where drained_at is null and dead_at is null)`;

/** Waits until so many orders were looked at and nothing waits, so that there is something to click on. */
export async function looked({
  pool,
  orders,
  patience,
  signal,
}: {
  readonly pool: pg.Pool;
  readonly orders: number;
  /** Milliseconds. */
  readonly patience: number;
  readonly signal: AbortSignal;
}): Promise<void> {
  const until = Date.now() + patience;
  for (let isCalm = false; !isCalm && Date.now() < until;) {
    await sleep(300, null, { signal });
    const { rows } = await pool.query<{ n: number; waiting: number }>(
      `select (select count(*) from order_record)::int as n, ${undrained}::int as waiting`,
    );
    isCalm = (rows[0]?.n ?? 0) >= orders && rows[0]?.waiting === 0;
  }
}

/** Nothing dies and nothing fails any more: waits until there is nothing left to do. Back-offs are cut short, not skipped. */
export async function quietDown({
  api,
  crew,
  pool,
  shops,
  signal,
}: {
  readonly api: ShopifyApi;
  readonly crew: Crew;
  readonly pool: pg.Pool;
  readonly shops: readonly string[];
  readonly signal: AbortSignal;
}): Promise<void> {
  crew.rage(false);
  await api.lateSettled();
  await api.deliveriesSettled();
  settlePending(api, shops);
  await api.deliveriesSettled();
  const until = Date.now() + patienceMs;
  for (let calmFor = 0; calmFor < 3;) {
    if (Date.now() > until) return;
    await pool.query(
      `update pgboss.job set start_after = now() where ${jobs} and state in ('created', 'retry') and start_after > now()`,
    );
    const { rows } = await pool.query<{ n: number }>(
      `select (
        (select count(*) from pgboss.job where ${jobs} and state in ('created', 'retry', 'active')) +
        (select count(*) from refund_attempt where state in ('intended', 'sent', 'unknown')
          and problem is distinct from 'not-found-at-shopify') +
        ${undrained}
      )::int as n`,
    );
    calmFor = rows[0]?.n === 0 ? calmFor + 1 : 0;
    await sleep(300, null, { signal });
  }
}

function settlePending(api: ShopifyApi, shops: readonly string[]): void {
  for (const shop of shops) {
    for (const { refunds } of api.orders(shop)) {
      for (const { id, transactions } of refunds) {
        if (transactions.some(({ status }) => status === 'PENDING')) {
          api.settleRefund(shop, id, 'SUCCESS');
        }
      }
    }
  }
}
