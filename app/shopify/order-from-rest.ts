import { z } from 'zod';
import { amount, id, instant, moneySet, quantity, text } from './field-from-rest.ts';

/*
 * An order as webhooks carry it, as far as a judgement needs it. Unknown fields are let be: Shopify adds some with every
 * version.
 */

const taxLine = z.object({ price: amount, price_set: moneySet.nullish() });
const allocation = z.object({ amount, amount_set: moneySet.nullish() });

const restLine = z.object({
  id,
  title: text.nullish(),
  sku: text.nullish(),
  quantity,
  current_quantity: quantity.nullish(),
  fulfillable_quantity: quantity.nullish(),
  price: amount,
  price_set: moneySet.nullish(),
  total_discount: amount.nullish(),
  total_discount_set: moneySet.nullish(),
  requires_shipping: z.boolean('not-a-yes-or-no').nullish(),
  gift_card: z.boolean('not-a-yes-or-no').nullish(),
  discount_allocations: z.array(allocation).nullish(),
  tax_lines: z.array(taxLine).nullish(),
  duties: z
    .array(z.object({ id: id.nullish(), price: amount.nullish(), price_set: moneySet.nullish() }))
    .nullish(),
});
export type RestLine = z.infer<typeof restLine>;

const restShippingLine = z.object({
  title: text.nullish(),
  price: amount,
  price_set: moneySet.nullish(),
  discounted_price: amount.nullish(),
  discounted_price_set: moneySet.nullish(),
  tax_lines: z.array(taxLine).nullish(),
  is_removed: z.boolean().nullish(),
});

const restTransaction = z.object({
  id: id.nullish(),
  kind: text,
  status: text,
  amount,
  amount_set: moneySet.nullish(),
  currency: text.nullish(),
  gateway: text.nullish(),
  error_code: text.nullish(),
  created_at: instant.nullish(),
  processed_at: instant.nullish(),
});
export type RestTransaction = z.infer<typeof restTransaction>;

const restRefund = z.object({
  id,
  created_at: instant.nullish(),
  note: text.nullish(),
  transactions: z.array(restTransaction).nullish(),
  refund_line_items: z.array(z.object({ line_item_id: id, quantity })).nullish(),
  order_adjustments: z
    .array(
      z.object({
        kind: text.nullish(),
        amount,
        amount_set: moneySet.nullish(),
        tax_amount: amount.nullish(),
        tax_amount_set: moneySet.nullish(),
      }),
    )
    .nullish(),
});
export type RestRefund = z.infer<typeof restRefund>;

const restFulfillment = z.object({
  id,
  name: text.nullish(),
  status: text.nullish(),
  created_at: instant,
  updated_at: instant.nullish(),
  shipment_status: text.nullish(),
  tracking_company: text.nullish(),
  tracking_number: text.nullish(),
  tracking_numbers: z.array(text).nullish(),
  tracking_url: text.nullish(),
  estimated_delivery_at: instant.nullish(),
  origin_address: z.object({ country_code: text.nullish() }).nullish(),
  line_items: z.array(z.object({ id, quantity })).nullish(),
});
export type RestFulfillment = z.infer<typeof restFulfillment>;

export const restOrder = z.object({
  id,
  name: text.nullish(),
  created_at: instant,
  updated_at: instant.nullish(),
  processed_at: instant.nullish(),
  cancelled_at: instant.nullish(),
  closed_at: instant.nullish(),
  test: z.boolean('not-a-yes-or-no').nullish(),
  currency: text.regex(/^[A-Z]{3,4}$/, 'not-a-currency'),
  presentment_currency: text.nullish(),
  taxes_included: z.boolean('not-a-yes-or-no').nullish(),
  financial_status: text.nullish(),
  fulfillment_status: text.nullish(),
  customer_locale: text.nullish(),
  note: text.nullish(),
  customer: z.object({ id: id.nullish() }).nullish(),
  shipping_address: z.object({ country_code: text.nullish() }).nullish(),
  payment_gateway_names: z.array(text).nullish(),
  total_price: amount,
  total_price_set: moneySet.nullish(),
  current_total_price: amount.nullish(),
  current_total_price_set: moneySet.nullish(),
  total_outstanding: amount.nullish(),
  total_shipping_price_set: moneySet.nullish(),
  line_items: z.array(restLine, 'not-a-list'),
  shipping_lines: z.array(restShippingLine, 'not-a-list').nullish(),
  fulfillments: z.array(restFulfillment, 'not-a-list').nullish(),
  refunds: z.array(restRefund, 'not-a-list').nullish(),
  transactions: z.array(restTransaction, 'not-a-list').nullish(),
});
export type RestOrder = z.infer<typeof restOrder>;
