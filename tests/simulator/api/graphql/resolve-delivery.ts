import type {
  FulfillmentOrderState,
  FulfillmentState,
  OrderState,
  ScanState,
} from '../orders/order-state.ts';
import type { ShopState } from '../store.ts';
import { connection, firstOf, type PageArguments } from './connection.ts';
import { numberIn, plain, type Resolvers, type ResolverTable } from './resolver.ts';

export interface FulfillmentNode {
  readonly order: OrderState;
  readonly fulfillment: FulfillmentState;
}

export interface DispatchNode {
  readonly order: OrderState;
  readonly dispatch: FulfillmentOrderState;
}

interface PartOfLine {
  readonly order: OrderState;
  readonly id: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly remaining: number;
}

const fulfillmentFields: Resolvers<FulfillmentNode> = {
  id: ({ fulfillment }) => fulfillment.id,
  legacyResourceId: ({ fulfillment }) => numberIn(fulfillment.id),
  name: ({ fulfillment }) => fulfillment.name,
  createdAt: ({ fulfillment }) => fulfillment.createdAt,
  updatedAt: ({ fulfillment }) => fulfillment.updatedAt,
  status: ({ fulfillment }) => fulfillment.status,
  displayStatus: ({ fulfillment }) => fulfillment.displayStatus,
  estimatedDeliveryAt: ({ fulfillment }) => fulfillment.estimatedDeliveryAt,
  inTransitAt: ({ fulfillment }) => firstScan(fulfillment, 'IN_TRANSIT'),
  deliveredAt: ({ fulfillment }) => firstScan(fulfillment, 'DELIVERED'),
  requiresShipping: ({ order, fulfillment }) =>
    fulfillment.lines.some(
      ({ lineId }) => order.lines.find(({ id }) => id === lineId)?.requiresShipping,
    ),
  totalQuantity: ({ fulfillment }) =>
    fulfillment.lines.reduce((sum, { quantity }) => sum + quantity, 0),
  order: ({ order }) => order,
  trackingInfo: ({ fulfillment }, args: PageArguments) => firstOf(fulfillment.tracking, args),
  originAddress: ({ fulfillment }) =>
    fulfillment.originCountry === null ? null : { countryCode: fulfillment.originCountry },
  location: ({ fulfillment }, _args, { shop }) =>
    fulfillment.locationId === null ? null : locationOf(shop, fulfillment.locationId),
  fulfillmentLineItems: ({ order, fulfillment }, args: PageArguments) =>
    connection(
      fulfillment.lines.map((line): PartOfLine => ({ order, ...line, remaining: 0 })),
      args,
    ),
  events: ({ fulfillment }, args: PageArguments & { readonly sortKey?: string }) =>
    connection(sortedScans(fulfillment.scans, args.sortKey), args),
};

function firstScan({ scans }: FulfillmentState, status: string): string | null {
  return scans.find((scan) => scan.status === status)?.happenedAt ?? null;
}

function sortedScans(
  scans: readonly ScanState[],
  sortKey: string | undefined,
): readonly ScanState[] {
  const keyOf = (scan: ScanState): string =>
    sortKey === 'CREATED_AT'
      ? scan.createdAt
      : sortKey === 'ID'
        ? numberIn(scan.id)
        : scan.happenedAt;
  return [...scans].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

/** The shop's places are all in its own country: payloads name locations by id only. */
function locationOf(shop: ShopState, id: string) {
  return { id, name: 'Warehouse', address: { countryCode: shop.country } };
}

const dispatchFields: Resolvers<DispatchNode> = {
  id: ({ dispatch }) => dispatch.id,
  status: ({ dispatch }) => dispatch.status,
  fulfillBy: ({ dispatch }) => dispatch.fulfillBy,
  order: ({ order }) => order,
  orderId: ({ order }) => order.id,
  orderName: ({ order }) => order.name,
  fulfillmentHolds: ({ dispatch }) => dispatch.holds,
  deliveryMethod: ({ dispatch }) =>
    dispatch.maxDeliveryAt === null ? null : { maxDeliveryDateTime: dispatch.maxDeliveryAt },
  assignedLocation: ({ dispatch }, _args, { shop }) => ({
    countryCode: shop.country,
    name: 'Warehouse',
    location: locationOf(shop, dispatch.locationId),
  }),
  fulfillments: ({ order, dispatch }, args: PageArguments) =>
    connection(
      order.fulfillments
        .filter(({ lines }) =>
          lines.some(({ lineId }) => dispatch.lines.some((line) => line.lineId === lineId)),
        )
        .map((fulfillment): FulfillmentNode => ({ order, fulfillment })),
      args,
    ),
  lineItems: ({ order, dispatch }, args: PageArguments) =>
    connection(
      dispatch.lines.map((line): PartOfLine => ({ order, ...line, quantity: line.total })),
      args,
    ),
};

const lineOf = ({ order, lineId }: PartOfLine) => {
  const line = order.lines.find(({ id }) => id === lineId);
  return line ? { order, line } : null;
};

const fulfillmentLineFields: Resolvers<PartOfLine> = {
  id: ({ id }) => id,
  quantity: ({ quantity }) => quantity,
  lineItem: lineOf,
};

const dispatchLineFields: Resolvers<PartOfLine> = {
  id: ({ id }) => id,
  totalQuantity: ({ quantity }) => quantity,
  remainingQuantity: ({ remaining }) => remaining,
  lineItem: lineOf,
};

export const deliveryResolvers: ResolverTable = {
  Fulfillment: fulfillmentFields,
  FulfillmentLineItem: fulfillmentLineFields,
  FulfillmentOrder: dispatchFields,
  FulfillmentOrderLineItem: dispatchLineFields,
  FulfillmentEvent: plain(
    ...['id', 'status', 'happenedAt', 'createdAt', 'message', 'country', 'estimatedDeliveryAt'],
  ),
  FulfillmentTrackingInfo: plain('company', 'number', 'url'),
  FulfillmentOriginAddress: plain('countryCode'),
  FulfillmentHold: plain('id', 'reason'),
  FulfillmentOrderAssignedLocation: plain('countryCode', 'name', 'location'),
  DeliveryMethod: plain('maxDeliveryDateTime'),
  Location: plain('id', 'name', 'address'),
  LocationAddress: plain('countryCode'),
};
