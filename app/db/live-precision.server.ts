import { wouldHaveErred } from '../domain/automation.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { liveWeeks, type DecidedWeek } from '../domain/live-precision.ts';
import { parseMoney } from '../domain/money.ts';
import type { GroundId } from '../domain/scenarios/ground-ids.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

interface Row {
  readonly week: string;
  readonly ground: string;
  readonly currency: string;
  readonly right: number;
  readonly wrong: number;
  readonly amount: number;
}

/** What people and facts made of suggestions in the last weeks, by week, ground and currency. */
export async function readDecidedWeeks(
  tx: Tx,
  shop: ShopDomain,
  { now, timezone }: { readonly now: Instant; readonly timezone: string },
): Promise<readonly DecidedWeek[]> {
  const { dismissed, withdrawn } = wouldHaveErred;
  const rows = await tx.$queryRaw<Row[]>`
    select week, ground, currency, count(*) filter (where is_right)::int as right,
      count(*) filter (where not is_right)::int as wrong, sum(amount)::float8 as amount
    from (
      select to_char(date_trunc('week', updated_at at time zone ${timezone}), 'YYYY-MM-DD') as week,
        ground, currency, amount,
        case
          when regretted_at is not null then false
          when state in ('refunding', 'unknown', 'refunded', 'rejected') then true
          when state = 'dismissed' and dismiss_reason = any(${[...dismissed]}) then false
          when state = 'withdrawn' and withdrawn_because = any(${[...withdrawn]}) then false
        end as is_right
      from suggestion where shop = ${shop} and updated_at > ${addDays(now, -7 * liveWeeks)}::timestamptz
    ) decided
    where is_right is not null group by week, ground, currency order by week, ground, currency`;
  return rows.map(({ ground, currency, ...row }) => ({
    ...row,
    ground: ground as GroundId,
    currency: parseMoney('0', currency).currencyCode,
  }));
}
