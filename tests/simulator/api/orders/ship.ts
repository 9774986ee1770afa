import type { NewFulfillment, NewScan } from '../shopify-api.ts';
import { toGid } from '../store.ts';
import { statusOf } from './derive-dispatches.ts';
import { fulfillmentStatusOf } from './fulfillment-status.ts';
import { displayStatusOf, oldestFirst } from './load-fulfillments.ts';
import type { FulfillmentOrderState, FulfillmentState, OrderState } from './order-state.ts';
import { graphqlTime } from './read-field.ts';

export interface ShipContext {
  readonly now: string;
  readonly locationId: string;
  readonly newId: (type: string) => string;
}

/** The order with one more fulfillment; throws when there is nothing (or not that much) left to send. */
export function ship(
  order: OrderState,
  parcel: NewFulfillment,
  context: ShipContext,
): { readonly order: OrderState; readonly fulfillment: FulfillmentState } {
  const sent = quantitiesOf(order, parcel);
  const createdAt = parcel.createdAt ? graphqlTime(new Date(parcel.createdAt)) : context.now;
  const fulfillment: FulfillmentState = {
    id: context.newId('Fulfillment'),
    raw: null,
    name: `${order.name}.${order.fulfillments.length + 1}`,
    createdAt,
    updatedAt: createdAt,
    status: 'SUCCESS',
    displayStatus: displayStatusOf('SUCCESS', null),
    estimatedDeliveryAt: parcel.estimatedDeliveryAt
      ? graphqlTime(new Date(parcel.estimatedDeliveryAt))
      : null,
    locationId: context.locationId,
    originCountry: null,
    tracking:
      parcel.trackingCompany === null && parcel.trackingNumber === null
        ? []
        : [{ company: parcel.trackingCompany, number: parcel.trackingNumber, url: null }],
    lines: [...sent].map(([lineId, quantity]) => ({
      id: context.newId('FulfillmentLineItem'),
      lineId,
      quantity,
    })),
    scans: [],
  };
  const next = {
    ...order,
    updatedAt: context.now,
    fulfillments: [...order.fulfillments, fulfillment],
    lines: order.lines.map((line) => ({
      ...line,
      unfulfilledQuantity: line.unfulfilledQuantity - (sent.get(line.id) ?? 0),
    })),
    fulfillmentOrders: order.fulfillmentOrders.map((dispatch) => lessRemaining(dispatch, sent)),
  };
  return { order: { ...next, fulfillmentStatus: fulfillmentStatusOf(next) }, fulfillment };
}

function quantitiesOf(order: OrderState, { lines }: NewFulfillment): ReadonlyMap<string, number> {
  const wanted = lines
    ? lines.map(({ lineItemId, quantity }) => [toGid('LineItem', lineItemId), quantity] as const)
    : order.lines.map(({ id, unfulfilledQuantity }) => [id, unfulfilledQuantity] as const);
  for (const [id, quantity] of wanted) {
    const line = order.lines.find((each) => each.id === id);
    if (!line || quantity > line.unfulfilledQuantity) {
      throw new RangeError(`${order.name}: ${quantity} of ${id} are not left to send`);
    }
  }
  const sent = new Map(wanted.filter(([, quantity]) => quantity > 0));
  if (sent.size === 0) throw new RangeError(`${order.name}: nothing is left to send`);
  return sent;
}

function lessRemaining(
  dispatch: FulfillmentOrderState,
  sent: ReadonlyMap<string, number>,
): FulfillmentOrderState {
  const lines = dispatch.lines.map((line) => ({
    ...line,
    remaining: Math.max(0, line.remaining - (sent.get(line.lineId) ?? 0)),
  }));
  const touched = dispatch.lines.some((line) => sent.has(line.lineId));
  if (!touched) return dispatch;
  const rest = lines.reduce((sum, { remaining }) => sum + remaining, 0);
  return { ...dispatch, lines, status: statusOf({ rest, left: true, held: false }) };
}

export function scan(
  order: OrderState,
  fulfillmentId: string,
  seen: NewScan,
  context: { readonly now: string; readonly newId: (type: string) => string },
): { readonly order: OrderState; readonly scanId: string } {
  const id = context.newId('FulfillmentEvent');
  const event = {
    id,
    status: seen.status,
    happenedAt: seen.happenedAt ? graphqlTime(new Date(seen.happenedAt)) : context.now,
    createdAt: context.now,
    message: seen.message ?? null,
    country: seen.country ?? null,
    estimatedDeliveryAt: null,
  };
  const fulfillments = order.fulfillments.map((fulfillment) => {
    if (fulfillment.id !== fulfillmentId) return fulfillment;
    const scans = oldestFirst([...fulfillment.scans, event]);
    return {
      ...fulfillment,
      updatedAt: context.now,
      scans,
      displayStatus: displayStatusOf(fulfillment.status, scans.at(-1)?.status ?? null),
    };
  });
  return { order: { ...order, fulfillments }, scanId: id };
}

/** Cancelled without a refund: what was not sent stays unsent, and the money stays where it is. */
export function cancel(order: OrderState, now: string): OrderState {
  return {
    ...order,
    cancelledAt: now,
    closedAt: now,
    updatedAt: now,
    fulfillmentOrders: order.fulfillmentOrders.map((dispatch) =>
      dispatch.status === 'CLOSED'
        ? dispatch
        : {
            ...dispatch,
            status: 'CANCELLED',
            lines: dispatch.lines.map((line) => ({ ...line, remaining: 0 })),
          },
    ),
  };
}
