import { Prisma } from '#generated/prisma/client.ts';
import { wouldHaveErred, type GroundRecord } from '../domain/automation.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import { approximate, type Money } from '../domain/money.ts';
import { automaticGrounds, type AutomaticGround } from '../domain/policy/automatic-grounds.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** The first sum at which the machine would pay stays: it is compared with what people decide later. */
export async function keepAutomaticVerdict(
  tx: Tx,
  verdict: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly ground: AutomaticGround;
    readonly amount: Money;
    readonly at: Instant;
  },
): Promise<void> {
  const { amount, ...rest } = verdict;
  await tx.automaticVerdict.createMany({
    data: { ...rest, amount: amount.amount, currency: amount.currencyCode },
    skipDuplicates: true,
  });
}

/** What the machine would have paid on the average, of those in the same currency, within the last year; as asked where nothing is. */
export async function meanVerdictAmount(
  tx: Tx,
  shop: ShopDomain,
  {
    ground,
    like,
    now,
  }: { readonly ground: AutomaticGround; readonly like: Money; readonly now: Instant },
): Promise<Money> {
  const { currencyCode } = like;
  const [row] = await tx.$queryRaw<{ mean: number | null }[]>`
    select avg(amount)::float8 as mean from automatic_verdict
    where shop = ${shop} and ground = ${ground} and currency = ${currencyCode}
      and at > ${addDays(now, -365)}::timestamptz`;
  return row?.mean === null || row === undefined ? like : approximate(row.mean, currencyCode);
}

interface RecordRow {
  readonly ground: string;
  readonly agreed: number;
  readonly otherwise: number;
  readonly disagreed: number;
}

/** What people made of verdicts, by ground: those of the shop that are as `which` says of `v`, in SQL. */
export function comparisonSql(shop: ShopDomain, which: Prisma.Sql): Prisma.Sql {
  const { dismissed, withdrawn } = wouldHaveErred;
  return Prisma.sql`
    select v.ground, count(*)::int as count,
      (count(*) filter (where s.is_paid and s.amount = v.amount))::int as agreed,
      (count(*) filter (where s.is_paid and s.amount <> v.amount))::int as otherwise,
      (count(*) filter (where s.dismiss_reason = any(${[...dismissed]}) or s.withdrawn_because = any(${[...withdrawn]})))::int
        as disagreed
    from automatic_verdict v
    join lateral (
      select amount, dismiss_reason, withdrawn_because,
        state in ('refunding', 'unknown', 'refunded', 'rejected') and decided_by like 'staff:%' as is_paid
      from suggestion where id = v.suggestion_id and shop = v.shop
    ) s on true
    where v.shop = ${shop} and ${which}
    group by v.ground order by count(*) desc, v.ground`;
}

/**
 * What people made, in the last year, of what the machine would have paid, of one ground or of all; grounds of which there is
 * nothing are left out.
 */
export async function readGroundRecords(
  tx: Tx,
  shop: ShopDomain,
  { now, ground: only = null }: { readonly now: Instant; readonly ground?: AutomaticGround | null },
): Promise<readonly GroundRecord[]> {
  const lastYear = Prisma.sql`v.at > ${addDays(now, -365)}::timestamptz
    and v.ground = coalesce(${only}::text, v.ground)`;
  const rows = await tx.$queryRaw<RecordRow[]>(comparisonSql(shop, lastYear));
  return rows.flatMap(({ ground: named, agreed, otherwise, disagreed }) => {
    const ground = automaticGrounds.find((known) => known === named);
    // Of a ground that another version knows.
    return ground ? [{ ground, agreed, otherwise, disagreed }] : [];
  });
}
