import { describe, expect, test } from 'vitest';
import type { OrderFacts, ParcelFacts } from '#app/domain/order-facts.ts';
import { lateArrival } from '#app/domain/scenarios/logistics/late-arrival.ts';
import { silentParcel } from '#app/domain/scenarios/logistics/silent-parcel.ts';
import { cancelledUnrefunded } from '#app/domain/scenarios/return-policy/cancelled-unrefunded.ts';
import { addDays } from '#app/domain/time.ts';
import { daysAgo, now, order, parcel, scan, shipped, usd } from '#tests/support/order-facts.ts';

function silent(changes: Partial<ParcelFacts>, about: Partial<OrderFacts> = {}) {
  const facts = order({ ...shipped([parcel(changes)]), ...about });
  return silentParcel.judge({ facts, settings: silentParcel.defaults, now })[0];
}

function late(changes: Partial<ParcelFacts>, about: Partial<OrderFacts> = {}) {
  const facts = order({ ...shipped([parcel(changes)]), ...about });
  return lateArrival.judge({ facts, settings: lateArrival.defaults, now })[0];
}

describe('a parcel that fell silent', () => {
  const scanned = (days: number) => ({ scans: [scan({ happenedAt: daysAgo(days) })] });

  test.each([
    ['crossing a border', 'CN', 19, 'not-yet'],
    ['crossing a border', 'CN', 20, 'claim'],
    ['within the country', 'US', 6, 'not-yet'],
    ['within the country', 'US', 7, 'claim'],
    ['from nobody knows where', null, 19, 'not-yet'],
    ['from nobody knows where', null, 20, 'claim'],
  ])('%s (from %s) after %i days: %s', (_, originCountry, days, finding) => {
    expect(silent({ ...scanned(days), originCountry })?.finding).toBe(finding);
  });

  test('is looked at again when its patience ends', () => {
    expect(silent(scanned(12))).toEqual({ finding: 'not-yet', lookAgainAt: addDays(now, 8) });
  });

  test('cannot be told from one that no carrier ever saw', () => {
    expect(silent({ scans: [scan({ status: 'LABEL_PRINTED', happenedAt: daysAgo(40) })] })).toEqual(
      {
        finding: 'cannot-tell',
        missing: 'a scan of the carrier',
      },
    );
  });

  test('is likelier lost the longer it is silent', () => {
    const at = (days: number) => {
      const finding = silent(scanned(days));
      return finding?.finding === 'claim' ? finding.claim.probability.value : 0;
    };
    expect(at(20)).toBeLessThan(at(30));
    expect(at(59)).toBeLessThan(at(60));
    expect(at(400)).toBeLessThanOrEqual(0.99);
  });

  test.each([
    ['delivered', { deliveredAt: daysAgo(1) }],
    [
      'delivered by its events',
      { scans: [scan({ happenedAt: daysAgo(40), status: 'DELIVERED' })] },
    ],
    ['of an unknown status but delivered', { displayStatus: 'DELIVERED' }],
  ])('owes nothing once %s', (_, changes) => {
    expect(silent({ ...scanned(40), ...changes })?.finding).toBe('no-claim');
  });

  test('is nobody’s business when it was never sent', () => {
    expect(silent({ ...scanned(40), status: 'CANCELLED' })).toBeUndefined();
  });
});

describe('a parcel that is late', () => {
  test('counts from the end of the promised day, and a day of grace', () => {
    // Promised for the 23rd: over everywhere on the 24th at noon, forgiven until the 25th at noon.
    expect(late({ estimatedDeliveryAt: daysAgo(2) })?.finding).toBe('claim');
    expect(late({ estimatedDeliveryAt: daysAgo(1) })).toEqual({
      finding: 'not-yet',
      lookAgainAt: addDays(now, 1),
    });
  });

  test('has no promise to break when none was made', () => {
    expect(late({ estimatedDeliveryAt: null })?.finding).toBe('cannot-tell');
  });

  test('is less surely owed while it still moves', () => {
    const probability = (changes: Partial<ParcelFacts>) => {
      const finding = late({ estimatedDeliveryAt: daysAgo(5), ...changes });
      return finding?.finding === 'claim' ? finding.claim.probability.value : 0;
    };
    const moving = probability({ scans: [scan({ happenedAt: daysAgo(1) })] });
    expect(moving).toBeLessThan(probability({ scans: [scan({ happenedAt: daysAgo(6) })] }));
  });

  test('is owed its shipping when it came late, for two weeks', () => {
    const came = { estimatedDeliveryAt: daysAgo(9), deliveredAt: daysAgo(4) };
    const finding = late(came);
    expect(finding?.finding === 'claim' && finding.claim.stake.estimate).toEqual(usd('5.00'));
    expect(late({ estimatedDeliveryAt: daysAgo(29), deliveredAt: daysAgo(20) })?.finding).toBe(
      'no-claim',
    );
    const free = { shipping: { price: usd('0'), refunded: usd('0') } };
    expect(late(came, free)?.finding).toBe('no-claim');
  });
});

describe('a cancelled order', () => {
  const judge = (changes: Partial<OrderFacts>) =>
    cancelledUnrefunded.judge({
      facts: order(changes),
      settings: cancelledUnrefunded.defaults,
      now,
    })[0];

  test('is owed all that came in and did not go back', () => {
    const payment = { ...order().payment, refunded: usd('5.00'), refundPending: usd('1.00') };
    const finding = judge({ cancelledAt: daysAgo(3), payment });
    expect(finding?.finding === 'claim' && finding.claim.stake).toEqual({
      lines: [],
      shipping: null,
      everything: true,
      estimate: usd('39.00'),
    });
  });

  test('is owed nothing when nothing came in or all went back', () => {
    const nothing = { ...order().payment, received: usd('0') };
    expect(judge({ cancelledAt: daysAgo(3), payment: nothing })?.finding).toBe('no-claim');
    const back = { ...order().payment, refundPending: usd('45.00') };
    expect(judge({ cancelledAt: daysAgo(3), payment: back })?.finding).toBe('no-claim');
    expect(judge({})?.finding).toBe('no-claim');
  });
});
