import { describe, expect, test } from 'vitest';
import { lateDispatch } from '#app/domain/scenarios/logistics/late-dispatch.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { addDays } from '#app/domain/time.ts';
import {
  daysAgo,
  dispatch,
  line,
  lineId,
  locationId,
  now,
  order,
  parcel,
  parcelId,
  shipped,
  usd,
} from '#tests/support/order-facts.ts';

function judge(changes: Partial<OrderFacts> = {}) {
  const [finding] = lateDispatch.judge({
    facts: order(changes),
    settings: lateDispatch.defaults,
    now,
  });
  if (!finding) throw new Error('no finding');
  return finding;
}

function claim(changes: Partial<OrderFacts> = {}) {
  const finding = judge(changes);
  if (finding.finding !== 'claim') throw new Error(`a claim was expected: ${finding.finding}`);
  return finding.claim;
}

describe('goods that were not shipped in time', () => {
  test('are owed back in full, shipping too, when nothing was shipped', () => {
    const { stake, responsibility, evidence } = claim();
    expect(stake.estimate).toEqual(usd('45.00'));
    expect(stake.lines).toEqual([
      { lineItemId: lineId, quantity: 2, restock: 'CANCEL', locationId },
    ]);
    expect(responsibility.party).toBe('seller');
    expect(evidence.map(({ code }) => code)).toEqual(['ship-by-assumed-passed', 'nothing-shipped']);
  });

  test('are counted from the ship-by date that Shopify knows', () => {
    const stated = { dispatches: [dispatch({ fulfillBy: daysAgo(3) })] };
    expect(claim(stated).evidence[0]).toMatchObject({
      code: 'ship-by-passed',
      params: { days: 3 },
    });
    expect(judge({ dispatches: [dispatch({ fulfillBy: addDays(now, 2) })] })).toEqual({
      finding: 'not-yet',
      lookAgainAt: addDays(now, 3),
    });
  });

  test('keep their shipping when a part was shipped', () => {
    const partly = claim({
      lines: [line({ unfulfilledQuantity: 1 })],
      parcels: [parcel({ lines: [{ lineItemId: lineId, quantity: 1 }] })],
    });
    expect(partly.stake.estimate).toEqual(usd('20.00'));
    expect(partly.evidence[1]).toMatchObject({
      code: 'partly-shipped',
      params: { units: 1, shipped: 1 },
    });
    expect(partly.fulfillmentId).not.toBe(parcelId);
  });

  test('are never worth more than what can still be refunded', () => {
    const { payment } = order();
    const pending = { ...payment, refunded: usd('20.00'), refundPending: usd('10.00') };
    expect(claim({ payment: pending }).stake.estimate).toEqual(usd('15.00'));
  });

  test('carry the American deadline in America and the European one in Europe', () => {
    expect(claim().legalDeadline?.rule).toBe('us-mitor-ship-30d');
    expect(claim({ destinationCountry: 'DE' }).legalDeadline?.rule).toBe('eu-delivery-30d');
    expect(claim({ destinationCountry: null }).legalDeadline).toBeNull();
  });
});

describe('no claim is made', () => {
  test.each<[string, Partial<OrderFacts>]>([
    ['when everything was shipped', shipped()],
    ['when the order was cancelled', { cancelledAt: daysAgo(1) }],
    ['for gift cards', { lines: [line({ isGiftCard: true })] }],
    ['for what needs no shipping', { lines: [line({ requiresShipping: false })] }],
    [
      'while the buyer has to pay first',
      { dispatches: [dispatch({ holds: ['AWAITING_PAYMENT'] })] },
    ],
    ['when all was refunded', { payment: { ...order().payment, refunded: usd('45.00') } }],
    [
      'for lines without a price',
      { lines: [line({ unitPrice: usd('0') })], shipping: { price: usd('0'), refunded: usd('0') } },
    ],
  ])('%s', (_, changes) => {
    expect(judge(changes).finding).toBe('no-claim');
  });

  test('while the payment or the date of a scheduled dispatch is unknown', () => {
    expect(judge({ payment: { ...order().payment, paidAt: null } }).finding).toBe('cannot-tell');
    expect(judge({ dispatches: [dispatch({ status: 'SCHEDULED' })] }).finding).toBe('cannot-tell');
  });
});
