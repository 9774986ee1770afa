import type pg from 'pg';
import type { AdminCallRecord, DeliveryReport } from '../../tests/simulator/api/shopify-api.ts';

/** What `replay` prints. */
export interface ReplayReport {
  readonly files: number;
  readonly loaded: number;
  readonly rejected: readonly { readonly file: string; readonly reason: string }[];
  readonly deliveries: {
    readonly sent: number;
    readonly acknowledged: number;
    /** Acknowledged and known already: stored once only. */
    readonly duplicates: number;
  };
  readonly orders: {
    /** Loaded orders that the app read from Shopify. */
    readonly looked: number;
    /** Loaded orders of which it keeps an assessment. */
    readonly assessed: number;
  };
  readonly suggestions: {
    readonly total: number;
    readonly byGround: Readonly<Record<string, number>>;
  };
  readonly deadLetters: readonly { readonly topic: string; readonly error: string | null }[];
  readonly ackMs: { readonly p50: number | null; readonly p99: number | null };
}

/** An order as it was loaded. */
export interface LoadedFile {
  readonly file: string;
  readonly shop: string;
  readonly orderId: string;
}

export interface Replayed {
  readonly files: number;
  readonly loaded: readonly LoadedFile[];
  readonly rejected: ReplayReport['rejected'];
  readonly deliveries: readonly DeliveryReport[];
  readonly calls: readonly AdminCallRecord[];
}

/** Counts what became of it all in the app's database; `notAssessed` names the files whose order was not judged. */
export async function readReport(
  database: pg.Client,
  { files, loaded, rejected, deliveries, calls }: Replayed,
): Promise<{ readonly report: ReplayReport; readonly notAssessed: readonly string[] }> {
  const acknowledged = deliveries.filter(isAcknowledged);
  const stored = await database.query('select from inbox_delivery');
  const grounds = await database.query<{ ground: string; n: number }>(
    'select ground, count(*)::int as n from suggestion group by ground order by ground',
  );
  const dead = await database.query<{ topic: string; error: string | null }>(
    'select topic, error from inbox_delivery where dead_at is not null order by id',
  );
  const records = await database.query<{ key: string }>(
    `select shop || ' ' || order_id as key from order_record where assessment ? 'claims'`,
  );
  const assessed = new Set(records.rows.map(({ key }) => key));
  const looked = new Set(calls.flatMap(orderReadBy));
  const times = acknowledged.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    report: {
      files,
      loaded: loaded.length,
      rejected,
      deliveries: {
        sent: deliveries.length,
        acknowledged: acknowledged.length,
        duplicates: acknowledged.length - (stored.rowCount ?? 0),
      },
      orders: {
        looked: loaded.filter((order) => looked.has(keyOf(order))).length,
        assessed: loaded.filter((order) => assessed.has(keyOf(order))).length,
      },
      suggestions: {
        total: grounds.rows.reduce((sum, { n }) => sum + n, 0),
        byGround: Object.fromEntries(grounds.rows.map(({ ground, n }) => [ground, n])),
      },
      deadLetters: dead.rows,
      ackMs: { p50: percentile(times, 50), p99: percentile(times, 99) },
    },
    notAssessed: loaded.filter((order) => !assessed.has(keyOf(order))).map(({ file }) => file),
  };
}

export function isAcknowledged({ status }: DeliveryReport): boolean {
  return status !== null && status >= 200 && status < 300;
}

function keyOf({ shop, orderId }: LoadedFile): string {
  return `${shop} ${orderId}`;
}

function orderReadBy({ shop, operation, variables, status }: AdminCallRecord): readonly string[] {
  if (operation !== 'ReadOrderFacts' || status !== 200) return [];
  const { orderId } = variables as { readonly orderId?: string };
  return orderId === undefined ? [] : [`${shop} ${orderId}`];
}

/** Nearest rank, to a tenth of a millisecond; null of nothing. */
function percentile(sorted: readonly number[], percent: number): number | null {
  const value = sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)];
  return value === undefined ? null : Math.round(value * 10) / 10;
}
