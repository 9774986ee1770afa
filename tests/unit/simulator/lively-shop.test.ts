import { describe, expect, test } from 'vitest';
import { isObject, objectsIn, writeJson, type JsonObject } from '#tests/simulator/api/json.ts';
import { loadOrder } from '#tests/simulator/api/orders/load-order.ts';
import { maximumRefundableOf, netPaymentOf } from '#tests/simulator/api/orders/order-money.ts';
import type { OrderState } from '#tests/simulator/api/orders/order-state.ts';
import { furnishShop, livelyShop } from '#tests/simulator/lively-shop/lively-shop.ts';
import { randomFrom } from '#tests/simulator/lively-shop/random.ts';

const now = new Date('2026-11-25T12:00:00Z');
const furnished = furnishShop({ seed: 7, now });

function load(order: JsonObject): OrderState {
  let last = 0;
  return loadOrder(order, {
    shop: livelyShop.domain,
    primaryLocationId: 'gid://shopify/Location/1',
    newId: (type) => `gid://shopify/${type}/${(last += 1)}`,
  });
}

function keysWithin(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysWithin);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inside]) => [key, ...keysWithin(inside)]);
}

describe('the lively shop', () => {
  test('is the same for the same seed and instant, and another for another seed', () => {
    expect(writeJson(furnishShop({ seed: 7, now }))).toBe(writeJson(furnished));
    expect(writeJson(furnishShop({ seed: 8, now }))).not.toBe(writeJson(furnished));
  });

  test.each([1, 7, 20261125])('has enough of everything with seed %i', (seed) => {
    const orders = furnishShop({ seed, now }).map(({ order }) => load(order));
    expect(orders.length).toBeGreaterThanOrEqual(150);
    const currencies = new Set(orders.map(({ presentmentCurrency }) => presentmentCurrency));
    expect([...currencies]).toEqual(
      expect.arrayContaining(['USD', 'EUR', 'GBP', 'JPY', 'AUD', 'KWD', 'CAD']),
    );
    const countries = new Set(orders.map(({ shippingAddress }) => shippingAddress?.countryCode));
    expect(countries.size).toBeGreaterThanOrEqual(12);
    const origins = orders.flatMap(({ fulfillments }) =>
      fulfillments.map(({ originCountry }) => originCountry),
    );
    expect([...new Set(origins)].sort()).toEqual(['CN', 'DE', 'US']);
  });

  test('owes money to some 40 buyers, by many grounds', () => {
    const owed = furnished.flatMap(({ owed }) => (owed === null || owed === 'soon' ? [] : [owed]));
    expect(owed.length).toBeGreaterThanOrEqual(35);
    expect(owed.length).toBeLessThanOrEqual(55);
    const grounds = ['late-dispatch', 'silent-parcel', 'late-arrival', 'cancelled-unrefunded'];
    for (const ground of grounds) {
      expect(owed.filter((each) => each === ground).length).toBeGreaterThanOrEqual(5);
    }
    expect(new Set(owed).size).toBeGreaterThanOrEqual(9);
  });

  test('knows no people: of buyers it has the country and the language alone', () => {
    const keys = new Set(keysWithin(furnished.map(({ order }) => order)));
    const personal = [...keys].filter((key) =>
      /^(first_name|last_name|email|phone|address[12]|city|zip|latitude|longitude|note_attributes)$/.test(
        key,
      ),
    );
    expect(personal).toEqual([]);
    expect(furnished.every(({ order }) => order['customer'] === null)).toBe(true);
  });

  test('uses each id once, all below 2^53', () => {
    const ids = furnished.flatMap(({ order }) => [
      order['id'],
      ...['line_items', 'shipping_lines', 'transactions', 'fulfillments', 'refunds'].flatMap(
        (kind) =>
          objectsIn(order[kind]).flatMap((part) => [
            part['id'],
            ...objectsIn(part['events']).map((event) => event['id']),
            ...objectsIn(part['transactions']).map((transaction) => transaction['id']),
          ]),
      ),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(Number.isSafeInteger)).toBe(true);
  });

  test('has totals that are the sum of their parts, and no more paid back than was paid', () => {
    for (const { story, order } of furnished) {
      const loaded = load(order);
      const tax = loaded.taxesIncluded ? 0n : loaded.totalTax.presentment;
      const sum = loaded.subtotal.presentment + tax + loaded.shipping.charged.presentment;
      expect(loaded.total.presentment, story).toBe(sum);
      expect(netPaymentOf(loaded).presentment, story).toBeGreaterThanOrEqual(0n);
      expect(maximumRefundableOf(loaded), story).toBe(netPaymentOf(loaded).presentment);
    }
  });

  test('tells no event before its order was placed, and none of the future', () => {
    for (const { story, order } of furnished) {
      const { createdAt, fulfillments, refunds, cancelledAt } = load(order);
      const events = [
        ...fulfillments.flatMap((each) => [each.createdAt, ...each.scans.map((s) => s.happenedAt)]),
        ...refunds.map((refund) => refund.createdAt),
        ...(cancelledAt === null ? [] : [cancelledAt]),
      ];
      for (const at of events) {
        expect(at >= createdAt, `${story}: ${at} before ${createdAt}`).toBe(true);
        expect(Date.parse(at), story).toBeLessThanOrEqual(now.getTime());
      }
      for (const { scans } of fulfillments) {
        expect(scans.map((scan) => scan.happenedAt)).toEqual(
          scans.map((scan) => scan.happenedAt).sort(),
        );
      }
    }
  });
});

describe('chance from a seed', () => {
  test('shuffles without losing or doubling anything', () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = randomFrom(3).shuffled(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.sort((a, b) => a - b)).toEqual(list);
  });

  test('stays inside its bounds', () => {
    const random = randomFrom(5);
    const drawn = Array.from({ length: 500 }, () => random.whole(1, 6));
    expect([...new Set(drawn)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(random.between(2, 2)).toBe(2);
  });
});
