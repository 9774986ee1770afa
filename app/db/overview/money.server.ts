import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { parseMoney } from '../../domain/money.ts';
import type { PaidSum, Sum } from '../../domain/overview/figures.ts';
import type { Span } from '../../domain/overview/zoned-days.ts';
import { undecidedStates } from '../../domain/suggestion-states.ts';
import type { Tx } from '../database.server.ts';

/** What the suggestions that wait for a decision come to, the currency of most of them first. */
export async function readAtStake(tx: Tx, shop: ShopDomain): Promise<readonly Sum[]> {
  const rows = await tx.$queryRaw<SumRow[]>(atStakeSql(shop));
  return rows.map(({ count, currency, amount }) => ({
    count,
    amount: parseMoney(amount, currency),
  }));
}

export function atStakeSql(shop: ShopDomain): Prisma.Sql {
  return Prisma.sql`
    select currency, count(*)::int as count, sum(amount)::text as amount from suggestion
    where shop = ${shop} and state in (${Prisma.join([...undecidedStates])})
    group by currency order by count(*) desc, currency`;
}

/** What went back in the time; money that failed to is not in it. */
export async function readPaid(tx: Tx, shop: ShopDomain, span: Span): Promise<readonly PaidSum[]> {
  const rows = await tx.$queryRaw<(SumRow & { readonly pending: string })[]>(paidSql(shop, span));
  return rows.map(({ count, currency, amount, pending }) => ({
    count,
    amount: parseMoney(amount, currency),
    pending: parseMoney(pending, currency),
  }));
}

export function paidSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  return Prisma.sql`
    select currency, count(*)::int as count, sum(amount)::text as amount,
      coalesce(sum(amount) filter (where money_status is distinct from 'success'), 0)::text as pending
    from refund_attempt
    where shop = ${shop} and state = 'refunded'
      and settled_at >= ${from}::timestamptz and settled_at < ${to}::timestamptz
      and amount > 0 and money_status is distinct from 'failure'
    group by currency order by count(*) desc, currency`;
}

interface SumRow {
  readonly currency: string;
  readonly count: number;
  readonly amount: string;
}
