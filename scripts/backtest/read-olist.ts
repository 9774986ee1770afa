import { add, parseMoney, roundMoney, zero, type Money } from '#app/domain/money.ts';
import { earliest, latest, type Instant } from '#app/domain/time.ts';
import { Problem } from '../run/with-undo.ts';
import { dayAfter, localInstant, type OlistOrder } from './olist-order.ts';
import { findTables, readRows, type Row, type Table } from './read-tables.ts';

export interface Olist {
  readonly orders: readonly OlistOrder[];
  /** The last instant of which the set tells. */
  readonly until: Instant;
  /** Sellers whose goods are in the orders. */
  readonly sellers: number;
}

const nothing = parseMoney('0', 'BRL');

interface Goods {
  readonly value: Money;
  readonly shipBy: Instant | null;
}

/** Reads the tables one after the other, each as a stream; of rows only what an order needs is kept. */
export async function readOlist(dir: string): Promise<Olist> {
  const tables = await findTables(dir);
  const each = async (table: Table, take: (row: Row) => void) => {
    for (const file of tables.get(table) ?? []) await readRows(file, take);
  };
  if (!tables.has('orders') || !tables.has('reviews')) {
    throw new Problem(`${dir} holds no orders and reviews in the shape of Olist's`);
  }
  const reviews = new Map<string, NonNullable<OlistOrder['review']>>();
  await each('reviews', (row) => {
    noteReview(reviews, row);
  });
  const goods = new Map<string, Goods>();
  const sellers = new Set<string>();
  await each('items', (row) => {
    sellers.add(row['seller_id'] ?? '');
    noteItem(goods, row);
  });
  const paid = new Map<string, Money>();
  await each('payments', (row) => {
    const id = row['order_id'] ?? '';
    const value = roundMoney(row['payment_value'] ?? '0', 'BRL');
    paid.set(id, add(paid.get(id) ?? nothing, value));
  });
  const orders: OlistOrder[] = [];
  await each('orders', (row) => {
    const id = row['order_id'] ?? '';
    const own = goods.get(id);
    orders.push(
      ...orderFrom(row, {
        value: own?.value ?? paid.get(id) ?? zero(nothing.currencyCode),
        shipBy: own?.shipBy ?? null,
        review: reviews.get(id) ?? null,
      }),
    );
  });
  const until = latest(
    orders.flatMap((one) => [one.purchasedAt, one.deliveredAt, one.review?.at ?? null]),
  );
  if (!until) throw new Problem(`${dir} holds no order with a promised day`);
  return { orders, until, sellers: sellers.size };
}

/** The last word of a buyer who wrote several times. */
function noteReview(reviews: Map<string, NonNullable<OlistOrder['review']>>, row: Row): void {
  const id = row['order_id'] ?? '';
  const at = localInstant(row['review_answer_timestamp'] ?? '');
  const stars = Number(row['review_score']);
  const known = reviews.get(id);
  if (at && stars > 0 && (!known || at > known.at)) reviews.set(id, { at, stars });
}

function noteItem(goods: Map<string, Goods>, row: Row): void {
  const id = row['order_id'] ?? '';
  const known = goods.get(id);
  const price = roundMoney(row['price'] ?? '0', 'BRL');
  const freight = roundMoney(row['freight_value'] ?? '0', 'BRL');
  const shipBy = localInstant(row['shipping_limit_date'] ?? '');
  goods.set(id, {
    value: add(known?.value ?? nothing, add(price, freight)),
    shipBy: earliest([known?.shipBy ?? null, shipBy]),
  });
}

function orderFrom(
  row: Row,
  known: Pick<OlistOrder, 'value' | 'shipBy' | 'review'>,
): readonly OlistOrder[] {
  const at = (column: string) => localInstant(row[column] ?? '');
  const purchasedAt = at('order_purchase_timestamp');
  const promised = at('order_estimated_delivery_date');
  const weight = row['pop_weight'];
  if (!purchasedAt || !promised) return [];
  return [
    {
      ...known,
      id: row['order_id'] ?? '',
      status: row['order_status'] ?? '',
      weight: weight === undefined || weight === '' ? null : Number(weight),
      purchasedAt,
      approvedAt: at('order_approved_at'),
      carrierAt: at('order_delivered_carrier_date'),
      deliveredAt: at('order_delivered_customer_date'),
      promised,
      actAt: dayAfter(row['order_estimated_delivery_date'] ?? ''),
    },
  ];
}
