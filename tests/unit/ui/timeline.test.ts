import { expect, test } from 'vitest';
import { timelineOf } from '#app/ui/timeline.ts';
import { daysAgo, order, parcel, parcelId, scan, shipped } from '#tests/support/order-facts.ts';
import { claimOn } from '#tests/support/suggestion.ts';

const silent = order(
  shipped([
    parcel({
      createdAt: daysAgo(41),
      scans: [
        scan({ status: 'CARRIER_PICKED_UP', happenedAt: daysAgo(40), country: 'CN' }),
        scan({ happenedAt: daysAgo(30), country: 'US' }),
      ],
    }),
    parcel({
      fulfillmentId: 'gid://shopify/Fulfillment/2',
      scans: [scan({ status: 'DELIVERED', happenedAt: daysAgo(2) })],
    }),
  ]),
);
const claim = claimOn(silent);

test('tells what happened newest first', () => {
  const instants = timelineOf(claim, silent).entries.map(({ at }) => at);
  expect(instants).toEqual([...instants].sort().reverse());
});

test('tells the scan that is evidence once, as evidence', () => {
  const { entries } = timelineOf(claim, silent);
  const ofThatMoment = entries.filter(({ at }) => at === daysAgo(30));
  expect(ofThatMoment.map(({ kind }) => kind)).toEqual(['evidence']);
  expect(entries.some((entry) => entry.kind === 'scan' && entry.at === daysAgo(40))).toBe(true);
});

test('leaves out the scans of parcels that the claim is not about', () => {
  expect(claim.fulfillmentId).toBe(parcelId);
  const { entries } = timelineOf(claim, silent);
  expect(entries.some(({ at }) => at === daysAgo(2))).toBe(false);
});

test('keeps the claim when the order is gone', () => {
  const { entries, timeless } = timelineOf(claim, null);
  expect(entries.length + timeless.length).toBe(claim.evidence.length);
});
