import type { Database } from '#app/db/database.server.ts';
import type { OptionKind } from '#app/domain/claim.ts';
import type { ShopDomain } from '#app/domain/ids.ts';
import type { SuggestionState } from '#app/domain/suggestion.ts';

/** What the suggestions take turns in. */
export type Turn = readonly [state: SuggestionState, recommended: OptionKind];

/** Writes suggestions by SQL alone, as many as it takes: they differ in amount, dates, odds, carriers and countries. */
export async function insertSuggestions(
  { prisma }: Database,
  shop: ShopDomain,
  { count, turns }: { readonly count: number; readonly turns: readonly Turn[] },
): Promise<void> {
  const states = turns.map(([state]) => state);
  const options = turns.map(([, option]) => option);
  await prisma.$executeRaw`
    insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency, probability,
      responsible, destination_country, carriers, act_by, claim, recommendation, opened_at, updated_at, snoozed_until)
    select gen_random_uuid(), ${shop}, 'gid://shopify/Order/' || n, '#' || n, state, 'logistics', 'late-arrival',
      (n * 7919) % 100000 / 100.0, (array['USD', 'EUR', 'GBP'])[1 + n % 3], probability,
      'carrier', (array['US', 'DE'])[1 + n % 2], case when n % 4 > 0 then array['USPS'] else array['DHL', 'UPS'] end, act_by,
      jsonb_build_object('probability', jsonb_build_object('value', probability), 'deadlines',
        case when act_by is null then '[]' else jsonb_build_array(jsonb_build_object(
          'kind', 'legal-refund', 'at', to_char(act_by at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end),
      jsonb_build_object('options', jsonb_build_array(jsonb_build_object('kind', option))),
      now() - (n * 13) % 5000 * interval '1 minute', now(),
      case when state = 'snoozed' then now() + interval '1 day' end
    from generate_series(1, ${count}::int) as n
    cross join lateral (select
      (${states}::text[])[1 + n % ${turns.length}::int] as state,
      (${options}::text[])[1 + n % ${turns.length}::int] as option,
      (n * 31) % 101 / 100.0 as probability,
      case when n % 10 > 0 then now() + ((n * 17) % 400 - 100) * interval '1 hour' end as act_by) as turn`;
  await prisma.$executeRaw`analyze suggestion`;
}
