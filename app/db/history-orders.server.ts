import type { ToldDispatch, ToldOrder } from '../domain/backtest/told-order.ts';
import type { HistoryId } from '../domain/history.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** Writes past orders; one that is there already is replaced. */
export async function writeHistoryOrders(
  tx: Tx,
  shop: ShopDomain,
  {
    importId,
    readAt,
    orders,
  }: {
    readonly importId: HistoryId;
    readonly readAt: Instant;
    readonly orders: readonly ToldOrder[];
  },
): Promise<void> {
  const rows = orders.map((told) => ({
    order_id: told.order.orderId,
    placed_at: told.order.createdAt,
    told,
  }));
  await tx.$executeRaw`
    insert into history_order (shop, order_id, import_id, placed_at, read_at, told)
    select ${shop}, order_id, ${importId}::uuid, placed_at, ${readAt}::timestamptz, told
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(order_id text, placed_at timestamptz, told jsonb)
    on conflict (shop, order_id) do update
      set import_id = excluded.import_id, read_at = excluded.read_at, told = excluded.told`;
}

/** Writes what was to be sent of past orders; of orders that are not in the history, nothing. */
export async function writeHistoryDispatches(
  tx: Tx,
  shop: ShopDomain,
  dispatches: readonly { readonly orderId: Gid<'Order'>; readonly told: ToldDispatch }[],
): Promise<void> {
  const rows = dispatches.map(({ orderId, told }) => ({
    dispatch_id: told.dispatch.fulfillmentOrderId,
    order_id: orderId,
    told,
  }));
  await tx.$executeRaw`
    insert into history_dispatch (shop, dispatch_id, order_id, told)
    select ${shop}, dispatch_id, order_id, row.told
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(dispatch_id text, order_id text, told jsonb)
    where exists (select from history_order where shop = ${shop} and history_order.order_id = row.order_id)
    on conflict (shop, dispatch_id) do update set told = excluded.told`;
}

export interface StoredOrder extends ToldOrder {
  readonly dispatches: readonly ToldDispatch[];
}

interface Row {
  readonly told: ToldOrder;
  readonly dispatches: readonly ToldDispatch[] | null;
}

/** Some orders of the history after one, by their ids. */
export async function readHistoryOrders(
  tx: Tx,
  shop: ShopDomain,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly StoredOrder[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select told, (
      select jsonb_agg(dispatch.told order by dispatch.dispatch_id) from history_dispatch dispatch
      where dispatch.shop = page.shop and dispatch.order_id = page.order_id) as dispatches
    from (
      select shop, order_id, told from history_order
      where shop = ${shop} and order_id > ${after} order by order_id limit ${limit}
    ) page order by order_id`;
  return rows.map(({ told, dispatches }) => ({ ...told, dispatches: dispatches ?? [] }));
}

export function countHistoryOrders(tx: Tx, shop: ShopDomain): Promise<number> {
  return tx.historyOrder.count({ where: { shop } });
}

/** What was read before then, with all that back-tests say of it; the answer is how many orders went. */
export async function deleteOldHistory(
  tx: Tx,
  shop: ShopDomain,
  { before, limit }: { readonly before: Instant; readonly limit: number },
): Promise<number> {
  const gone = await tx.$queryRaw<{ order_id: string }[]>`
    delete from history_order where shop = ${shop} and order_id in (
      select order_id from history_order
      where shop = ${shop} and read_at < ${before}::timestamptz order by read_at limit ${limit})
    returning order_id`;
  const theirs = { shop, orderId: { in: gone.map(({ order_id: id }) => id) } };
  await tx.historyDispatch.deleteMany({ where: theirs });
  await tx.backTestOrder.deleteMany({ where: theirs });
  return gone.length;
}
