import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { daysBefore, lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});

interface StoredFacts {
  readonly lines: readonly unknown[];
  readonly parcels: readonly { readonly lines: readonly unknown[] }[];
  readonly financialStatus: string | null;
  readonly currency: string;
}

async function look(order: Record<string, unknown>, happens?: (orderId: string) => void) {
  const orderId = load(stage, order);
  happens?.(orderId);
  const { api } = stage.simulator;
  const body = api.payloadOf(shopDomain, 'orders/create', orderId);
  const report = await api.deliver({ shop: shopDomain, topic: 'orders/create', body });
  expect(report.status).toBe(200);
  await waitUntil(
    async () =>
      (await stage.query('select from order_record where order_id = $1', [orderId])).length > 0,
    'the look',
  );
  const [row] = await stage.query<{ facts: StoredFacts }>(
    'select facts from order_record where order_id = $1',
    [orderId],
  );
  const [suggestion] = await suggestionsOf(stage, orderId);
  return { orderId, facts: row?.facts, suggestion };
}

function lines(count: number): Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => ({
    id: 900_000 + index,
    title: `Sticker ${index}`,
    product_id: 5,
    quantity: 1,
    price: '1.00',
    requires_shipping: true,
    gift_card: false,
    tax_lines: [],
  }));
}

/** Priced at 45.00 USD, of which the buyer saw 40.50 EUR. */
function paidInEuros(): Record<string, unknown> {
  const both = (usd: string, eur: string) => ({
    shop_money: { amount: usd, currency_code: 'USD' },
    presentment_money: { amount: eur, currency_code: 'EUR' },
  });
  return {
    currency: 'USD',
    presentment_currency: 'EUR',
    total_price_set: both('45.00', '40.50'),
    subtotal_price_set: both('40.00', '36.00'),
    total_tax_set: both('0.00', '0.00'),
    total_shipping_price_set: both('5.00', '4.50'),
    line_items: [
      { ...lines(1)[0], quantity: 2, price: '20.00', price_set: both('20.00', '18.00') },
    ],
    shipping_lines: [
      { id: 8, title: 'Standard', price: '5.00', price_set: both('5.00', '4.50'), tax_lines: [] },
    ],
  };
}

describe('an order that is large', () => {
  test('is read to the last line of a parcel that holds more than a page', async () => {
    const order = lateDispatchOrder({
      line_items: lines(140),
      subtotal_price: '140.00',
      total_price: '145.00',
    });
    const { facts, suggestion } = await look(order, (orderId) => {
      stage.simulator.api.addFulfillment(shopDomain, orderId, {
        lines: Array.from({ length: 130 }, (_, index) => ({
          lineItemId: String(900_000 + index),
          quantity: 1,
        })),
        trackingCompany: 'USPS',
        trackingNumber: '94',
      });
    });
    expect(facts?.parcels.map((parcel) => parcel.lines.length)).toEqual([130]);
    expect(Number(suggestion?.amount)).toBe(10.36);
  });

  test('is read to its last line and parcel, within the cost of a query', async () => {
    const order = lateDispatchOrder({
      line_items: lines(260),
      subtotal_price: '260.00',
      total_price: '265.00',
    });
    const { facts, suggestion } = await look(order, (orderId) => {
      for (let index = 0; index < 12; index += 1) {
        stage.simulator.api.addFulfillment(shopDomain, orderId, {
          lines: [{ lineItemId: String(900_000 + index), quantity: 1 }],
          trackingCompany: 'USPS',
          trackingNumber: `94${index}`,
          createdAt: daysBefore(2),
        });
      }
    });
    expect(facts?.lines.length).toBe(260);
    expect(facts?.parcels.length).toBe(12);
    expect(suggestion).toMatchObject({ ground: 'late-dispatch' });
    expect(Number(suggestion?.amount)).toBe(252.77);
  });
});

describe('an order that', () => {
  test.each<[string, Record<string, unknown>]>([
    ['has no customer and no address', { customer: null, shipping_address: null }],
    ['has no shipping lines', { shipping_lines: [], total_price: '40.00' }],
    [
      'has an item without product',
      {
        line_items: [{ ...lines(1)[0], product_id: null, sku: null }],
        total_price: '6.00',
        subtotal_price: '1.00',
      },
    ],
    ['was paid in another currency than the shop’s', paidInEuros()],
    ['is a test', { test: true }],
    ['has a tip', { total_tip_received: '3.00', total_price: '48.00' }],
  ])('%s is judged and suggested', async (_, changes) => {
    const { suggestion } = await look(lateDispatchOrder(changes));
    expect(suggestion?.ground).toBe('late-dispatch');
  });

  test.each<[string, Record<string, unknown>]>([
    ['was voided', { financial_status: 'voided' }],
    ['was never paid', { financial_status: 'pending' }],
    ['was refunded', { financial_status: 'refunded' }],
    [
      'is free',
      {
        total_price: '0.00',
        subtotal_price: '0.00',
        line_items: [{ ...lines(1)[0], price: '0.00' }],
        shipping_lines: [],
      },
    ],
    [
      'is a gift card',
      { line_items: [{ ...lines(1)[0], gift_card: true, requires_shipping: false }] },
    ],
    [
      'has statuses and fields of the future',
      {
        financial_status: 'paid_in_shells',
        fulfillment_status: 'beamed',
        a_field_of_the_future: { deep: [1] },
      },
    ],
  ])('%s is judged, and no money is invented', async (_, changes) => {
    const { facts, suggestion } = await look(lateDispatchOrder(changes));
    expect(facts).toBeDefined();
    expect(suggestion).toBeUndefined();
  });
});
