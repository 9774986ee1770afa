import type { Gid } from '../domain/ids.ts';
import { nothingRead, type TextReader } from '../domain/intent.ts';
import type { ReturnFacts, ReturnLineFacts } from '../domain/order-facts.ts';
import type { Instant } from '../domain/time.ts';
import { instantFrom, maybeInstant } from './instant-from-wire.ts';
import type { WireReturn } from './read-returns.server.ts';

/** Shopify's handles of reasons, as the ReturnReason values that they replace. */
const reasons: Readonly<Record<string, string>> = {
  'size-too-small': 'SIZE_TOO_SMALL',
  'size-too-large': 'SIZE_TOO_LARGE',
  'wrong-item': 'WRONG_ITEM',
  'not-as-described': 'NOT_AS_DESCRIBED',
  defective: 'DEFECTIVE',
  damaged: 'DEFECTIVE',
  unwanted: 'UNWANTED',
  'changed-mind': 'UNWANTED',
  color: 'COLOR',
  style: 'STYLE',
};

/** The note is read at once and not kept. */
export function returnFrom(
  wire: WireReturn,
  { orderUpdatedAt, read }: { readonly orderUpdatedAt: Instant; readonly read: TextReader },
): ReturnFacts {
  const lines = wire.returnLineItems.nodes;
  const isBack = lines.some((line) => 'processedQuantity' in line && line.processedQuantity > 0);
  return {
    returnId: wire.id as Gid<'Return'>,
    status: wire.status,
    requestedAt: instantFrom(wire.createdAt),
    // Shopify keeps no instant of the goods' arrival: it was by this change of the order at the latest.
    receivedAt: isBack ? (maybeInstant(wire.closedAt) ?? orderUpdatedAt) : null,
    scans: [],
    refundIds: wire.refunds.nodes.map((refund) => refund.id as Gid<'Refund'>),
    lines: lines.flatMap((line): ReturnLineFacts[] => {
      // Goods of another kind, e.g. ones that are not of this order.
      if (!('fulfillmentLineItem' in line)) return [];
      const { handle } = line.returnReasonDefinition ?? {};
      return [
        {
          returnLineId: line.id as Gid<'ReturnLineItem'>,
          processed: line.processedQuantity,
          lineItemId: line.fulfillmentLineItem.lineItem.id as Gid<'LineItem'>,
          quantity: line.quantity,
          reason: handle ? (reasons[handle] ?? handle.toUpperCase().replaceAll('-', '_')) : null,
          ...(line.customerNote ? read(line.customerNote) : nothingRead),
        },
      ];
    }),
  };
}
