import { restAmount, type Bag } from '../api/decimal.ts';
import type { JsonObject } from '../api/json.ts';
import type { OrderDraft, ParcelDraft } from './order-draft.ts';
import { priceOrder, shopCurrency, type PricedOrder } from './price-order.ts';

/** What every part of an order is written with. */
export interface Pen {
  readonly orderId: number;
  readonly draft: OrderDraft;
  readonly priced: PricedOrder;
  /** Ids of the lines, in their order. */
  readonly lineIds: readonly number[];
  /** An id that nothing else in the shop has. */
  readonly nextId: () => number;
  /** The instant so many days ago. */
  readonly at: (daysAgo: number) => string;
  /** `<key>` and `<key>_set`, as REST writes money. */
  readonly money: (key: string, bag: Bag) => JsonObject;
}

export const gateway = 'shopify_payments';

export function takePen(draft: OrderDraft, number: number, now: Date): Pen {
  const orderId = 6_400_000_000_000 + number;
  // Room for a thousand parts of each order, and still below 2^53.
  let last = orderId * 1000;
  const nextId = () => (last += 1);
  const { currency } = draft.lane.to;
  return {
    orderId,
    draft,
    priced: priceOrder(draft),
    lineIds: draft.lines.map(nextId),
    nextId,
    at: (daysAgo) => new Date(now.getTime() - daysAgo * 86_400_000).toISOString(),
    money: (key, { shop, presentment }) => ({
      [key]: restAmount(shop, shopCurrency),
      [`${key}_set`]: {
        shop_money: { amount: restAmount(shop, shopCurrency), currency_code: shopCurrency },
        presentment_money: { amount: restAmount(presentment, currency), currency_code: currency },
      },
    }),
  };
}

/** Positions of the lines in a parcel. */
export function carriedBy({ lines }: OrderDraft, { carries }: ParcelDraft): readonly number[] {
  return carries ?? lines.flatMap(({ product }, position) => (product.giftCard ? [] : [position]));
}

/** Units of a line that went back with the refund. */
export function refundedUnitsOf({ lines, refund }: OrderDraft, position: number): number {
  const isRefunded = refund?.of === 'everything' || (refund?.of === 'first-line' && position === 0);
  return isRefunded ? (lines[position]?.quantity ?? 0) : 0;
}
