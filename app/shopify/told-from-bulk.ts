import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { ToldDispatch, ToldOrder, ToldParcel } from '../domain/backtest/told-order.ts';
import { parseGid, type Gid } from '../domain/ids.ts';
import type { TextReader } from '../domain/intent.ts';
import type { BulkNode, BulkTree } from './bulk-lines.ts';
import { instantFrom, maybeInstant } from './instant-from-wire.ts';
import { roundedFromWire } from './money-from-wire.ts';
import { orderFactsFrom, type WireParts } from './order-facts-from-wire.ts';
import type { WireReturn } from './read-returns.server.ts';

type WireOrder = NonNullable<ReadOrderFactsQuery['order']>;
type WireRefund = WireOrder['refunds'][number];
type WireParcel = WireOrder['fulfillments'][number];
type WireTotal = WireOrder['currentTotalPriceSet'];

/** A line of the result of the stage `orders` (`history-queries.ts`). */
type BulkOrder = BulkNode &
  Omit<WireOrder, 'fulfillments' | 'refunds' | 'note'> & {
    readonly totalPriceSet: WireTotal;
    readonly fulfillments: readonly Omit<WireParcel, 'events' | 'fulfillmentLineItems'>[];
    readonly refunds: readonly (Omit<WireRefund, 'transactions'> & {
      readonly totalRefundedSet: WireOrder['totalRefundedSet'];
    })[];
  };

type BulkReturn = BulkNode & Omit<WireReturn, 'refunds' | 'returnLineItems'>;

/** The same facts as a look reads, of an order of the past. What buyers noted of returns is read at once and not kept. */
export function toldOrderFrom({ root, parts }: BulkTree, read: TextReader): ToldOrder {
  const wire = root as BulkOrder;
  const of = partsOf(parts);
  const returns = (of('Return', wire.id) as readonly BulkReturn[]).map((each): WireReturn => ({
    ...each,
    refunds: { nodes: of('Refund', each.id) },
    returnLineItems: { nodes: returnLines(parts, each.id) },
  }));
  const order = orderFactsFrom({
    read,
    order: { ...wire, note: null } as unknown as WireOrder,
    lines: of('LineItem', wire.id) as readonly (BulkNode & WireParts['lines'][number])[],
    transactions: wire.transactions,
    refunds: wire.refunds.map((refund) => ({ ...refund, transactions: { nodes: [] } })),
    dispatches: [],
    parcels: wire.fulfillments.map((parcel) => ({
      ...parcel,
      fulfillmentLineItems: { ...wholePage, nodes: [] },
      events: { nodes: [] },
    })),
    returns,
    denied: [],
  });
  const refunded = new Map(
    wire.refunds.map(({ id, totalRefundedSet }) => [id, totalRefundedSet.presentmentMoney]),
  );
  return {
    order: {
      ...order,
      // Their transactions are a connection within a list, which a bulk query cannot have: their sum is told.
      refunds: order.refunds.map((refund) => {
        const sum = refunded.get(refund.refundId);
        return sum ? { ...refund, amount: roundedFromWire(sum) } : refund;
      }),
    },
    placedTotal: roundedFromWire(wire.totalPriceSet.presentmentMoney),
    placedShopTotal: roundedFromWire(wire.totalPriceSet.shopMoney),
  };
}

const wholePage = { pageInfo: { hasNextPage: false } };

function returnLines(
  parts: readonly BulkNode[],
  returnId: string,
): WireReturn['returnLineItems']['nodes'] {
  type Line = BulkNode & WireReturn['returnLineItems']['nodes'][number];
  // Goods of another kind have an id of another kind.
  return parts.filter(
    (part): part is Line => part.__parentId === returnId && parseGid('Refund', part.id) === null,
  );
}

interface BulkDispatch extends BulkNode {
  readonly orderId: Gid<'Order'>;
  readonly status: string;
  readonly fulfillBy: string | null;
  readonly deliveryMethod: { readonly maxDeliveryDateTime: string | null } | null;
  readonly assignedLocation: {
    readonly countryCode: string;
    readonly location: { readonly id: string } | null;
  };
}

interface BulkDispatchLine extends BulkNode {
  readonly totalQuantity: number;
  readonly lineItem: { readonly id: Gid<'LineItem'> };
}

interface BulkParcelLine extends BulkNode {
  readonly quantity: number | null;
  readonly lineItem: { readonly id: Gid<'LineItem'> };
}

interface BulkScan extends BulkNode {
  readonly status: string;
  readonly happenedAt: string;
  readonly createdAt: string;
  readonly message: string | null;
  readonly country: string | null;
}

/** One place's part of an order, from the result of the stage `parcels`. */
export function toldDispatchFrom({ root, parts }: BulkTree): {
  readonly orderId: Gid<'Order'>;
  readonly told: ToldDispatch;
} {
  const wire = root as BulkDispatch;
  const of = partsOf(parts);
  return {
    orderId: wire.orderId,
    told: {
      dispatch: {
        fulfillmentOrderId: wire.id as Gid<'FulfillmentOrder'>,
        status: wire.status,
        fulfillBy: maybeInstant(wire.fulfillBy),
        promisedBy: maybeInstant(wire.deliveryMethod?.maxDeliveryDateTime),
        locationId: (wire.assignedLocation.location?.id ?? null) as Gid<'Location'> | null,
        originCountry: wire.assignedLocation.countryCode,
        holds: [],
        lines: (of('FulfillmentOrderLineItem', wire.id) as readonly BulkDispatchLine[]).map(
          ({ lineItem, totalQuantity }) => ({
            lineItemId: lineItem.id,
            remainingQuantity: totalQuantity,
          }),
        ),
      },
      parcels: of('Fulfillment', wire.id).map(({ id }): ToldParcel => ({
        fulfillmentId: id as Gid<'Fulfillment'>,
        lines: (of('FulfillmentLineItem', id) as readonly BulkParcelLine[]).map(
          ({ lineItem, quantity }) => ({
            lineItemId: lineItem.id,
            quantity: quantity ?? 0,
          }),
        ),
        scans: (of('FulfillmentEvent', id) as readonly BulkScan[]).map(
          ({ status, happenedAt, createdAt, message, country }) => ({
            scan: { status, happenedAt: instantFrom(happenedAt), message, country, source: null },
            knownAt: instantFrom(createdAt),
          }),
        ),
      })),
    },
  };
}

/** The parts of one kind below one thing: what a line is, its id says. */
function partsOf(parts: readonly BulkNode[]) {
  return (type: string, parentId: string): readonly BulkNode[] =>
    parts.filter((part) => part.__parentId === parentId && parseGid(type, part.id) !== null);
}
