import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { OrderFacts, ParcelFacts } from '../domain/order-facts.ts';
import { numberKey } from '../domain/parcels/number-key.ts';
import { addDays, type Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';

/** Which parcel a tracking number is of. */
export interface NumberedParcel {
  readonly orderId: Gid<'Order'>;
  readonly fulfillmentId: Gid<'Fulfillment'>;
}

/** A number that a tracking service is to be told, or asked about. */
export interface NumberToAsk {
  readonly number: string;
  /** As Shopify writes it. */
  readonly shown: string;
  readonly carrier: string | null;
  /** The service that knows it; null while none does. */
  readonly registeredAt: string | null;
}

/** From then on nobody asks about a parcel any more. */
const mostDays = 90;

/** Keeps which numbers an order's parcels have; says whether there is a new one to tell a tracking service of. */
export async function writeParcelNumbers(
  tx: Tx,
  {
    shop,
    facts,
    now,
  }: { readonly shop: ShopDomain; readonly facts: OrderFacts; readonly now: Instant },
): Promise<boolean> {
  const rows = facts.parcels.filter(({ status }) => status !== 'CANCELLED').flatMap(numbersOf);
  const keys = rows.map(({ number, fulfillmentId }) => `${number} ${fulfillmentId}`);
  await tx.$executeRaw`
    delete from parcel_number where shop = ${shop} and order_id = ${facts.orderId}
      and number || ' ' || fulfillment_id <> all (${keys}::text[])`;
  let news = false;
  for (const { number, fulfillmentId, shown, carrier, parcel } of rows) {
    const isOpen = isAskedAbout(parcel, now);
    const [row] = await tx.$queryRaw<{ is_new: boolean }[]>`
      insert into parcel_number as known (shop, number, fulfillment_id, order_id, shown, carrier, ask_at)
      values (${shop}, ${number}, ${fulfillmentId}, ${facts.orderId}, ${shown}, ${carrier},
        case when ${isOpen} then ${now}::timestamptz end)
      on conflict (shop, number, fulfillment_id) do update
        set order_id = excluded.order_id, shown = excluded.shown, carrier = excluded.carrier,
          ask_at = case
            when not ${isOpen} then null
            when known.registered_at_service is null and known.problem is null then coalesce(known.ask_at, excluded.ask_at)
            else known.ask_at end
      returning ask_at = ${now}::timestamptz as is_new`;
    news ||= row?.is_new === true;
  }
  return news;
}

function numbersOf(parcel: ParcelFacts) {
  const { fulfillmentId, carrier, trackingNumbers } = parcel;
  return trackingNumbers.flatMap((shown) => {
    const number = numberKey(shown);
    return number === null ? [] : [{ number, shown, fulfillmentId, carrier, parcel }];
  });
}

function isAskedAbout(
  { requiresShipping, deliveredAt, displayStatus, createdAt }: ParcelFacts,
  now: Instant,
): boolean {
  const isThere = deliveredAt !== null || displayStatus === 'DELIVERED';
  return requiresShipping && !isThere && addDays(createdAt, mostDays) > now;
}

/** The shop's parcels of this number: several, where an order was sent twice under one. */
export async function findParcelsOf(
  tx: Tx,
  shop: ShopDomain,
  number: string,
): Promise<readonly NumberedParcel[]> {
  const rows = await tx.parcelNumber.findMany({
    where: { shop, number },
    select: { orderId: true, fulfillmentId: true },
    orderBy: { fulfillmentId: 'asc' },
    take: 10,
  });
  return rows.map(({ orderId, fulfillmentId }) => ({
    orderId: orderId as Gid<'Order'>,
    fulfillmentId: fulfillmentId as Gid<'Fulfillment'>,
  }));
}

/** The shop's numbers that are due, those that wait longest first. */
export async function findNumbersToAsk(
  tx: Tx,
  shop: ShopDomain,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<readonly NumberToAsk[]> {
  const rows = await tx.parcelNumber.findMany({
    where: { shop, askAt: { lte: now } },
    orderBy: [{ askAt: 'asc' }, { number: 'asc' }],
    distinct: ['number'],
    take: limit,
  });
  return rows.map(({ number, shown, carrier, registeredAt }) => ({
    ...{ number, shown, carrier, registeredAt },
  }));
}

/** What came of telling a service of a number, or of hearing of it. */
export async function markNumber(
  tx: Tx,
  { shop, number }: { readonly shop: ShopDomain; readonly number: string },
  came: {
    readonly askAt: Instant | null;
    readonly registeredAt?: string;
    readonly problem?: string | null;
  },
): Promise<void> {
  await tx.parcelNumber.updateMany({ where: { shop, number }, data: { ...came } });
}

/** A service that was left knows no number any more for this shop. */
export async function forgetRegistrations(
  tx: Tx,
  shop: ShopDomain,
  service: string,
): Promise<void> {
  await tx.parcelNumber.updateMany({
    where: { shop, registeredAt: service },
    data: { registeredAt: null },
  });
}

/** A service that is new is told of what is still under way. */
export async function retryNumbers(tx: Tx, shop: ShopDomain, now: Instant): Promise<void> {
  await tx.parcelNumber.updateMany({
    where: { shop, registeredAt: null, problem: { not: null } },
    data: { problem: null, askAt: now },
  });
}
