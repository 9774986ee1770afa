import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import type { GroundOutcome, Outcomes } from '../../domain/overview/figures.ts';
import type { Span } from '../../domain/overview/zoned-days.ts';
import { decidedStates } from '../../domain/suggestion-states.ts';
import type { Tx } from '../database.server.ts';

export async function readOutcomes(tx: Tx, shop: ShopDomain, span: Span): Promise<Outcomes> {
  const [[refunds], [disputes]] = await Promise.all([
    tx.$queryRaw<Omit<Outcomes, 'disputed'>[]>(refundsSql(shop, span)),
    tx.$queryRaw<{ disputed: number }[]>(disputedSql(shop, span)),
  ]);
  if (!refunds || !disputes) throw new Error('a count without a row');
  return { ...refunds, ...disputes };
}

export function refundsSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  const seconds = Prisma.sql`extract(epoch from settled_at - opened_at)::float8`;
  return Prisma.sql`
    select count(*)::int as refunded,
      percentile_cont(0.5) within group (order by ${seconds}) as "medianSeconds",
      percentile_cont(0.9) within group (order by ${seconds}) as "ninetiethSeconds",
      count(legal_by)::int as "legalClocks",
      count(*) filter (where settled_at <= legal_by)::int as "beforeLegal",
      count(bank_by)::int as "bankClocks",
      count(*) filter (where settled_at <= bank_by)::int as "beforeBank",
      count(regretted_at)::int as regretted
    from refund_attempt attempt join suggestion
      on suggestion.id = attempt.suggestion_id and suggestion.shop = attempt.shop
    where attempt.shop = ${shop} and attempt.state = 'refunded'
      and settled_at >= ${from}::timestamptz and settled_at < ${to}::timestamptz
      and attempt.amount > 0 and money_status is distinct from 'failure'`;
}

export function disputedSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  return Prisma.sql`
    select count(*)::int as disputed from suggestion
    where shop = ${shop} and updated_at >= ${from}::timestamptz and updated_at < ${to}::timestamptz
      and state = 'withdrawn' and withdrawn_because = 'disputed'`;
}

/** The ground with most decisions of people first. An approval that was undone is none. */
export async function readGroundOutcomes(
  tx: Tx,
  shop: ShopDomain,
  span: Span,
): Promise<readonly GroundOutcome[]> {
  return tx.$queryRaw<GroundOutcome[]>(groundOutcomesSql(shop, span));
}

export function groundOutcomesSql(shop: ShopDomain, { from, to }: Span): Prisma.Sql {
  return Prisma.sql`
    select ground, count(*)::int as decided,
      count(*) filter (where state <> 'dismissed')::int as approved,
      count(*) filter (where dismiss_reason in ('wrong-reason', 'not-owed'))::int as wrong
    from suggestion
    where shop = ${shop} and updated_at >= ${from}::timestamptz and updated_at < ${to}::timestamptz
      and state in (${Prisma.join([...decidedStates])}) and decided_by is distinct from 'system'
    group by ground order by count(*) desc, ground`;
}
