import type { DefectCluster } from '../domain/case-facts.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import type { OrderKey } from './order-records.server.ts';

interface Row {
  readonly sku: string;
  readonly problem: DefectCluster['problem'];
  readonly buyers: number;
  readonly first_at: Date;
  readonly last_at: Date;
}

/** What other buyers reported of these products, one for each product and problem. */
export async function readDefectClusters(
  tx: Tx,
  { shop, orderId }: OrderKey,
  skus: readonly string[],
): Promise<readonly DefectCluster[]> {
  if (skus.length === 0) return [];
  const rows = await tx.$queryRaw<Row[]>`
    select sku, payload ->> 'problem' as problem,
      count(distinct coalesce(record.customer_id, signal.order_id))::int as buyers,
      min(at) as first_at, max(at) as last_at
    from signal
      cross join unnest(signal.skus) as sku
      left join order_record record on record.shop = signal.shop and record.order_id = signal.order_id
    where signal.shop = ${shop} and signal.kind = 'report' and signal.order_id <> ${orderId}
      and signal.skus && ${[...skus]}::text[] and sku = any (${[...skus]}::text[])
      and payload ->> 'problem' in ('damaged', 'not-as-described', 'safety')
    group by sku, payload ->> 'problem'`;
  return rows.map((row) => ({
    sku: row.sku,
    problem: row.problem,
    buyers: row.buyers,
    firstAt: instantOf(row.first_at),
    lastAt: instantOf(row.last_at),
  }));
}
