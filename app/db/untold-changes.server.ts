import { untoldDays, type UntoldChanges } from '../domain/health/untold-change.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import type { OrderKey } from './order-records.server.ts';

const keptDays = 30;

/** Nothing is kept of the time in which the app was not installed: nobody is told then. */
export async function noteUntoldChange(
  tx: Tx,
  { shop, orderId }: OrderKey,
  { changedAt, foundAt }: { readonly changedAt: Instant; readonly foundAt: Instant },
): Promise<void> {
  await tx.$executeRaw`
    insert into untold_change (shop, order_id, changed_at, found_at)
    select domain, ${orderId}, ${changedAt}::timestamptz, ${foundAt}::timestamptz
    from shop where domain = ${shop} and installed_at <= ${changedAt}::timestamptz
    on conflict do nothing`;
  await tx.untoldChange.deleteMany({
    where: { shop, foundAt: { lt: addDays(foundAt, -keptDays) } },
  });
}

export async function readUntoldChanges(
  tx: Tx,
  shop: ShopDomain,
  now: Instant,
): Promise<UntoldChanges> {
  const where = { shop, foundAt: { gt: addDays(now, -untoldDays) } };
  const [count, newest] = await Promise.all([
    tx.untoldChange.count({ where }),
    tx.untoldChange.findFirst({ where, orderBy: [{ foundAt: 'desc' }, { changedAt: 'desc' }] }),
  ]);
  if (!newest) return { count, newest: null };
  const { orderId } = newest;
  const order = await tx.orderRecord.findUnique({
    where: { shop_orderId: { shop, orderId } },
    select: { name: true },
  });
  return {
    count,
    newest: {
      orderId: orderId as Gid<'Order'>,
      orderName: order?.name ?? null,
      changedAt: instantOf(newest.changedAt),
      foundAt: instantOf(newest.foundAt),
    },
  };
}
