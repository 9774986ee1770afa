import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { fillBins, type Bin } from '../../domain/overview/bins.ts';
import type { Course } from '../../domain/overview/figures.ts';
import type { Span } from '../../domain/overview/zoned-days.ts';
import type { Instant } from '../../domain/time.ts';
import type { Tx } from '../database.server.ts';

export async function readCourse(
  tx: Tx,
  shop: ShopDomain,
  { bins, span }: { readonly bins: readonly Bin[]; readonly span: Span },
): Promise<Course> {
  const starts = bins.map(({ startsAt }) => startsAt);
  const [opened, refunded] = await Promise.all([
    tx.$queryRaw<BinCount[]>(openedCourseSql(shop, starts, span)),
    tx.$queryRaw<BinCount[]>(refundedCourseSql(shop, starts, span)),
  ]);
  return { bins, opened: fillBins(bins, opened), refunded: fillBins(bins, refunded) };
}

interface BinCount {
  readonly bin: number;
  readonly count: number;
}

export function openedCourseSql(
  shop: ShopDomain,
  starts: readonly Instant[],
  { from, to }: Span,
): Prisma.Sql {
  return Prisma.sql`
    select width_bucket(opened_at, ${[...starts]}::timestamptz[]) - 1 as bin, count(*)::int as count
    from suggestion
    where shop = ${shop} and opened_at >= ${from}::timestamptz and opened_at < ${to}::timestamptz
    group by 1`;
}

export function refundedCourseSql(
  shop: ShopDomain,
  starts: readonly Instant[],
  { from, to }: Span,
): Prisma.Sql {
  return Prisma.sql`
    select width_bucket(settled_at, ${[...starts]}::timestamptz[]) - 1 as bin, count(*)::int as count
    from refund_attempt
    where shop = ${shop} and state = 'refunded'
      and settled_at >= ${from}::timestamptz and settled_at < ${to}::timestamptz
      and amount > 0 and money_status is distinct from 'failure'
    group by 1`;
}
