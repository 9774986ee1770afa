import { restAmount } from '../api/decimal.ts';
import type { JsonObject } from '../api/json.ts';
import type { OrderDraft } from './order-draft.ts';
import { carriedBy, gateway, takePen, type Pen } from './pen.ts';
import { shopCurrency } from './price-order.ts';
import { writeLines } from './write-line.ts';
import { writeParcel } from './write-parcel.ts';
import { writeRefund } from './write-refund.ts';

/** The draft as a webhook would carry it, with what REST leaves out: scans, payments, ship-by dates. */
export function writeOrder(draft: OrderDraft, number: number, now: Date): JsonObject {
  const pen = takePen(draft, number, now);
  const { priced, at, money, nextId } = pen;
  const { to } = draft.lane;
  const placedAt = at(draft.placedAgo);
  const paymentId = nextId();
  return {
    id: pen.orderId,
    admin_graphql_api_id: `gid://shopify/Order/${pen.orderId}`,
    name: `#${number}`,
    order_number: number,
    created_at: placedAt,
    processed_at: placedAt,
    updated_at: at(lastNewsOf(draft)),
    cancelled_at: draft.cancelledAgo === null ? null : at(draft.cancelledAgo),
    cancel_reason: draft.cancelledAgo === null ? null : 'customer',
    closed_at: null,
    test: draft.test,
    currency: shopCurrency,
    presentment_currency: to.currency,
    customer: null,
    customer_locale: to.locale,
    taxes_included: to.tax.included,
    financial_status: financialStatusOf(draft),
    fulfillment_status: fulfillmentStatusOf(draft),
    payment_gateway_names: [gateway],
    shipping_address: { country_code: to.country },
    ...money('subtotal_price', priced.subtotal),
    ...money('total_discounts', priced.discount),
    ...money('total_tax', priced.tax),
    ...money('total_shipping_price', priced.shipping),
    ...money('total_price', priced.total),
    line_items: writeLines(pen),
    shipping_lines: [
      { id: nextId(), title: 'Standard', tax_lines: [], ...money('price', priced.shipping) },
    ],
    transactions: writePayments(pen, paymentId),
    fulfillment_orders: writeShipBy(pen),
    fulfillments: draft.parcels.map((parcel, position) => writeParcel(pen, parcel, position)),
    refunds: draft.refund ? [writeRefund(pen, draft.refund, paymentId)] : [],
  };
}

function financialStatusOf({ payment, refund }: OrderDraft): string {
  if (!refund) return payment;
  return refund.of === 'everything' ? 'refunded' : 'partially_refunded';
}

function fulfillmentStatusOf(draft: OrderDraft): string | null {
  const sent = new Set(draft.parcels.flatMap((parcel) => carriedBy(draft, parcel)));
  const goods = draft.lines.flatMap(({ product }, position) =>
    product.giftCard ? [] : [position],
  );
  if (goods.every((position) => sent.has(position))) return 'fulfilled';
  return sent.size === 0 ? null : 'partial';
}

function lastNewsOf(draft: OrderDraft): number {
  return Math.min(
    draft.placedAgo,
    draft.cancelledAgo ?? Infinity,
    draft.refund?.ago ?? Infinity,
    ...draft.parcels.flatMap(({ sentAgo, scans }) => [sentAgo, ...scans.map(({ ago }) => ago)]),
  );
}

function writePayments(pen: Pen, paymentId: number): readonly JsonObject[] {
  const { draft, nextId } = pen;
  switch (draft.payment) {
    case 'pending':
      return [];
    case 'paid':
      return [writePayment(pen, { id: paymentId, kind: 'sale', ago: draft.placedAgo })];
    case 'authorized':
      return [writePayment(pen, { id: paymentId, kind: 'authorization', ago: draft.placedAgo })];
    case 'voided':
      return [
        writePayment(pen, { id: paymentId, kind: 'authorization', ago: draft.placedAgo }),
        {
          ...writePayment(pen, { id: nextId(), kind: 'void', ago: draft.cancelledAgo ?? 0 }),
          parent_id: paymentId,
        },
      ];
  }
}

function writePayment(
  { draft, priced, at }: Pen,
  { id, kind, ago }: { readonly id: number; readonly kind: string; readonly ago: number },
): JsonObject {
  const { currency } = draft.lane.to;
  return {
    id,
    kind,
    status: 'success',
    gateway,
    amount: restAmount(priced.total.presentment, currency),
    currency,
    created_at: at(ago),
    processed_at: at(ago),
    test: draft.test,
  };
}

function writeShipBy({ draft, at }: Pen): readonly JsonObject[] {
  if (draft.shipByAgo === null && draft.hold === null) return [];
  return [
    {
      fulfill_by: draft.shipByAgo === null ? null : at(draft.shipByAgo),
      fulfillment_holds: draft.hold === null ? [] : [{ reason: draft.hold }],
    },
  ];
}
