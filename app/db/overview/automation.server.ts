import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { parseMoney } from '../../domain/money.ts';
import { modesOf } from '../../domain/overview/automation-figures.ts';
import type { AutomationFigures, WatchedGround } from '../../domain/overview/figures.ts';
import type { Span } from '../../domain/overview/zoned-days.ts';
import { comparisonSql } from '../automatic-verdicts.server.ts';
import type { Tx } from '../database.server.ts';
import { findShop } from '../shops.server.ts';

/** What the machine paid in the time, what came between, and what it would have paid. */
export async function readAutomation(
  tx: Tx,
  shop: ShopDomain,
  span: Span,
): Promise<AutomationFigures> {
  const [merchant, attempts, [capped], watched] = await Promise.all([
    findShop(tx, shop),
    tx.$queryRaw<AttemptsRow[]>(attemptsSql(shop, span)),
    tx.$queryRaw<{ capped: number }[]>(cappedSql(shop, span)),
    tx.$queryRaw<WatchedGround[]>(watchedSql(shop, span)),
  ]);
  if (!capped) throw new Error('a count without a row');
  const totalOf = (kind: 'undone' | 'stopped') =>
    attempts.reduce((total, row) => total + row[kind], 0);
  return {
    modes: merchant ? modesOf(merchant.policy.automatic) : { on: 0, watching: 0 },
    paid: attempts
      .filter(({ count }) => count > 0)
      .map(({ count, currency, amount }) => ({ count, amount: parseMoney(amount, currency) })),
    undone: totalOf('undone'),
    stopped: totalOf('stopped'),
    ...capped,
    watched,
  };
}

interface AttemptsRow {
  readonly currency: string;
  readonly count: number;
  readonly amount: string;
  readonly undone: number;
  readonly stopped: number;
}

/** In the words of the index `refund_attempt_automatic_settled`. */
export function attemptsSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  const isPaid = Prisma.sql`state = 'refunded' and amount > 0 and money_status is distinct from 'failure'`;
  return Prisma.sql`
    select currency, (count(*) filter (where ${isPaid}))::int as count,
      coalesce(sum(amount) filter (where ${isPaid}), 0)::text as amount,
      (count(*) filter (where state = 'undone'))::int as undone,
      (count(*) filter (where state = 'stopped'))::int as stopped
    from refund_attempt
    where shop = ${shop} and automatic
      and settled_at >= ${from}::timestamptz and settled_at < ${to}::timestamptz
    group by currency order by 2 desc, currency`;
}

/** A suggestion that met a limit at each of several tries counts once. */
export function cappedSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  return Prisma.sql`
    select count(distinct suggestion_id)::int as capped from audit_event
    where shop = ${shop} and actor = 'system' and kind = 'automation-capped'
      and at >= ${from}::timestamptz and at < ${to}::timestamptz`;
}

/** Verdicts of the time that the machine did not act on; each is looked up by itself, as few are among all refunds. */
export function watchedSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  return comparisonSql(
    shop,
    Prisma.sql`v.at >= ${from}::timestamptz and v.at < ${to}::timestamptz
      and (
        select automatic from refund_attempt attempt
        where attempt.suggestion_id = v.suggestion_id and attempt.shop = v.shop and automatic limit 1) is null`,
  );
}
