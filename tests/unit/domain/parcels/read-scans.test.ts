import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noSignals, type Signals } from '#app/domain/case-facts.ts';
import { clockAt } from '#app/domain/clock.ts';
import type { ParcelFacts } from '#app/domain/order-facts.ts';
import { deliveredAtOf, readScans } from '#app/domain/parcels/read-scans.ts';
import { addDays } from '#app/domain/time.ts';
import { daysAgo, now, parcel, parcelId, scan } from '#tests/support/order-facts.ts';

function read(changes: Partial<ParcelFacts>, signals: Partial<Signals> = {}) {
  const { scans, doubts } = readScans(parcel(changes), { ...noSignals, ...signals }, clockAt(now));
  return {
    kinds: scans.map(({ meaning }) => meaning.kind),
    doubts: doubts.map(({ code }) => code),
    deliveredAt: deliveredAtOf(scans),
  };
}

const other = 'gid://shopify/Fulfillment/2' as const;

describe('what is known of a parcel’s way', () => {
  test('comes from Shopify, from tracking and from the carrier’s answers, in the order of time', () => {
    const tracked = scan({ status: 'Exception_013', happenedAt: daysAgo(3), source: 'aftership' });
    const told = read(
      { scans: [scan({ happenedAt: daysAgo(5) })] },
      {
        carrierScans: [
          { fulfillmentId: parcelId, scan: tracked },
          { fulfillmentId: other, scan: tracked },
        ],
        carrierAnswers: [
          { fulfillmentId: parcelId, at: daysAgo(1), verdict: 'found' },
          { fulfillmentId: parcelId, at: daysAgo(2), verdict: 'searching' },
          { fulfillmentId: parcelId, at: daysAgo(2), verdict: 'denied' },
          { fulfillmentId: other, at: daysAgo(1), verdict: 'lost' },
        ],
      },
    );
    expect(told.kinds).toEqual(['moving', 'lost', 'moving']);
  });

  test('is filled by Shopify’s own fields where events are missing', () => {
    expect(read({ inTransitAt: daysAgo(6) }).kinds).toEqual(['moving']);
    expect(read({ deliveredAt: daysAgo(2) })).toMatchObject({
      kinds: ['delivered'],
      deliveredAt: daysAgo(2),
    });
    expect(read({ displayStatus: 'DELIVERED', updatedAt: daysAgo(4) }).deliveredAt).toBe(
      daysAgo(4),
    );
    expect(read({ displayStatus: 'PICKED_UP' }).kinds).toEqual(['delivered']);
    const both = { inTransitAt: daysAgo(6), deliveredAt: daysAgo(2), displayStatus: 'DELIVERED' };
    const scans = [
      scan({ happenedAt: daysAgo(6) }),
      scan({ status: 'DELIVERED', happenedAt: daysAgo(2) }),
    ];
    expect(read({ ...both, scans }).kinds).toEqual(['moving', 'delivered']);
    expect(read({ displayStatus: 'DELIVERED', scans }).kinds).toEqual(['moving', 'delivered']);
  });

  test('leaves out what says nothing, and keeps what nobody can read', () => {
    const said = read({
      scans: [
        scan({ status: '', happenedAt: daysAgo(5) }),
        scan({ status: 'WARPED', happenedAt: daysAgo(4) }),
        scan({ status: '', message: 'xyzzy', happenedAt: daysAgo(3) }),
      ],
    });
    expect(said.kinds).toEqual(['unknown', 'unknown']);
  });

  test('names scans of the future and of a time before the parcel, and counts neither', () => {
    const said = read({
      scans: [
        scan({ status: 'DELIVERED', happenedAt: addDays(now, 1) }),
        scan({ happenedAt: daysAgo(10) }),
        scan({ happenedAt: daysAgo(7) }),
      ],
    });
    expect(said).toEqual({
      kinds: ['moving'],
      doubts: ['scan-in-future', 'scan-before-parcel'],
      deliveredAt: null,
    });
  });

  test('contradicts itself when it moves on after it was delivered', () => {
    const delivered = scan({ status: 'DELIVERED', happenedAt: daysAgo(4) });
    const said = read({ scans: [delivered, scan({ happenedAt: daysAgo(3) })] });
    expect(said).toMatchObject({ doubts: ['scans-contradict'], deliveredAt: null });
    const back = scan({ status: 'return_to_sender', source: 'karrio', happenedAt: daysAgo(3) });
    expect(read({ scans: [delivered, back] })).toMatchObject({
      doubts: [],
      deliveredAt: daysAgo(4),
    });
  });

  test('reads the same in whatever order it was told', () => {
    const scans = [
      scan({ status: 'DELIVERED', happenedAt: daysAgo(2) }),
      scan({ status: 'OUT_FOR_DELIVERY', happenedAt: daysAgo(2) }),
      scan({ status: 'IN_TRANSIT', happenedAt: daysAgo(2), message: 'a' }),
      scan({ status: 'IN_TRANSIT', happenedAt: daysAgo(2), country: 'US' }),
      scan({ status: 'IN_TRANSIT', happenedAt: daysAgo(5) }),
      scan({ status: 'CONFIRMED', happenedAt: daysAgo(7) }),
    ];
    const first = read({ scans });
    expect(first.kinds.at(-1)).toBe('delivered');
    fc.assert(
      fc.property(fc.shuffledSubarray(scans, { minLength: scans.length }), (shuffled) => {
        expect(read({ scans: shuffled })).toEqual(first);
      }),
    );
  });
});
