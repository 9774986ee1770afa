import type { JsonObject } from '../api/json.ts';
import { carriedBy, refundedUnitsOf, type Pen } from './pen.ts';

export function writeLines(pen: Pen): readonly JsonObject[] {
  const { draft, priced, lineIds, money } = pen;
  const { percent } = draft.lane.to.tax;
  return priced.lines.map(({ line, unit, discount, tax }, position) => {
    const { product, quantity } = line;
    const current = quantity - refundedUnitsOf(draft, position);
    const isSent = draft.parcels.some((parcel) => carriedBy(draft, parcel).includes(position));
    const waits = !isSent && !product.giftCard && draft.cancelledAgo === null;
    return {
      id: lineIds[position],
      product_id: product.id,
      product_exists: true,
      title: product.title,
      sku: product.sku,
      quantity,
      current_quantity: current,
      fulfillable_quantity: waits ? current : 0,
      fulfillment_service: 'manual',
      requires_shipping: !product.giftCard,
      gift_card: product.giftCard,
      ...money('price', unit),
      ...money('total_discount', discount),
      discount_allocations: discount.presentment === 0n ? [] : [money('amount', discount)],
      tax_lines:
        tax.presentment === 0n
          ? []
          : [{ title: 'Tax', rate: Number(percent) / 100, ...money('price', tax) }],
    };
  });
}
