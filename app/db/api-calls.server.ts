import type { CallHealth, ShopCalls } from '../domain/health/api-calls.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';

/** The last budget of each shop stays, whichever process saw it. What was erased with its shop does not come back. */
export async function writeShopCalls(
  tx: Tx,
  calls: readonly ShopCalls[],
  now: Instant,
): Promise<void> {
  const seen = calls.flatMap(({ shop, last }) => (last ? [{ shop, ...last }] : []));
  await tx.$executeRaw`
    insert into api_budget (shop, available, maximum, restore_rate, seen_at)
    select seen.* from unnest(${seen.map(({ shop }) => shop)}::text[],
        ${seen.map(({ available }) => available)}::float8[], ${seen.map(({ maximum }) => maximum)}::float8[],
        ${seen.map(({ restoreRate }) => restoreRate)}::float8[], ${seen.map(({ seenAt }) => seenAt)}::timestamptz[])
      as seen(shop, available, maximum, restore_rate, seen_at)
    join shop on shop.domain = seen.shop
    order by seen.shop
    on conflict (shop) do update set available = excluded.available, maximum = excluded.maximum,
      restore_rate = excluded.restore_rate, seen_at = excluded.seen_at
    where api_budget.seen_at <= excluded.seen_at`;
  const throttled = calls.flatMap(({ shop, throttled: minutes }) =>
    minutes.map((minute) => ({ shop, ...minute })),
  );
  if (throttled.length === 0) return;
  const shops = throttled.map(({ shop }) => shop);
  await tx.$executeRaw`
    insert into api_throttling (shop, minute, times)
    select throttled.* from unnest(${shops}::text[], ${throttled.map(({ minute }) => minute)}::timestamptz[],
        ${throttled.map(({ times }) => times)}::int[]) as throttled(shop, minute, times)
    join shop on shop.domain = throttled.shop
    order by throttled.shop, throttled.minute
    on conflict (shop, minute) do update set times = api_throttling.times + excluded.times`;
  await tx.$executeRaw`
    delete from api_throttling
    where shop = any(${shops}::text[]) and minute < ${addDays(now, -2)}::timestamptz`;
}

export async function readCallHealth(tx: Tx, shop: ShopDomain, now: Instant): Promise<CallHealth> {
  const [last, throttled] = await Promise.all([
    tx.apiBudget.findUnique({ where: { shop } }),
    tx.apiThrottling.aggregate({
      where: { shop, minute: { gt: addDays(now, -1) } },
      _sum: { times: true },
    }),
  ]);
  return {
    last: last && {
      available: last.available,
      maximum: last.maximum,
      restoreRate: last.restoreRate,
      seenAt: instantOf(last.seenAt),
    },
    throttled: throttled._sum.times ?? 0,
  };
}
