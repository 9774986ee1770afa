import { describe, expect, test } from 'vitest';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { lateDispatch } from '#app/domain/scenarios/logistics/late-dispatch.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { caseOf, claimsOf, findingsOf } from '#tests/support/case-facts.ts';
import {
  daysAgo,
  dispatch,
  instant,
  line,
  lineId,
  locationId,
  now,
  order,
  parcel,
  shipped,
  usd,
} from '#tests/support/order-facts.ts';

const caseWith = (changes: Partial<OrderFacts>) => caseOf({ order: order(changes) });

function claim(changes: Partial<OrderFacts> = {}, at: Instant = now) {
  return claimsOf(lateDispatch, caseWith(changes), at)[0];
}

const codesOf = (changes: Partial<OrderFacts> = {}) =>
  claim(changes)?.evidence.map(({ code }) => code);

const stated = (fulfillBy: Instant): Partial<OrderFacts> => ({
  dispatches: [dispatch({ fulfillBy })],
});

describe('goods that were not shipped in time', () => {
  test('are owed back in full, shipping too, when nothing was shipped', () => {
    expect(claim()?.stake.estimate).toEqual(usd('45.00'));
    expect(claim()?.stake.lines).toEqual([
      { lineItemId: lineId, quantity: 2, restock: 'CANCEL', locationId },
    ]);
    expect(claim()?.responsibility.party).toBe('seller');
    expect(claim()?.remedies).toEqual(['cancel-and-refund']);
    expect(codesOf()).toEqual(['ship-by-assumed-passed', 'nothing-shipped']);
  });

  test('are late from the first instant after the ship-by day, where the shop is', () => {
    const facts = stated(instant('2026-11-20T15:00:00Z'));
    const over = instant('2026-11-21T00:00:00Z');
    expect(claim(facts, addDays(over, -0.00001))).toBeUndefined();
    expect(claim(facts, over)?.evidence[0]).toMatchObject({ code: 'ship-by-passed', at: over });
  });

  test('have a ship-by date of our own where Shopify knows none', () => {
    const paid = { payment: { ...order().payment, paidAt: daysAgo(7) } };
    expect(claim(paid)).toBeUndefined();
    expect(claim(paid, addDays(now, 1))).toBeDefined();
  });

  test('keep a part of the shipping when a part was shipped', () => {
    const partly = {
      lines: [line({ unfulfilledQuantity: 1 })],
      parcels: [parcel({ lines: [{ lineItemId: lineId, quantity: 1 }] })],
    };
    expect(claim(partly)?.stake.estimate).toEqual(usd('22.50'));
    expect(codesOf(partly)).toContain('partly-shipped');
  });

  test('are surer owed the longer they are late, and once the promise is broken too', () => {
    const p = (changes: Partial<OrderFacts>) => claim(changes)?.probability.value ?? 0;
    expect(p(stated(daysAgo(9)))).toBeGreaterThan(p(stated(daysAgo(3))));
    const promised = { dispatches: [dispatch({ fulfillBy: daysAgo(3), promisedBy: daysAgo(2) })] };
    expect(p(promised)).toBeGreaterThan(p(stated(daysAgo(3))));
    expect(codesOf(promised)).toContain('promise-passed');
    const ahead = {
      dispatches: [dispatch({ fulfillBy: daysAgo(3), promisedBy: addDays(now, 2) })],
    };
    expect(codesOf(ahead)).not.toContain('promise-passed');
  });

  test('say why they are held, once for each reason', () => {
    const held = dispatch({ holds: ['INVENTORY_OUT_OF_STOCK', 'INVENTORY_OUT_OF_STOCK'] });
    expect(codesOf({ dispatches: [held] })).toEqual([
      'ship-by-assumed-passed',
      'nothing-shipped',
      'dispatch-held',
    ]);
  });

  test.each<[string, Partial<OrderFacts>]>([
    ['was cancelled', { cancelledAt: daysAgo(1) }],
    ['was shipped', shipped()],
    ['waits for its payment', { dispatches: [dispatch({ holds: ['AWAITING_PAYMENT'] })] }],
    ['holds nothing that is shipped', { lines: [line({ requiresShipping: false })] }],
    ['was paid back', { lines: [line({ refundableQuantity: 0 })] }],
  ])('are not owed when the order %s', (_, changes) => {
    expect(findingsOf(lateDispatch, caseWith(changes))).toEqual([]);
  });

  test.each<[string, Partial<OrderFacts>, string]>([
    ['nobody paid', { payment: { ...order().payment, paidAt: null } }, 'payment'],
    [
      'it is scheduled for a day that is not told',
      { dispatches: [dispatch({ status: 'SCHEDULED' })] },
      'ship-by',
    ],
  ])('cannot be judged when %s', (_, changes, missing) => {
    expect(findingsOf(lateDispatch, caseWith(changes))).toEqual([
      { finding: 'cannot-tell', missing },
    ]);
  });

  test('are judged without dispatches, which may not be readable', () => {
    expect(claim({ dispatches: [] })?.stake.lines[0]).toMatchObject({
      restock: 'NO_RESTOCK',
      locationId: null,
    });
  });
});
