import type { Gid, ShopDomain } from '../domain/ids.ts';
import type { LaneRecord, LaneSample } from '../domain/lanes/lane-record.ts';
import type { Tx } from './database.server.ts';
import type { OrderKey } from './order-records.server.ts';

/** What a delivered parcel taught; read again, it is corrected. */
export async function writeTransit(
  tx: Tx,
  { shop, orderId }: OrderKey,
  fulfillmentId: Gid<'Fulfillment'>,
  { lane, ...days }: LaneSample,
): Promise<void> {
  const data = { orderId, ...lane, ...days };
  await tx.parcelTransit.upsert({
    where: { shop_fulfillmentId: { shop, fulfillmentId } },
    create: { shop, fulfillmentId, ...data },
    update: data,
  });
}

interface Row {
  readonly carrier: string | null;
  readonly service: string | null;
  readonly any_carrier: boolean;
  readonly any_service: boolean;
  readonly parcels: number;
  readonly first_scan_days: number;
  readonly silence_days: number;
  readonly delivery_days: number;
}

/** What the shop's parcels of these ends taught: of all, of each carrier, and of each carrier and service. */
export async function readLaneRecords(
  tx: Tx,
  shop: ShopDomain,
  lane: { readonly origin: string; readonly destination: string; readonly quantilePercent: number },
): Promise<readonly LaneRecord[]> {
  const { origin, destination, quantilePercent } = lane;
  const share = quantilePercent / 100;
  const rows = await tx.$queryRaw<Row[]>`
    select min(carrier) as carrier, min(service) as service, count(*)::int as parcels,
      grouping(carrier_key) = 1 as any_carrier, grouping(service_key) = 1 as any_service,
      percentile_disc(${share}::float8) within group (order by first_scan_days) as first_scan_days,
      percentile_disc(${share}::float8) within group (order by silence_days) as silence_days,
      percentile_disc(${share}::float8) within group (order by delivery_days) as delivery_days
    from (
      select *, lower(regexp_replace(carrier, '[^[:alnum:]]', '', 'g')) as carrier_key,
        lower(regexp_replace(service, '[^[:alnum:]]', '', 'g')) as service_key
      from parcel_transit
      where shop = ${shop} and origin = ${origin} and destination = ${destination}
    ) as transit
    group by grouping sets ((), (carrier_key), (carrier_key, service_key))
    having count(*) > 0`;
  return rows
    .filter((row) => row.any_carrier || row.carrier !== null)
    .filter((row) => row.any_service || row.service !== null)
    .map((row) => ({
      lane: {
        origin,
        destination,
        carrier: row.any_carrier ? null : row.carrier,
        service: row.any_service ? null : row.service,
      },
      parcels: row.parcels,
      firstScanDays: row.first_scan_days,
      silenceDays: row.silence_days,
      deliveryDays: row.delivery_days,
    }));
}
