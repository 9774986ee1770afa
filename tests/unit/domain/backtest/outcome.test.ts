import { describe, expect, test } from 'vitest';
import { outcomeOf, truthOf, usualTruth, type TruthRule } from '#app/domain/backtest/outcome.ts';
import type { News, PastOrder } from '#app/domain/backtest/past-order.ts';
import { caseAt } from '#app/domain/backtest/with-news.ts';
import { firstWordOf, tryOut } from '#app/domain/backtest/trial.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { breakEvenOf } from '#app/domain/remedy/break-even.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { caseOf } from '#tests/support/case-facts.ts';
import { outcome } from '#tests/support/cohort/trial.ts';
import {
  daysAgo,
  dispatch,
  line,
  lineId,
  now,
  order,
  parcel,
  parcelId,
  scan,
  usd,
} from '#tests/support/order-facts.ts';

const orderedAt = daysAgo(90);
const sent: News = {
  kind: 'parcel',
  knownAt: daysAgo(88),
  parcel: parcel({ createdAt: daysAgo(88) }),
};
const came: News = {
  kind: 'scan',
  knownAt: daysAgo(78),
  fulfillmentId: parcelId,
  scan: scan({ status: 'DELIVERED', happenedAt: daysAgo(80) }),
};

const seen: News = {
  ...came,
  knownAt: daysAgo(86),
  scan: scan({ status: 'IN_TRANSIT', happenedAt: daysAgo(86) }),
};

function past(...news: readonly News[]): PastOrder {
  const placed = order({
    createdAt: orderedAt,
    dispatches: [dispatch({ promisedBy: daysAgo(75) })],
  });
  return { placed: caseOf({ order: placed }), news };
}

const truth = (changes: Parameters<typeof outcome>[0], rule: TruthRule = usualTruth, until = now) =>
  truthOf(outcome(changes), { rule, orderedAt, until });

describe('what became known', () => {
  test('moves goods from the dispatch into a parcel, and counts its scans in the order of time', () => {
    const early = { ...came, knownAt: daysAgo(77), scan: scan({ happenedAt: daysAgo(85) }) };
    const twin = { ...early, knownAt: daysAgo(76) };
    const stray = { ...early, fulfillmentId: 'gid://shopify/Fulfillment/9' } as const;
    const { order: known } = caseAt(past(sent, came, early, twin, stray), now);
    expect(known.lines[0]?.unfulfilledQuantity).toBe(0);
    expect(known.fulfillmentStatus).toBe('FULFILLED');
    expect(known.dispatches[0]).toMatchObject({
      status: 'CLOSED',
      lines: [{ remainingQuantity: 0 }],
    });
    expect(known.parcels[0]?.scans.map(({ happenedAt }) => happenedAt)).toEqual([
      daysAgo(85),
      daysAgo(85),
      daysAgo(80),
    ]);
    expect(caseAt(past(sent, came), daysAgo(79)).order.parcels[0]?.scans).toEqual([]);
  });

  test('leaves open what only a part of was sent', () => {
    const half: News = {
      kind: 'parcel',
      knownAt: daysAgo(88),
      parcel: parcel({ lines: [{ lineItemId: lineId, quantity: 1 }] }),
    };
    const { order: known } = caseAt(past(half), now);
    expect(known).toMatchObject({
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: [{ unfulfilledQuantity: 1 }],
      dispatches: [{ status: 'OPEN', lines: [{ remainingQuantity: 1 }] }],
    });
  });

  test('takes off what was paid back', () => {
    const refund = (amount: string, shipping: string | null): News => ({
      kind: 'refund',
      knownAt: daysAgo(60),
      refund: {
        refundId: 'gid://shopify/Refund/1',
        createdAt: daysAgo(60),
        note: null,
        amount: usd(amount),
        transactions: [],
      },
      lines: amount === '0' ? [] : [{ lineItemId: lineId, quantity: 1 }],
      shipping: shipping === null ? null : usd(shipping),
    });
    expect(caseAt(past(refund('25.00', '5.00')), now).order).toMatchObject({
      financialStatus: 'PARTIALLY_REFUNDED',
      payment: { refunded: usd('25.00') },
      shipping: { refunded: usd('5.00') },
      lines: [{ currentQuantity: 1, refundableQuantity: 1, unfulfilledQuantity: 1 }],
    });
    expect(caseAt(past(refund('0', null)), now).order).toMatchObject({
      financialStatus: 'PAID',
      shipping: { refunded: usd('0') },
    });
  });

  test('keeps what was said, the newest state of disputes and returns, and what the shop knew', () => {
    const at = daysAgo(50);
    const dispute = (status: string): News => ({
      kind: 'dispute',
      knownAt: at,
      dispute: { disputeId: 'd1', initiatedAs: 'INQUIRY', status, reason: null, openedAt: at },
    });
    const goods = (status: string): News => ({
      kind: 'return',
      knownAt: at,
      goods: {
        returnId: 'gid://shopify/Return/1',
        status,
        requestedAt: at,
        receivedAt: null,
        lines: [],
        scans: [],
        refundIds: [],
      },
    });
    const facts = caseAt(
      past(
        { kind: 'paid', knownAt: at, paidAt: at, received: usd('45.00') },
        { kind: 'cancelled', knownAt: at, cancelledAt: at },
        dispute('NEEDS_RESPONSE'),
        dispute('LOST'),
        goods('REQUESTED'),
        goods('OPEN'),
        { kind: 'message', knownAt: at, message: { messageId: 'm', at, intents: [] } },
        {
          kind: 'report',
          knownAt: at,
          report: { reportId: 'r', at, problem: 'late', lines: [], photos: 0, intents: [] },
        },
        { kind: 'carrier-scan', knownAt: at, told: { fulfillmentId: parcelId, scan: scan() } },
        {
          kind: 'carrier-answer',
          knownAt: at,
          answer: { fulfillmentId: parcelId, at, verdict: 'lost' },
        },
        { kind: 'shop', knownAt: at, known: { lanes: [], clusters: [], customer: null } },
        { kind: 'review', knownAt: at, stars: 1 },
      ),
      now,
    );
    expect(facts.order).toMatchObject({
      cancelledAt: at,
      updatedAt: at,
      payment: { paidAt: at },
      disputes: [{ status: 'LOST' }],
      returns: [{ status: 'OPEN' }],
      returnStatus: 'IN_PROGRESS',
    });
    expect(facts.signals).toMatchObject({
      messages: [{ messageId: 'm' }],
      reports: [{ reportId: 'r' }],
      carrierScans: [{ fulfillmentId: parcelId }],
      carrierAnswers: [{ verdict: 'lost' }],
    });
  });
});

describe('the outcome', () => {
  test('is read from all that followed', () => {
    const at = daysAgo(70);
    const message: News = {
      kind: 'message',
      knownAt: at,
      message: { messageId: 'm', at, intents: [] },
    };
    const review: News = { kind: 'review', knownAt: daysAgo(69), stars: 4 };
    const read = outcomeOf(past(sent, came, message, review), now);
    expect(read).toEqual(
      outcome({
        wroteAt: at,
        review: { at: daysAgo(69), stars: 4 },
        deliveredAt: daysAgo(80),
        promisedBy: daysAgo(75),
      }),
    );
    expect(firstWordOf(read)).toBe(at);
    expect(outcomeOf(past(sent, came, review), daysAgo(70)).review).toBeNull();
  });

  test('has no delivery while anything is missing', () => {
    expect(outcomeOf(past(), now).deliveredAt).toBeNull();
    expect(outcomeOf(past(sent), now).deliveredAt).toBeNull();
    const digital = {
      ...past(),
      placed: caseOf({ order: order({ lines: [line({ requiresShipping: false })] }) }),
    };
    expect(outcomeOf(digital, now).deliveredAt).toBeNull();
  });

  test.each([
    [{ refundedAt: now }, 'owed'],
    [{ returnedAt: now }, 'owed'],
    [{ disputedAt: now }, 'owed'],
    [{ review: { at: now, stars: 2 } }, 'owed'],
    [{ review: { at: now, stars: 3 }, deliveredAt: now }, 'not-owed'],
    [{ deliveredAt: daysAgo(45) }, 'not-owed'],
    [{ deliveredAt: daysAgo(44) }, 'undecided'],
    [{ deliveredAt: daysAgo(45), wroteAt: daysAgo(50) }, 'undecided'],
    [{ promisedBy: daysAgo(45) }, 'owed'],
    [{ promisedBy: daysAgo(44) }, 'undecided'],
    [{}, 'owed'],
    [{ cancelledAt: daysAgo(80) }, 'undecided'],
  ] as const)('%j is %s', (followed, said) => {
    expect(truth(followed)).toBe(said);
  });

  test('counts by the signs that it is told to', () => {
    const rule: TruthRule = { ...usualTruth, signs: ['cancelled'] };
    expect(truth({ cancelledAt: daysAgo(80) }, rule)).toBe('owed');
    expect(truth({ refundedAt: now }, rule)).toBe('undecided');
  });
});

describe('a trial', () => {
  const trying = (until: Instant) => ({
    policy: defaultPolicy,
    span: { from: orderedAt, until },
    truth: usualTruth,
    until: now,
    weight: 1,
  });

  test('acts at the first look that suggests, or only at one that would pay at once', () => {
    const suggested = tryOut(past(sent), { ...trying(now), actsOn: 'suggestion' });
    const paying = tryOut(past(sent), { ...trying(now), actsOn: 'payment' });
    expect(suggested.truth).toBe('owed');
    expect(suggested.act?.ground).toBe(suggested.seenBy);
    expect(suggested.act?.amount).toEqual(usd('45.00'));
    expect(paying.seenBy).toBe(suggested.seenBy);
    expect(paying.act && suggested.act && paying.act.at > suggested.act.at).toBe(true);
  });

  test('does nothing about what gives no ground, or none yet', () => {
    expect(tryOut(past(sent, seen, came), { ...trying(now), actsOn: 'suggestion' })).toMatchObject({
      act: null,
      seenBy: null,
      truth: 'not-owed',
    });
    const early = trying(addDays(orderedAt, 3));
    expect(tryOut(past(sent), { ...early, actsOn: 'payment' }).act).toBeNull();
  });
});

describe('the break-even', () => {
  const at = (amount: string, currency = order()) => {
    const stake = {
      lines: [],
      shipping: null,
      duties: null,
      fee: null,
      everything: true,
      estimate: usd(amount),
    };
    return breakEvenOf({ stake }, currency, defaultPolicy);
  };

  test.each([
    ['10.00', 0.33],
    ['15.00', 0.5],
    ['25.00', 0.67],
    ['40.00', 0.78],
    ['100.00', 0.9],
    ['200.00', 0.95],
  ])('of %s is %s, as the field’s numbers say', (amount, needed) => {
    expect(at(amount)).toBeCloseTo(needed, 2);
  });

  test('is nothing where the ticket costs more, and unknown without a rate', () => {
    expect(at('4.00')).toBe(0);
    const money = { amount: usd('4.00').amount, currencyCode: 'XXX' as never };
    const { payment } = order();
    expect(
      at('4.00', order({ payment: { ...payment, total: money, shopTotal: money } })),
    ).toBeNull();
  });
});
