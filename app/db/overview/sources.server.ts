import { Prisma } from '#generated/prisma/client.ts';
import type { ShopDomain } from '../../domain/ids.ts';
import { parseMoney } from '../../domain/money.ts';
import type { Counted, Sources } from '../../domain/overview/figures.ts';
import type { Span } from '../../domain/overview/zoned-days.ts';
import type { ScenarioId } from '../../domain/scenarios/scenario.ts';
import type { Tx } from '../database.server.ts';

/** Of each kind, as many are told. */
const mostTold = 10;

/** Facts are read of so many suggestions, the newest: what they say lies in documents, which are slow to open. */
const mostOpened = 5000;

export async function readSources(tx: Tx, shop: ShopDomain, span: Span): Promise<Sources> {
  const [scenarios, countries, told] = await Promise.all([
    tx.$queryRaw<ScenarioRow[]>(scenariosSql(shop, span)),
    tx.$queryRaw<Counted[]>(countriesSql(shop, span)),
    tx.$queryRaw<ToldRow[]>(toldSql(shop, span)),
  ]);
  const of = (kind: ToldRow['kind']) => told.filter((row) => row.kind === kind);
  return {
    scenarios: scenarios.map(({ scenario, count, currency, amount }) => ({
      scenario,
      count,
      amount: parseMoney(amount, currency),
    })),
    countries,
    looked: of('all')[0]?.count ?? 0,
    lanes: of('lane').map(({ key, to, count }) => ({ origin: key, destination: to, count })),
    carriers: of('carrier').map(({ key, count }) => ({ key, count })),
    skus: of('sku').map(({ key, count }) => ({ key, count })),
  };
}

interface ScenarioRow {
  readonly scenario: ScenarioId;
  readonly currency: string;
  readonly count: number;
  readonly amount: string;
}

interface ToldRow {
  readonly kind: 'all' | 'lane' | 'carrier' | 'sku';
  readonly key: string | null;
  readonly to: string | null;
  readonly count: number;
}

const openedIn = (shop: ShopDomain, { from, to }: Span) => Prisma.sql`
  shop = ${shop} and opened_at >= ${from}::timestamptz and opened_at < ${to}::timestamptz`;

export function scenariosSql(shop: ShopDomain, span: Span): Prisma.Sql {
  return Prisma.sql`
    select scenario, currency, count(*)::int as count, sum(amount)::text as amount
    from suggestion where ${openedIn(shop, span)}
    group by scenario, currency order by count(*) desc, scenario, currency`;
}

export function countriesSql(shop: ShopDomain, span: Span): Prisma.Sql {
  return Prisma.sql`
    select destination_country as key, count(*)::int as count
    from suggestion where ${openedIn(shop, span)}
    group by 1 order by count(*) desc, 1 limit ${mostTold}`;
}

/**
 * What only the documents say. Each is opened once (`jsonb_to_record`) and looked up one by one (`limit 1`), for as many
 * suggestions as are read at most: a shop's other orders, however many, are never gone through. The parcel is the one that
 * the claim is about, else the first that was sent; a lane without one starts where it is to be sent from. Of products,
 * those at stake.
 */
export function toldSql(shop: ShopDomain, span: Span): Prisma.Sql {
  return Prisma.sql`
    with told as materialized (
      select parcel ->> 'carrier' as carrier, newest.destination_country as destination,
        coalesce(parcel ->> 'originCountry', facts.dispatches #>> '{0,originCountry}') as origin,
        array(
          select distinct line ->> 'sku' from jsonb_array_elements(facts.lines) as line
          where line ->> 'sku' <> '' and (claimed.stake -> 'everything' = 'true' or
            claimed.stake -> 'lines' @> jsonb_build_array(jsonb_build_object('lineItemId', line -> 'lineItemId')))
        ) as skus
      from (
        select shop, order_id, destination_country, claim from suggestion
        where ${openedIn(shop, span)} order by opened_at desc limit ${mostOpened}
      ) as newest
      cross join lateral jsonb_to_record(newest.claim) as claimed ("fulfillmentId" text, stake jsonb)
      left join lateral (
        select facts from order_record
        where order_record.shop = newest.shop and order_record.order_id = newest.order_id limit 1
      ) as looked on true
      left join lateral jsonb_to_record(looked.facts)
        as facts (parcels jsonb, dispatches jsonb, lines jsonb) on true
      left join lateral (
        select parcel from jsonb_array_elements(facts.parcels) as parcel
        where coalesce(claimed."fulfillmentId" = parcel ->> 'fulfillmentId', parcel ->> 'status' <> 'CANCELLED')
        limit 1
      ) as sent on true
    )
    select 'all' as kind, null as key, null as to, count(*)::int as count from told
    union all
    (select 'lane', origin, destination, count(*)::int from told
      group by origin, destination order by count(*) desc, origin, destination limit ${mostTold})
    union all
    (select 'carrier', carrier, null, count(*)::int from told
      group by carrier order by count(*) desc, carrier limit ${mostTold})
    union all
    (select 'sku', sku, null, count(*)::int from told, unnest(skus) as sku
      group by sku order by count(*) desc, sku limit ${mostTold})`;
}
