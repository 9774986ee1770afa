import { describe, expect, test } from 'vitest';
import { assess } from '#app/domain/assess.ts';
import { noSignals, type CaseFacts, type ProblemReport } from '#app/domain/case-facts.ts';
import { defaultPolicy, type Policy } from '#app/domain/policy.ts';
import { addDays } from '#app/domain/time.ts';
import { caseOf } from '#tests/support/case-facts.ts';
import { daysAgo, now, order, parcel, scan, shipped } from '#tests/support/order-facts.ts';

const silent = order(
  shipped([parcel({ createdAt: daysAgo(50), scans: [scan({ happenedAt: daysAgo(40) })] })]),
);

function report(changes: Partial<ProblemReport> = {}): ProblemReport {
  return {
    reportId: 'r1',
    at: daysAgo(1),
    problem: 'safety',
    lines: [],
    photos: 1,
    intents: [],
    ...changes,
  };
}

function careIn(changes: Partial<CaseFacts>, care: Partial<Policy['care']> = {}) {
  const policy = { ...defaultPolicy, care: { ...defaultPolicy.care, ...care } };
  const { care: taken, claims } = assess(caseOf({ order: silent, ...changes }), policy, now);
  return { ...taken, because: taken.because.map(({ code }) => code), ground: claims[0]?.ground };
}

const customer = { orders: 5, refundedOrders: 0, notReceivedOrders: 0, keptItems: 0 };

describe('care', () => {
  test('is not needed where nothing is odd', () => {
    expect(careIn({ customer })).toMatchObject({
      automatic: true,
      secondPerson: false,
      checklist: [],
      because: [],
    });
  });

  test('is taken of buyers who got money back often, and lowers nothing', () => {
    const often = { ...customer, refundedOrders: 2 };
    expect(careIn({ customer: often })).toMatchObject({
      automatic: false,
      because: ['refunded-often'],
    });
    expect(careIn({ customer: { ...customer, refundedOrders: 1 } }).because).toEqual([]);
    expect(careIn({ customer: { ...often, orders: 2 } }).because).toEqual([]);
    const value = (facts: Partial<CaseFacts>) =>
      assess(caseOf({ order: silent, ...facts }), defaultPolicy, now).claims[0]?.probability.value;
    expect(value({ customer: often })).toBe(value({}));
  });

  test('is taken of repeated parcels that did not come, in claims about parcels', () => {
    expect(careIn({ customer: { ...customer, notReceivedOrders: 2 } }).because).toEqual([
      'not-received-often',
    ]);
  });

  test('is taken of claims soon after the order', () => {
    const told = { ...noSignals, reports: [report({ problem: 'not-received', at: daysAgo(4) })] };
    expect(careIn({ signals: told }).because).toEqual(['claimed-early']);
    const later = { ...noSignals, reports: [report({ problem: 'not-received', at: daysAgo(1) })] };
    expect(careIn({ signals: later }).because).toEqual([]);
    const ahead = {
      ...noSignals,
      reports: [report({ problem: 'not-received', at: addDays(now, 1) })],
    };
    expect(careIn({ signals: ahead }, { abuseFirstDays: 60 }).because).toEqual([]);
  });

  test('is taken of items that were left with one customer often', () => {
    const signals = { ...noSignals, reports: [report()] };
    expect(careIn({ signals, customer: { ...customer, keptItems: 2 } }).because).toContain(
      'items-kept-often',
    );
    expect(careIn({ signals, customer: { ...customer, keptItems: 1 } }).because).not.toContain(
      'items-kept-often',
    );
    expect(careIn({ signals, customer: null }).because).not.toContain('items-kept-often');
  });

  test('is taken of facts that contradict each other', () => {
    const contradicts = order(
      shipped([
        parcel({
          createdAt: daysAgo(50),
          scans: [
            scan({ status: 'DELIVERED', happenedAt: daysAgo(42) }),
            scan({ happenedAt: daysAgo(40) }),
          ],
        }),
      ]),
    );
    expect(careIn({ order: contradicts })).toMatchObject({
      automatic: false,
      because: ['scans-contradict'],
    });
  });

  test('is always taken of special circumstances, with questions, by two above a limit', () => {
    const signals = { ...noSignals, reports: [report()] };
    const taken = careIn({ signals });
    expect(taken).toMatchObject({ ground: 'safety', automatic: false, secondPerson: false });
    expect(taken.checklist.length).toBeGreaterThan(1);
    expect(careIn({ signals }, { secondPersonAbove: '20' }).secondPerson).toBe(true);
    expect(careIn({ signals }, { secondPersonAbove: null }).secondPerson).toBe(false);
  });

  test('has two people look where the limit has no rate to the order’s currency', () => {
    const signals = { ...noSignals, reports: [report()] };
    const policy = {
      ...defaultPolicy,
      costs: { ...defaultPolicy.costs, currency: 'shop' as const },
    };
    const odd = {
      ...silent,
      payment: { ...silent.payment, shopTotal: { ...silent.payment.total } },
    };
    const without = {
      ...odd,
      payment: {
        ...odd.payment,
        shopTotal: { amount: odd.payment.refunded.amount, currencyCode: 'EUR' as never },
      },
    };
    expect(assess(caseOf({ order: without, signals }), policy, now).care.secondPerson).toBe(true);
  });
});
