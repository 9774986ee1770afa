import { Prisma } from '#generated/prisma/client.ts';
import { boundsOf, dueWindows, type DueWindow } from '../domain/due.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** When a suggestion is to be acted on, those without a clock last; the index `suggestion_queue` has it. */
export const actByKey = Prisma.sql`coalesce(act_by, 'infinity'::timestamptz)`;

/** Suggestions whose act-by falls into the window. */
export function isDueIn(window: DueWindow, now: Instant): Prisma.Sql {
  const bounds = boundsOf(window, now);
  if (!bounds) return Prisma.sql`${actByKey} = 'infinity'`;
  const { after, until } = bounds;
  const conditions = [
    until ? Prisma.sql`${actByKey} <= ${until}::timestamptz` : Prisma.sql`${actByKey} < 'infinity'`,
  ];
  if (after) conditions.push(Prisma.sql`${actByKey} > ${after}::timestamptz`);
  return Prisma.join(conditions, ' and ');
}

/** What waits for the merchant's decision, by when to act. */
export async function readDue(
  tx: Tx,
  shop: ShopDomain,
  now: Instant,
): Promise<Readonly<Record<DueWindow, number>>> {
  const [counted] = await tx.$queryRaw<Record<DueWindow, number>[]>(dueSql(shop, now));
  if (!counted) throw new Error('a count without a row');
  return counted;
}

export function dueSql(shop: ShopDomain, now: Instant): Prisma.Sql {
  const counts = dueWindows.map(
    (window) =>
      // The names are our own.
      Prisma.sql`count(*) filter (where ${isDueIn(window, now)})::int as ${Prisma.raw(`"${window}"`)}`,
  );
  return Prisma.sql`
    select ${Prisma.join(counts)} from suggestion
    where shop = ${shop} and queue_tab = 'to-decide'`;
}
