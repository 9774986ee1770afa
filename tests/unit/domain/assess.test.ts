import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#app/domain/assess.ts';
import { compare } from '#app/domain/money.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { refundableOf } from '#app/domain/remedy/refundable.ts';
import { addDays } from '#app/domain/time.ts';
import { caseOf } from '#tests/support/case-facts.ts';
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
    const drawnOrder = order({
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
    return caseOf({ order: drawnOrder });
  });

describe('an assessment', () => {
  test('never claims more than can still be refunded, and never without evidence', () => {
    fc.assert(
      fc.property(facts, (drawn) => {
        for (const { stake, evidence, probability } of assess(drawn, defaultPolicy, now).claims) {
          expect(compare(stake.estimate, refundableOf(drawn.order))).toBeLessThanOrEqual(0);
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

  test('speaks of nothing but the dispute while a bank has the money, and again once it is won', () => {
    const disputed = (status: string) =>
      assess(
        caseOf({
          order: order({
            disputes: [
              { disputeId: 'd', initiatedAs: 'CHARGEBACK', status, reason: null, openedAt: null },
            ],
          }),
        }),
        defaultPolicy,
        now,
      ).claims.map(({ ground }) => ground);
    expect(disputed('NEEDS_RESPONSE')).toEqual(['payment-inquiry']);
    expect(disputed('LOST')).toEqual([]);
    expect(disputed('A_STATUS_OF_THE_FUTURE')).toEqual([]);
    expect(disputed('WON')).toEqual(['late-dispatch']);
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
    expect(assess(caseOf({ order: strange }), defaultPolicy, now).claims).toEqual([]);
  });

  test('takes an order of nothing for one that owes nothing', () => {
    const nothing = order({
      lines: [],
      dispatches: [],
      payment: { ...order().payment, received: usd('0') },
    });
    expect(assess(caseOf({ order: nothing }), defaultPolicy, now)).toMatchObject({
      claims: [],
      recommendation: null,
    });
  });

  test('names what it could not judge', () => {
    const { notJudged } = assess(
      caseOf({ order: order(shipped([parcel({ trackingNumbers: [] })])) }),
      defaultPolicy,
      now,
    );
    expect(notJudged.map(({ ground }) => ground)).toEqual(['never-scanned', 'late-arrival']);
  });

  test('puts the likelier claim first', () => {
    const both = order(
      shipped([
        parcel({
          createdAt: daysAgo(50),
          scans: [scan({ happenedAt: daysAgo(45) })],
          estimatedDeliveryAt: daysAgo(3),
        }),
      ]),
    );
    const { claims } = assess(caseOf({ order: both }), defaultPolicy, now);
    expect(claims.map(({ ground }) => ground)).toEqual(['silent-parcel', 'late-arrival']);
  });

  test('does not know a line twice', () => {
    const two = order({ lines: [line(), line({ lineItemId: 'gid://shopify/LineItem/2' })] });
    const [claim] = assess(caseOf({ order: two }), defaultPolicy, now).claims;
    expect(claim?.stake.lines.length).toBe(2);
    expect(claim?.stake.estimate).toEqual(usd('45.00'));
  });
});

describe('an order', () => {
  test('of the future is named and not judged until then', () => {
    const ahead = caseOf({ order: order({ createdAt: addDays(now, 1) }) });
    const { claims, care, lookAgainAt } = assess(ahead, defaultPolicy, now);
    expect(claims).toEqual([]);
    expect(care.because.map(({ code }) => code)).toEqual(['order-in-future']);
    expect(lookAgainAt).toBe(addDays(now, 1));
  });

  test('that is a test says so with every claim', () => {
    const { claims } = assess(caseOf({ order: order({ test: true }) }), defaultPolicy, now);
    expect(claims[0]?.evidence.at(-1)?.code).toBe('test-order');
  });

  test('of which a part went back is less surely owed the rest', () => {
    const value = (changes: Partial<ReturnType<typeof order>['payment']>) =>
      assess(
        caseOf({ order: order({ payment: { ...order().payment, ...changes } }) }),
        defaultPolicy,
        now,
      ).claims[0];
    const whole = value({});
    expect(value({ refunded: usd('5.00') })?.probability.value).toBeCloseTo(
      (whole?.probability.value ?? 0) - 0.25,
      6,
    );
    expect(value({ refundPending: usd('5.00') })?.evidence.at(-1)?.code).toBe('refund-pending');
  });
});
