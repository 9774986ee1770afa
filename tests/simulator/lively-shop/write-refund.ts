import { addBags, nothing, restAmount, timesBag, type Bag } from '../api/decimal.ts';
import type { JsonObject } from '../api/json.ts';
import type { RefundDraft } from './order-draft.ts';
import { gateway, refundedUnitsOf, type Pen } from './pen.ts';
import { partOf } from './price-order.ts';

export function writeRefund(pen: Pen, refund: RefundDraft, paymentId: number): JsonObject {
  const { draft, priced, lineIds, nextId, at, money } = pen;
  const { currency } = draft.lane.to;
  const refundedAt = at(refund.ago);
  const lines = priced.lines.flatMap((line, position) => {
    const quantity = refundedUnitsOf(draft, position);
    return quantity === 0 ? [] : [{ ...line, quantity, lineItemId: lineIds[position] }];
  });
  return {
    id: nextId(),
    created_at: refundedAt,
    processed_at: refundedAt,
    note: refund.note,
    refund_line_items: lines.map(({ quantity, lineItemId, total, tax }) => ({
      id: nextId(),
      line_item_id: lineItemId,
      quantity,
      restock_type: refund.restock,
      ...money('subtotal', draft.lane.to.tax.included ? total : less(total, tax)),
      ...money('total_tax', tax),
    })),
    refund_shipping_lines:
      refund.of === 'everything' && priced.shipping.presentment > 0n
        ? [{ id: nextId(), ...money('subtotal_amount', priced.shipping) }]
        : [],
    transactions: [
      {
        id: nextId(),
        kind: 'refund',
        status: 'success',
        gateway,
        amount: restAmount(sizeOf(pen, refund).presentment, currency),
        currency,
        parent_id: paymentId,
        created_at: refundedAt,
        processed_at: refundedAt,
      },
    ],
  };
}

function sizeOf({ draft, priced }: Pen, { of }: RefundDraft): Bag {
  if (of === 'everything') return priced.total;
  if (of === 'first-line') return priced.lines[0]?.total ?? nothing;
  return partOf(priced.total, of.percent, 100n, draft.lane.to);
}

function less(from: Bag, bag: Bag): Bag {
  return addBags(from, timesBag(bag, -1));
}
