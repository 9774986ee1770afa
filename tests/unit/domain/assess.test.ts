import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#app/domain/assess.ts';
import { compare } from '#app/domain/money.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { refundableOf } from '#app/domain/remedy/refundable.ts';
import { recommend } from '#app/domain/remedy/recommend.ts';
import { addDays } from '#app/domain/time.ts';
import {
  daysAgo,
  line,
  now,
  order,
  parcel,
  scan,
  shipped,
  usd,
} from '#tests/support/order-facts.ts';

const days = fc.integer({ min: 0, max: 120 });
const facts = fc
  .record({
    paid: fc.integer({ min: 0, max: 10_000 }),
    refunded: fc.integer({ min: 0, max: 10_000 }),
    pending: fc.integer({ min: 0, max: 10_000 }),
    scannedDays: days,
    promisedDays: fc.option(days),
    cancelled: fc.boolean(),
    isShipped: fc.boolean(),
  })
  .map((drawn) => {
    const cents = (amount: number) => usd((amount / 100).toFixed(2));
    return order({
      ...(drawn.isShipped
        ? shipped([
            parcel({
              scans: [scan({ happenedAt: daysAgo(drawn.scannedDays) })],
              estimatedDeliveryAt: drawn.promisedDays === null ? null : daysAgo(drawn.promisedDays),
            }),
          ])
        : {}),
      cancelledAt: drawn.cancelled ? daysAgo(1) : null,
      payment: {
        ...order().payment,
        received: cents(drawn.paid),
        refunded: cents(drawn.refunded),
        refundPending: cents(drawn.pending),
      },
    });
  });

describe('an assessment', () => {
  test('never claims more than can still be refunded, and never without evidence', () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        for (const { stake, evidence, probability } of assess(drawn, defaultPolicy, now).claims) {
          expect(compare(stake.estimate, refundableOf(drawn))).toBeLessThanOrEqual(0);
          expect(compare(stake.estimate, usd('0'))).toBe(1);
          expect(evidence.length).toBeGreaterThan(0);
          const sum = probability.parts.reduce((total, { weight }) => total + weight, 0);
          expect(sum).toBeCloseTo(probability.value, 6);
        }
      }),
    );
  });

  test('stays what it is until it says to look again', () => {
    fc.assert(
      fc.property(facts, fc.double({ min: 0, max: 0.999, noNaN: true }), (drawn, share) => {
        const first = assess(drawn, defaultPolicy, now);
        const end = first.lookAgainAt ?? addDays(now, 400);
        const span = Date.parse(end) - Date.parse(now);
        const between = addDays(now, (span / 86_400_000) * share);
        const later = assess(drawn, defaultPolicy, between);
        expect(later.claims.map(({ ground }) => ground)).toEqual(
          first.claims.map(({ ground }) => ground),
        );
      }),
    );
  });

  test('is silent while a bank has the money, and speaks again once the dispute is won', () => {
    const disputed = (status: string) =>
      assess(
        order({ disputes: [{ disputeId: 'd', initiatedAs: 'CHARGEBACK', status }] }),
        defaultPolicy,
        now,
      ).claims.length;
    expect(disputed('NEEDS_RESPONSE')).toBe(0);
    expect(disputed('LOST')).toBe(0);
    expect(disputed('A_STATUS_OF_THE_FUTURE')).toBe(0);
    expect(disputed('WON')).toBe(1);
  });

  test('carries enum values that nobody knows', () => {
    const strange = order({
      financialStatus: 'HALF_PAID',
      fulfillmentStatus: 'BEAMED_UP',
      returnStatus: 'LOOPING',
      ...shipped([
        parcel({
          status: 'TELEPORTED',
          displayStatus: 'FOLDED',
          scans: [scan({ status: 'WARPED' })],
        }),
      ]),
    });
    expect(assess(strange, defaultPolicy, now).claims).toEqual([]);
  });

  test('takes an order of nothing for one that owes nothing', () => {
    const nothing = order({
      lines: [],
      dispatches: [],
      payment: { ...order().payment, received: usd('0') },
    });
    expect(assess(nothing, defaultPolicy, now)).toMatchObject({ claims: [], recommendation: null });
  });

  test('names what it could not judge', () => {
    const { notJudged } = assess(order(shipped([parcel()])), defaultPolicy, now);
    expect(notJudged.map(({ ground }) => ground)).toEqual(['silent-parcel', 'late-arrival']);
  });

  test('puts the likelier claim first', () => {
    const both = order(
      shipped([
        parcel({ scans: [scan({ happenedAt: daysAgo(70) })], estimatedDeliveryAt: daysAgo(3) }),
      ]),
    );
    const { claims } = assess(both, defaultPolicy, now);
    expect(claims.map(({ ground }) => ground)).toEqual(['silent-parcel', 'late-arrival']);
  });

  test('does not know a line twice', () => {
    const two = order({ lines: [line(), line({ lineItemId: 'gid://shopify/LineItem/2' })] });
    const [claim] = assess(two, defaultPolicy, now).claims;
    expect(claim?.stake.lines.length).toBe(2);
    expect(claim?.stake.estimate).toEqual(usd('45.00'));
  });
});

describe('the recommendation', () => {
  // Break-even with the defaults: .50 at $15, .78 at $40, .90 at $100, .95 at $200.
  test.each([
    ['15.00', 0.49, 'wait'],
    ['15.00', 0.51, 'refund'],
    ['40.00', 0.77, 'wait'],
    ['40.00', 0.79, 'refund'],
    ['100.00', 0.89, 'wait'],
    ['100.00', 0.91, 'refund'],
    ['200.00', 0.94, 'wait'],
    ['200.00', 0.96, 'refund'],
  ])('at $%s and %d it is to %s', (amount, probability, kind) => {
    expect(recommend(usd(amount), probability).options[0].kind).toBe(kind);
  });
});
