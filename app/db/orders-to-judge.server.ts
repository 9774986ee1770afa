import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { undecidedStates, unfinishedStates } from '../domain/suggestion-states.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

interface Row {
  readonly order_id: string;
  readonly facts: unknown;
}

/** What was last read of some orders, and whether there are more of their kind. */
export interface OrdersToJudge {
  readonly orders: readonly { readonly orderId: Gid<'Order'>; readonly facts: OrderFacts }[];
  readonly hasMore: boolean;
}

/** The orders of the suggestions that nobody decided yet, those of the newest suggestions first. */
export async function readUndecidedOrders(
  tx: Tx,
  shop: ShopDomain,
  limit: number,
): Promise<OrdersToJudge> {
  const rows = await tx.$queryRaw<Row[]>`
    select record.order_id, record.facts
    from suggestion join order_record record using (shop, order_id)
    where suggestion.shop = ${shop} and suggestion.state = any (${[...undecidedStates]}::text[])
    order by suggestion.opened_at desc, suggestion.id desc limit ${limit + 1}`;
  return ordersOf(rows, limit);
}

/** Orders without a suggestion that is still somebody's business, those that were read last first. */
export async function readUnsuggestedOrders(
  tx: Tx,
  shop: ShopDomain,
  limit: number,
): Promise<OrdersToJudge> {
  const rows = await tx.$queryRaw<Row[]>`
    select order_id, facts from order_record record
    where shop = ${shop} and not exists (
      select from suggestion where suggestion.shop = record.shop
        and suggestion.order_id = record.order_id
        and suggestion.state = any (${[...unfinishedStates]}::text[]))
    order by read_at desc, order_id limit ${limit + 1}`;
  return ordersOf(rows, limit);
}

function ordersOf(rows: readonly Row[], limit: number): OrdersToJudge {
  return {
    orders: rows.slice(0, limit).map((row) => ({
      orderId: row.order_id as Gid<'Order'>,
      facts: row.facts as OrderFacts,
    })),
    hasMore: rows.length > limit,
  };
}

/** These orders are looked at as soon as the sweep comes by. */
export async function lookSoon(
  tx: Tx,
  shop: ShopDomain,
  { orderIds, now }: { readonly orderIds: readonly Gid<'Order'>[]; readonly now: Instant },
): Promise<void> {
  await tx.orderRecord.updateMany({
    where: { shop, orderId: { in: [...orderIds] } },
    data: { lookAgainAt: now },
  });
}
