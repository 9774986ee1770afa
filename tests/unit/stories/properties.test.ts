import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '#app/domain/assess.ts';
import { noSignals, reportProblems, type CaseFacts } from '#app/domain/case-facts.ts';
import { intents } from '#app/domain/intent.ts';
import { compare } from '#app/domain/money.ts';
import type { ScanFacts } from '#app/domain/order-facts.ts';
import { defaultPolicy, type Policy } from '#app/domain/policy.ts';
import { refundableOf } from '#app/domain/remedy/refundable.ts';
import type { Assessment } from '#app/domain/suggestion.ts';
import { addDays, latest, type Instant } from '#app/domain/time.ts';
import { caseOf } from '#tests/support/case-facts.ts';
import {
  daysAgo,
  dispatch,
  line,
  now,
  order,
  parcel,
  scan,
  usd,
} from '#tests/support/order-facts.ts';

/** Quarters of days ago, some of them ahead: instants that fall together with limits happen. */
const ago = fc.integer({ min: -8, max: 400 }).map((quarters) => daysAgo(quarters / 4));
const country = fc.constantFrom('US', 'DE', 'GB', 'CN', 'AU', 'KW', null);

const statuses = fc.constantFrom(
  ...[
    'LABEL_PRINTED',
    'CARRIER_PICKED_UP',
    'IN_TRANSIT',
    'OUT_FOR_DELIVERY',
    'DELIVERED',
    'FAILURE',
  ],
  ...[
    'ATTEMPTED_DELIVERY',
    'READY_FOR_PICKUP',
    'DELAYED',
    'carrier_parcel_lost',
    'return_to_sender',
  ],
  ...['consignee_refused', 'customs_duties_unpaid', 'carrier_damaged_parcel', 'WARPED', ''],
);
const scans: fc.Arbitrary<ScanFacts> = fc.record({
  status: statuses,
  happenedAt: ago,
  message: fc.constantFrom(null, 'Held by customs', 'Returned to sender', 'Arrived', '已签收'),
  country,
  source: fc.constantFrom(null, 'karrio', 'aftership'),
});

const readIntents = fc.array(
  fc.record({ intent: fc.constantFrom(...intents), confidence: fc.constantFrom(0.5, 0.7, 0.95) }),
  { maxLength: 2 },
);
const reports = fc.record({
  reportId: fc.uuid(),
  at: ago,
  problem: fc.constantFrom(...reportProblems),
  lines: fc.constantFrom([], [{ lineItemId: line().lineItemId, quantity: 1 }]),
  photos: fc.integer({ min: 0, max: 3 }),
  intents: readIntents,
});
const wanted = { lineItemId: line().lineItemId, returnLineId: null, processed: 0 };
const returns = fc.record({
  returnId: fc.constant('gid://shopify/Return/1' as const),
  status: fc.constantFrom('REQUESTED', 'OPEN', 'CLOSED', 'DECLINED'),
  requestedAt: ago,
  receivedAt: fc.option(ago),
  scans: fc.array(scans, { maxLength: 3 }),
  refundIds: fc.constant([]),
  lines: fc.constantFrom(
    [{ ...wanted, quantity: 1, reason: 'DEFECTIVE', intents: [] }],
    [{ ...wanted, quantity: 3, reason: null, intents: [] }],
  ),
});

const cases: fc.Arbitrary<CaseFacts> = fc
  .record({
    createdAt: ago,
    destinationCountry: country,
    originCountry: country,
    cancelledAt: fc.option(ago, { freq: 6 }),
    promisedBy: fc.option(ago),
    fulfillBy: fc.option(ago),
    shipped: fc.constantFrom(0, 1, 2),
    scans: fc.array(scans, { maxLength: 8 }),
    reports: fc.array(reports, { maxLength: 3 }),
    messages: fc.array(fc.record({ messageId: fc.uuid(), at: ago, intents: readIntents }), {
      maxLength: 2,
    }),
    returns: fc.array(returns, { maxLength: 1 }),
    refunded: fc.integer({ min: 0, max: 5000 }),
    dispute: fc.constantFrom(null, null, null, 'INQUIRY', 'CHARGEBACK'),
    price: fc.constantFrom('5.00', '20.00', '300.00'),
  })
  .map((drawn) => {
    const { createdAt, promisedBy, fulfillBy, shipped } = drawn;
    const cents = (amount: number) => usd((amount / 100).toFixed(2));
    const total = usd((Number(drawn.price) * 2 + 5).toFixed(2));
    const one = parcel({
      createdAt: addDays(createdAt, 1),
      updatedAt: addDays(createdAt, 1),
      displayStatus: 'FULFILLED',
      originCountry: drawn.originCountry,
      scans: drawn.scans,
    });
    return caseOf({
      order: order({
        createdAt,
        destinationCountry: drawn.destinationCountry,
        cancelledAt: drawn.cancelledAt && latest([drawn.cancelledAt, createdAt]),
        lines: [line({ unfulfilledQuantity: shipped === 1 ? 0 : 2, unitPrice: usd(drawn.price) })],
        dispatches: [
          dispatch({
            promisedBy,
            fulfillBy,
            lines: [{ lineItemId: line().lineItemId, remainingQuantity: shipped === 1 ? 0 : 2 }],
          }),
        ],
        parcels: shipped === 0 ? [] : [one],
        payment: {
          ...order().payment,
          total,
          shopTotal: total,
          received: total,
          refunded: cents(Math.min(drawn.refunded, Number(total.amount) * 100)),
          paidAt: createdAt,
        },
        disputes: drawn.dispute
          ? [
              {
                disputeId: 'd',
                initiatedAs: drawn.dispute,
                status: 'NEEDS_RESPONSE',
                reason: null,
                openedAt: null,
              },
            ]
          : [],
        returns: drawn.returns,
      }),
      signals: { ...noSignals, reports: drawn.reports, messages: drawn.messages },
    });
  });

const policy: Policy = {
  ...defaultPolicy,
  returns: { ...defaultPolicy.returns, refundAtFirstScan: true },
};

const judge = (facts: CaseFacts, at: Instant = now) => assess(facts, policy, at);

/** What a merchant sees of a verdict; when it must be looked at again is another matter. */
function verdictOf({ claims, recommendation, care, notJudged }: Assessment) {
  return { claims, recommendation, care, notJudged };
}

describe('any judgement', () => {
  test('never recommends or claims more than can still be refunded', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const { claims, recommendation } = judge(facts);
        const left = refundableOf(facts.order);
        for (const { stake } of claims) {
          expect(compare(stake.estimate, left)).toBeLessThanOrEqual(0);
        }
        for (const { amount } of recommendation?.options ?? []) {
          expect(compare(amount, left)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('has evidence and somebody responsible, with what that rests on', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        for (const { evidence, responsibility, probability } of judge(facts).claims) {
          const codes = evidence.map(({ code }) => code);
          expect(responsibility.because.some((code) => codes.includes(code))).toBe(true);
          const sum = probability.parts.reduce((total, { weight }) => total + weight, 0);
          expect(sum).toBeCloseTo(probability.value, 6);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('recommends the cheapest of what is lawful', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const [first, ...others] = judge(facts).recommendation?.options ?? [];
        if (!first) return;
        expect(first.lawful).toBe(true);
        for (const other of others.filter(({ lawful }) => lawful)) {
          expect(compare(first.expectedCost, other.expectedCost)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('stays the same until the instant at which it says to look again', () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), (facts, share) => {
        const first = judge(facts);
        const end = first.lookAgainAt ?? addDays(now, 400);
        const span = (Date.parse(end) - Date.parse(now) - 1) / 86_400_000;
        const between = [addDays(now, span * share), addDays(now, span)];
        for (const at of between) {
          expect(verdictOf(judge(facts, at))).toEqual(verdictOf(first));
        }
      }),
      { numRuns: 400 },
    );
  });

  test('does not depend on the order in which scans were told', () => {
    const shuffled = cases.chain((facts) => {
      const [first] = facts.order.parcels;
      const told = first?.scans ?? [];
      return fc
        .shuffledSubarray([...told], { minLength: told.length })
        .map((mixed) => ({ facts, mixed }));
    });
    fc.assert(
      fc.property(shuffled, ({ facts, mixed }) => {
        const parcels = facts.order.parcels.map((one) => ({ ...one, scans: mixed }));
        expect(judge({ ...facts, order: { ...facts.order, parcels } })).toEqual(judge(facts));
      }),
      { numRuns: 300 },
    );
  });
});

describe('more evidence of the same kind', () => {
  /** The probability of each claim, by ground and parcel. */
  function oddsIn({ claims }: Assessment): ReadonlyMap<string, number> {
    return new Map(
      claims.map(({ ground, fulfillmentId, probability }) => [
        `${ground} ${fulfillmentId ?? ''}`,
        probability.value,
      ]),
    );
  }

  function expectNothingLower(before: Assessment, after: Assessment) {
    const odds = oddsIn(after);
    for (const [claim, value] of oddsIn(before)) {
      expect([claim, odds.get(claim) ?? 0]).toEqual([
        claim,
        expect.closeTo(Math.max(value, odds.get(claim) ?? 0), 6),
      ]);
    }
  }

  const delivered = {
    scans: [
      scan({ happenedAt: daysAgo(6) }),
      scan({ status: 'DELIVERED', happenedAt: daysAgo(4) }),
    ],
  };
  const base = (changes: Partial<CaseFacts>) =>
    caseOf({
      order: order({
        createdAt: daysAgo(12),
        lines: [line({ unfulfilledQuantity: 0 })],
        dispatches: [
          dispatch({
            status: 'CLOSED',
            lines: [{ lineItemId: line().lineItemId, remainingQuantity: 0 }],
          }),
        ],
        parcels: [parcel({ createdAt: daysAgo(8), ...delivered })],
      }),
      ...changes,
    });

  test('a second report of the same problem lowers no claim', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reportProblems),
        fc.integer({ min: 0, max: 3 }),
        (problem, photos) => {
          const told = (reportId: string) => ({
            ...{ reportId, at: daysAgo(2), problem, lines: [], photos, intents: [] },
          });
          const once = judge(base({ signals: { ...noSignals, reports: [told('a')] } }));
          const twice = judge(base({ signals: { ...noSignals, reports: [told('a'), told('b')] } }));
          expectNothingLower(once, twice);
        },
      ),
    );
  });

  test('more photos, or a surer reading, lower no claim', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...reportProblems),
        fc.integer({ min: 0, max: 4 }),
        (problem, photos) => {
          const told = (count: number) => ({
            ...noSignals,
            reports: [
              { reportId: 'a', at: daysAgo(2), problem, lines: [], photos: count, intents: [] },
            ],
          });
          expectNothingLower(
            judge(base({ signals: told(photos) })),
            judge(base({ signals: told(photos + 1) })),
          );
        },
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...intents),
        fc.double({ min: 0.6, max: 0.95, noNaN: true }),
        (intent, confidence) => {
          const told = (sure: number) => ({
            ...noSignals,
            messages: [{ messageId: 'a', at: daysAgo(2), intents: [{ intent, confidence: sure }] }],
          });
          expectNothingLower(
            judge(base({ signals: told(confidence) })),
            judge(base({ signals: told(confidence + 0.05) })),
          );
        },
      ),
    );
  });

  test('more days of silence lower no claim, until it becomes a surer one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 55 }), (days) => {
        const silent = (silentDays: number) =>
          judge(
            base({
              order: order({
                createdAt: daysAgo(silentDays + 3),
                lines: [line({ unfulfilledQuantity: 0 })],
                dispatches: [],
                parcels: [
                  parcel({
                    createdAt: daysAgo(silentDays + 2),
                    scans: [scan({ happenedAt: daysAgo(silentDays) })],
                  }),
                ],
              }),
            }),
          ).claims[0]?.probability.value ?? 0;
        expect(silent(days + 1)).toBeGreaterThanOrEqual(silent(days));
      }),
    );
  });

  test('another buyer of a faulty product lowers no claim', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 30 }), (buyers) => {
        const cluster = {
          sku: 'MUG-1',
          problem: 'damaged',
          firstAt: daysAgo(9),
          lastAt: daysAgo(2),
        } as const;
        const known = (count: number) => judge(base({ clusters: [{ ...cluster, buyers: count }] }));
        expectNothingLower(known(buyers), known(buyers + 1));
      }),
    );
  });
});
