import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { mostCounted, queueTabs, type QueuePage, type QueueTab } from '../domain/queue.ts';
import type { Database } from './database.server.ts';

/*
 * What stands around the queue's rows. A shop may have a million of them, so nothing here reads all: a tab is counted up to a
 * limit, and the values to filter by are read from one to the next, which `suggestion_places` and `suggestion_carriers` serve.
 */

/** How many rows each tab has, and one more than `mostCounted` where there are more. */
export async function countTabs(
  { prisma }: Database,
  shop: ShopDomain,
): Promise<Record<QueueTab, number>> {
  const counts = await prisma.$queryRaw<{ tab: QueueTab; count: number }[]>`
    select tab, (select count(*)::int from (
      select from suggestion where shop = ${shop} and queue_tab = tab limit ${mostCounted + 1}
    ) as counted) as count
    from unnest(${[...queueTabs]}::text[]) as tab`;
  const countOf = new Map(counts.map(({ tab, count }) => [tab, count]));
  return Object.fromEntries(queueTabs.map((tab) => [tab, countOf.get(tab) ?? 0])) as Record<
    QueueTab,
    number
  >;
}

/** More than a list to choose from can hold. */
const mostCarriers = 200;
const mostPlaces = 1000;

export async function readOffers(
  { prisma }: Database,
  shop: ShopDomain,
  tab: QueueTab,
): Promise<Pick<QueuePage, 'countries' | 'currencies' | 'carriers'>> {
  const inTab = Prisma.sql`from suggestion where shop = ${shop} and queue_tab = ${tab}`;
  const [places, carried] = await Promise.all([
    prisma.$queryRaw<{ country: string; currency: string }[]>`
      with recursive place as (
        (select coalesce(destination_country, '') as country, currency ${inTab}
          order by coalesce(destination_country, ''), currency limit 1)
        union all
        select next.* from place cross join lateral (
          select coalesce(destination_country, '') as country, suggestion.currency ${inTab}
            and (coalesce(destination_country, ''), suggestion.currency) > (place.country, place.currency)
          order by coalesce(destination_country, ''), suggestion.currency limit 1) as next
      ) select country, currency from place limit ${mostPlaces}`,
    prisma.$queryRaw<{ carriers: string[] }[]>`
      with recursive carried as (
        (select carriers[1:3] as names ${inTab} order by carriers[1:3] limit 1)
        union all
        select next.* from carried cross join lateral (
          select carriers[1:3] as names ${inTab} and carriers[1:3] > carried.names
          order by carriers[1:3] limit 1) as next
      ) select names as carriers from carried limit ${mostCarriers}`,
  ]);
  const sorted = (values: readonly string[]) => [...new Set(values)].sort();
  return {
    countries: sorted(places.flatMap(({ country }) => (country === '' ? [] : country))),
    currencies: sorted(places.map(({ currency }) => currency)),
    carriers: sorted(carried.flatMap(({ carriers }) => carriers)).slice(0, mostCarriers),
  };
}
