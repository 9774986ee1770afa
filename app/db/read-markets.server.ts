import type { ShopDomain } from '../domain/ids.ts';
import { marketsOf, type Market } from '../domain/published/markets.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** How far back an order makes its country a market. */
const marketDays = 365;

/** Where the shop sells: the countries of its orders of the last year, and its own. */
export async function readMarkets(
  tx: Tx,
  shop: ShopDomain,
  { ownCountry, now }: { readonly ownCountry: string | null; readonly now: Instant },
): Promise<readonly Market[]> {
  const since = addDays(now, -marketDays);
  // Hops from country to country in the index; the instants are texts that sort as times.
  const rows = await tx.$queryRaw<{ country: string }[]>`
    with recursive each_country as (
      (select facts->>'destinationCountry' as country from order_record
        where shop = ${shop} and facts->>'destinationCountry' is not null
        order by 1 limit 1)
      union all
      select (select facts->>'destinationCountry' from order_record
        where shop = ${shop} and facts->>'destinationCountry' > before.country
        order by 1 limit 1)
      from each_country before where before.country is not null)
    select country from each_country
    where country is not null and exists (
      select from order_record
      where shop = ${shop} and facts->>'destinationCountry' = country
        and facts->>'createdAt' >= ${since} and facts->>'test' = 'false')`;
  return marketsOf([ownCountry, ...rows.map(({ country }) => country)]);
}
