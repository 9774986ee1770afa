import type { CustomerHistory } from '../domain/case-facts.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

interface Row {
  readonly orders: number;
  readonly refunded: number;
  readonly not_received: number;
  readonly kept: number;
}

/** The buyer's other orders in this shop; null for a guest. */
export async function readCustomerHistory(
  tx: Tx,
  about: {
    readonly shop: ShopDomain;
    readonly orderId: Gid<'Order'>;
    readonly customerId: Gid<'Customer'> | null;
    readonly now: Instant;
  },
): Promise<CustomerHistory | null> {
  const { shop, orderId, customerId, now } = about;
  if (customerId === null) return null;
  const [row] = await tx.$queryRaw<Row[]>`
    with others as (
      select order_id, refunded from order_record
      where shop = ${shop} and customer_id = ${customerId} and order_id <> ${orderId})
    select count(*)::int as orders,
      count(*) filter (where refunded)::int as refunded,
      count(*) filter (where exists (
        select from signal where signal.shop = ${shop} and signal.order_id = others.order_id
          and kind = 'report' and payload ->> 'problem' = 'not-received'))::int as not_received,
      (select count(*)::int from suggestion
        where shop = ${shop} and order_id in (select order_id from others) and state = 'refunded'
          and claim #>> '{remedies,0}' = 'refund-keep-item'
          and updated_at > ${addDays(now, -365)}::timestamptz) as kept
    from others`;
  return {
    orders: row?.orders ?? 0,
    refundedOrders: row?.refunded ?? 0,
    notReceivedOrders: row?.not_received ?? 0,
    keptItems: row?.kept ?? 0,
  };
}
