import type { RefusalReason } from '../domain/carriers/refusals.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** Takes note of an event; false when it was taken in before. */
export async function writeCarrierEvent(
  tx: Tx,
  event: {
    readonly shop: ShopDomain;
    readonly service: string;
    readonly eventId: string;
    readonly receivedAt: Instant;
  },
): Promise<boolean> {
  const created = await tx.carrierEvent.createMany({ data: [event], skipDuplicates: true });
  return created.count > 0;
}

/** Takes calls from the day's budget (UTC); false when fewer are left. Safe against others who call at once. */
export async function takeCalls(
  tx: Tx,
  { shop, service }: { readonly shop: ShopDomain; readonly service: string },
  { now, perDay }: { readonly now: Instant; readonly perDay: number },
): Promise<boolean> {
  if (perDay < 1) return false;
  const taken = await tx.$executeRaw`
    insert into carrier_call_day as today (shop, service, day, calls)
    values (${shop}, ${service}, ${dayOf(now)}::date, 1)
    on conflict (shop, service, day) do update set calls = today.calls + 1 where today.calls < ${perDay}`;
  return taken > 0;
}

/** How many calls were made to each service on the day of `now`. */
export async function readCallsToday(
  tx: Tx,
  shop: ShopDomain,
  now: Instant,
): Promise<ReadonlyMap<string, number>> {
  const day = new Date(`${dayOf(now)}T00:00:00Z`);
  const rows = await tx.carrierCallDay.findMany({ where: { shop, day } });
  return new Map(rows.map(({ service, calls }) => [service, calls]));
}

export interface CountedRefusals {
  readonly shop: ShopDomain;
  readonly service: string;
  readonly why: RefusalReason;
  readonly times: number;
}

export async function addRefusals(
  tx: Tx,
  counted: readonly CountedRefusals[],
  now: Instant,
): Promise<void> {
  for (const { shop, service, why, times } of counted) {
    await tx.$executeRaw`
      insert into carrier_refusal as known (shop, service, why, day, times)
      values (${shop}, ${service}, ${why}, ${dayOf(now)}::date, ${times})
      on conflict (shop, service, why, day) do update set times = known.times + ${times}`;
  }
}

/** What was refused in the last seven days, most first. */
export async function readRefusals(
  tx: Tx,
  shop: ShopDomain,
  now: Instant,
): Promise<readonly Omit<CountedRefusals, 'shop'>[]> {
  return tx.$queryRaw<Omit<CountedRefusals, 'shop'>[]>`
    select service, why, sum(times)::int as times from carrier_refusal
    where shop = ${shop} and day > ${dayOf(addDays(now, -7))}::date
    group by service, why order by 3 desc, 1, 2`;
}

/** A service sends an event again for six days at most; counts are shown for a week. */
export async function forgetOldTraffic(tx: Tx, now: Instant): Promise<void> {
  await tx.carrierEvent.deleteMany({
    where: { receivedAt: { lt: addDays(now, -eventsKeptDays) } },
  });
  const before = new Date(`${dayOf(addDays(now, -60))}T00:00:00Z`);
  await tx.carrierCallDay.deleteMany({ where: { day: { lt: before } } });
  await tx.carrierRefusal.deleteMany({ where: { day: { lt: before } } });
}

/** Longer than what is sent may be old: a replay is always either known or too old. */
const eventsKeptDays = 8;

function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}
