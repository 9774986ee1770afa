import { describe, expect, test } from 'vitest';
import type { News } from '#app/domain/backtest/past-order.ts';
import { replay } from '#app/domain/backtest/replay.ts';
import { pastOrderOf, type Told } from '#app/domain/backtest/told-order.ts';
import { caseAt } from '#app/domain/backtest/with-news.ts';
import { noSignals } from '#app/domain/case-facts.ts';
import type { OrderFacts, RefundFacts, ReturnFacts } from '#app/domain/order-facts.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { caseOf } from '#tests/support/case-facts.ts';
import { makeCohort } from '#tests/support/cohort/make-cohort.ts';
import { toldOf } from '#tests/support/cohort/told.ts';
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

const { shop } = caseOf();

function told(changes: Partial<OrderFacts>, rest: Partial<Told> = {}): Told {
  return {
    order: order({ dispatches: [], ...changes }),
    placedTotal: usd('45.00'),
    placedShopTotal: usd('45.00'),
    dispatches: [],
    signals: noSignals,
    shop,
    ...rest,
  };
}

const newsOf = (one: Told) => pastOrderOf(one).news;
const kindsOf = (news: readonly News[]) => news.map(({ kind, knownAt }) => [kind, knownAt]);

function refund(changes: Partial<RefundFacts> = {}): RefundFacts {
  return {
    refundId: 'gid://shopify/Refund/1',
    createdAt: daysAgo(2),
    note: null,
    amount: usd('20.00'),
    transactions: [],
    ...changes,
  };
}

function goods(changes: Partial<ReturnFacts> = {}): ReturnFacts {
  return {
    returnId: 'gid://shopify/Return/1',
    status: 'CLOSED',
    requestedAt: daysAgo(6),
    receivedAt: daysAgo(3),
    scans: [],
    refundIds: ['gid://shopify/Refund/1'],
    lines: [
      {
        returnLineId: 'gid://shopify/ReturnLineItem/1',
        processed: 1,
        lineItemId: lineId,
        quantity: 1,
        reason: 'DEFECTIVE',
        intents: [],
      },
    ],
    ...changes,
  };
}

describe('a past order that is told by its end', () => {
  test('is judged as the one that happened', () => {
    const { orders, until } = makeCohort({ seed: 815, size: 60 });
    for (const { past } of orders) {
      const span = { from: past.placed.order.createdAt, until };
      const again = pastOrderOf({ ...toldOf(past, until), shop: past.placed.shop });
      const as = (one: typeof past) =>
        replay(one, defaultPolicy, span).suggestions.map(({ opened, gone }) => ({
          at: opened.at,
          ground: opened.verdict.claim.ground,
          probability: opened.verdict.claim.probability.value,
          gone,
        }));
      expect(as(again)).toEqual(as({ ...past, news: past.news.filter(isKnown(until)) }));
    }
  });

  test('begins with nothing paid, sent or said', () => {
    const end = told(
      {
        financialStatus: 'REFUNDED',
        cancelledAt: daysAgo(1),
        lines: [line({ currentQuantity: 0, unfulfilledQuantity: 0, refundableQuantity: 0 })],
        note: { at: daysAgo(1), intents: [] },
      },
      {
        dispatches: [
          { dispatch: dispatch({ status: 'CANCELLED', holds: ['OTHER'] }), parcels: [] },
        ],
      },
    );
    const { placed } = pastOrderOf(end);
    expect(placed.order).toMatchObject({
      updatedAt: end.order.createdAt,
      cancelledAt: null,
      financialStatus: 'PENDING',
      note: null,
      payment: { received: usd('0'), paidAt: null, total: usd('45.00') },
      lines: [{ currentQuantity: 2, unfulfilledQuantity: 2, refundableQuantity: 2 }],
      dispatches: [{ status: 'OPEN', holds: [] }],
      parcels: [],
    });
    expect(kindsOf(newsOf(end))).toEqual([
      ['paid', daysAgo(10)],
      ['cancelled', daysAgo(1)],
    ]);
  });

  test('that was never paid has no such news, and what another dispatch replaced is left out', () => {
    const end = told(
      { payment: { ...order().payment, paidAt: null } },
      { dispatches: [{ dispatch: dispatch({ status: 'CANCELLED' }), parcels: [] }] },
    );
    expect(newsOf(end)).toEqual([]);
    expect(pastOrderOf(end).placed.order.dispatches).toEqual([]);
  });

  test('tells scans when Shopify knew of them, and never before their parcel', () => {
    const scans = [
      { scan: scan({ happenedAt: daysAgo(9) }), knownAt: daysAgo(9) },
      { scan: scan({ status: 'DELIVERED', happenedAt: daysAgo(5) }), knownAt: daysAgo(2) },
    ];
    const end = told(
      { parcels: [parcel({ inTransitAt: daysAgo(9), deliveredAt: daysAgo(5) })] },
      {
        dispatches: [
          {
            dispatch: dispatch(),
            parcels: [
              { fulfillmentId: parcelId, lines: [{ lineItemId: lineId, quantity: 2 }], scans },
            ],
          },
        ],
      },
    );
    expect(kindsOf(newsOf(end))).toEqual([
      ['paid', daysAgo(10)],
      ['parcel', daysAgo(8)],
      ['scan', daysAgo(8)],
      ['scan', daysAgo(2)],
    ]);
    const atFirst = caseAt(pastOrderOf(end), daysAgo(7)).order;
    expect(atFirst.parcels).toMatchObject([{ deliveredAt: null, displayStatus: 'FULFILLED' }]);
    expect(atFirst.lines).toMatchObject([{ unfulfilledQuantity: 0 }]);
  });

  test('takes a parcel at its word where nobody told of its scans', () => {
    const end = told({ parcels: [parcel({ inTransitAt: daysAgo(6), deliveredAt: daysAgo(4) })] });
    expect(kindsOf(newsOf(end)).slice(2)).toEqual([
      ['scan', daysAgo(6)],
      ['scan', daysAgo(4)],
    ]);
  });

  test('sends again what was in a parcel that was called off', () => {
    const parcels = [
      parcel({ status: 'CANCELLED', updatedAt: daysAgo(5) }),
      parcel({ fulfillmentId: 'gid://shopify/Fulfillment/2', createdAt: daysAgo(4) }),
    ];
    const lines = [{ lineItemId: lineId, quantity: 2 }];
    const end = told(
      { parcels },
      {
        dispatches: [
          {
            dispatch: dispatch(),
            parcels: parcels.map(({ fulfillmentId }) => ({ fulfillmentId, lines, scans: [] })),
          },
        ],
      },
    );
    const at = (days: number) => caseAt(pastOrderOf(end), daysAgo(days)).order;
    expect(at(7)).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      parcels: [{ status: 'SUCCESS' }],
    });
    expect(at(5)).toMatchObject({
      fulfillmentStatus: 'PARTIALLY_FULFILLED',
      lines: [{ unfulfilledQuantity: 2 }],
      dispatches: [{ status: 'OPEN', lines: [{ remainingQuantity: 2 }] }],
      parcels: [{ status: 'CANCELLED' }],
    });
    expect(at(3)).toMatchObject({
      fulfillmentStatus: 'FULFILLED',
      parcels: [{ status: 'CANCELLED' }, { status: 'SUCCESS' }],
    });
  });

  test('leaves the other parcels alone', () => {
    const ids = ['gid://shopify/Fulfillment/1', 'gid://shopify/Fulfillment/2'] as const;
    const end = told(
      {
        parcels: [
          parcel({ fulfillmentId: ids[0], status: 'CANCELLED', updatedAt: daysAgo(5) }),
          parcel({ fulfillmentId: ids[1] }),
        ],
      },
      {
        dispatches: [
          {
            dispatch: dispatch(),
            parcels: ids.map((fulfillmentId) => ({
              fulfillmentId,
              lines: [{ lineItemId: lineId, quantity: 1 }],
              scans: [],
            })),
          },
        ],
      },
    );
    expect(caseAt(pastOrderOf(end), daysAgo(4)).order).toMatchObject({
      lines: [{ unfulfilledQuantity: 1 }],
      parcels: [{ status: 'CANCELLED' }, { status: 'SUCCESS' }],
    });
  });

  test('pays back what is no longer there, where there was one refund', () => {
    const lines = [line({ currentQuantity: 1 })];
    const one = newsOf(told({ lines, refunds: [refund()] })).at(-1);
    expect(one).toMatchObject({
      kind: 'refund',
      knownAt: daysAgo(2),
      lines: [{ lineItemId: lineId, quantity: 1 }],
      shipping: usd('0'),
    });
    const two = newsOf(
      told({
        lines,
        refunds: [refund(), refund({ refundId: 'gid://shopify/Refund/2', createdAt: null })],
      }),
    ).slice(1);
    expect(two).toMatchObject([
      { knownAt: daysAgo(2), lines: [], shipping: null },
      { knownAt: daysAgo(1), lines: [], shipping: null },
    ]);
  });

  test('counts disputes and returns from the last change on, where their day is not told', () => {
    const dispute = {
      disputeId: '1',
      initiatedAs: 'CHARGEBACK',
      status: 'LOST',
      reason: null,
      openedAt: null,
    };
    const known = { ...dispute, disputeId: '2', openedAt: daysAgo(3) };
    const end = told({
      disputes: [dispute, known],
      returns: [goods(), goods({ status: 'REQUESTED' }), goods({ receivedAt: null })],
    });
    expect(kindsOf(newsOf(end)).slice(1)).toEqual([
      ['return', daysAgo(6)],
      ['return', daysAgo(6)],
      ['return', daysAgo(6)],
      ['dispute', daysAgo(3)],
      ['return', daysAgo(3)],
      ['dispute', daysAgo(1)],
      ['return', daysAgo(1)],
    ]);
    expect(caseAt(pastOrderOf(end), daysAgo(5)).order.returns).toMatchObject([
      { status: 'REQUESTED', receivedAt: null, refundIds: [], lines: [{ processed: 0 }] },
    ]);
  });

  test('hears what was said when it was said', () => {
    const at = daysAgo(4);
    const signals = {
      reports: [
        { reportId: '1', at, problem: 'damaged', lines: [], photos: 0, intents: [] } as const,
      ],
      messages: [{ messageId: '1', at, intents: [] }],
      carrierScans: [{ fulfillmentId: parcelId, scan: scan({ happenedAt: at }) }],
      carrierAnswers: [{ fulfillmentId: parcelId, at, verdict: 'lost' } as const],
    };
    const past = pastOrderOf(told({}, { signals }));
    expect(caseAt(past, daysAgo(5)).signals).toEqual(noSignals);
    expect(caseAt(past, now).signals).toEqual(signals);
  });
});

function isKnown(until: string) {
  return ({ knownAt }: News) => knownAt <= until;
}
