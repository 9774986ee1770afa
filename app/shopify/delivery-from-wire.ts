import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import type { DispatchFacts, ParcelFacts } from '../domain/order-facts.ts';
import { instantFrom, maybeInstant } from './instant-from-wire.ts';

type WireOrder = NonNullable<ReadOrderFactsQuery['order']>;

export function dispatchFrom(
  dispatch: WireOrder['fulfillmentOrders']['nodes'][number],
): DispatchFacts {
  const { assignedLocation } = dispatch;
  return {
    fulfillmentOrderId: dispatch.id as Gid<'FulfillmentOrder'>,
    status: dispatch.status,
    fulfillBy: maybeInstant(dispatch.fulfillBy),
    promisedBy: maybeInstant(dispatch.deliveryMethod?.maxDeliveryDateTime),
    locationId: (assignedLocation.location?.id ?? null) as Gid<'Location'> | null,
    originCountry: assignedLocation.countryCode,
    holds: dispatch.fulfillmentHolds.map(({ reason }) => reason),
    lines: dispatch.lineItems.nodes.map(({ lineItem, remainingQuantity }) => ({
      lineItemId: lineItem.id as Gid<'LineItem'>,
      remainingQuantity,
    })),
  };
}

export function parcelFrom(parcel: WireOrder['fulfillments'][number]): ParcelFacts {
  const numbers = parcel.trackingInfo.flatMap(({ number }) => (number ? [number] : []));
  const first = parcel.trackingInfo[0];
  return {
    fulfillmentId: parcel.id as Gid<'Fulfillment'>,
    name: parcel.name,
    createdAt: instantFrom(parcel.createdAt),
    updatedAt: instantFrom(parcel.updatedAt),
    status: parcel.status,
    displayStatus: parcel.displayStatus ?? null,
    carrier: first?.company ?? null,
    trackingNumbers: numbers,
    trackingUrl: typeof first?.url === 'string' ? first.url : null,
    estimatedDeliveryAt: maybeInstant(parcel.estimatedDeliveryAt),
    inTransitAt: maybeInstant(parcel.inTransitAt),
    deliveredAt: maybeInstant(parcel.deliveredAt),
    requiresShipping: parcel.requiresShipping,
    originCountry:
      parcel.originAddress?.countryCode ?? parcel.location?.address.countryCode ?? null,
    lines: parcel.fulfillmentLineItems.nodes.map(({ lineItem, quantity }) => ({
      lineItemId: lineItem.id as Gid<'LineItem'>,
      quantity: quantity ?? 0,
    })),
    // Asked for newest first, so that a long history's end is never cut off.
    scans: parcel.events.nodes
      .map(({ status, happenedAt, message, country }) => ({
        status,
        happenedAt: instantFrom(happenedAt),
        message: message ?? null,
        country: country ?? null,
        source: null,
      }))
      .reverse(),
  };
}
