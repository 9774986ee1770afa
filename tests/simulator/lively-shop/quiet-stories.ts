import type { Story } from './story.ts';

/** Nobody is owed anything, or nobody can tell, or it was made good already. */
export const quietStories: readonly Story[] = [
  {
    name: 'just ordered',
    times: 26,
    owed: null,
    tell: (t) => t.order(t.anyLane(), t.random.between(0.02, 5)),
  },
  {
    name: 'under way',
    times: 40,
    owed: null,
    tell(t) {
      const lane = t.anyLane();
      const days = t.random.between(1, lane.days[1]);
      const parcel = t.underWay(lane, days, t.random.between(0.1, Math.min(4, days - 0.6)));
      const promisedAgo = t.random.chance(0.7) ? -t.random.between(1, 6) : null;
      return t.order(lane, days + t.random.between(0.5, 2.5), {
        parcels: [{ ...parcel, promisedAgo }],
      });
    },
  },
  {
    name: 'arrived in time',
    times: 44,
    owed: null,
    tell(t) {
      const lane = t.anyLane();
      const arrivedAgo = t.random.between(0.2, 40);
      const days = t.random.between(lane.days[0], lane.days[1]);
      const parcel = t.arrived(lane, arrivedAgo + days, arrivedAgo);
      return t.order(lane, arrivedAgo + days + t.random.between(0.5, 2.5), {
        parcels: [{ ...parcel, promisedAgo: arrivedAgo - t.random.between(0.2, 3) }],
      });
    },
  },
  {
    name: 'partly shipped, the rest in time',
    times: 4,
    owed: null,
    tell(t) {
      const lane = t.anyLane();
      const parcel = t.underWay(lane, 2, 0.6);
      const lines = t.goods(2);
      return t.order(lane, 3.5, { lines, parcels: [{ ...parcel, carries: [0] }] });
    },
  },
  {
    name: 'label made, not scanned yet',
    times: 5,
    owed: null,
    tell(t) {
      const lane = t.lanes.domestic();
      const sentAgo = t.random.between(0.5, 3);
      return t.order(lane, sentAgo + 1, { parcels: [t.labelled(lane, sentAgo)] });
    },
  },
  {
    name: 'cancelled and paid back',
    times: 6,
    owed: null,
    tell(t) {
      const cancelledAgo = t.random.between(1, 12);
      return t.order(t.anyLane(), cancelledAgo + 1, {
        cancelledAgo,
        refund: { ago: cancelledAgo, of: 'everything', restock: 'cancel', note: 'Cancelled' },
      });
    },
  },
  {
    name: 'cancelled before it was paid',
    times: 3,
    owed: null,
    tell: (t) => t.order(t.anyLane(), 9, { cancelledAgo: 8, payment: 'voided' }),
  },
  {
    name: 'not paid yet',
    times: 4,
    owed: null,
    tell: (t) =>
      t.order(t.anyLane(), t.random.between(2, 14), {
        payment: t.random.pick(['pending', 'authorized']),
      }),
  },
  {
    name: 'lost and paid back',
    times: 4,
    owed: null,
    tell(t) {
      const lane = t.lanes.crossBorder();
      return t.order(lane, 52, {
        parcels: [t.underWay(lane, 50, 38)],
        refund: { ago: 6, of: 'everything', restock: 'no_restock', note: 'Lost on the way' },
      });
    },
  },
  {
    name: 'returned and paid back',
    times: 5,
    owed: null,
    tell(t) {
      const lane = t.lanes.domestic();
      return t.order(lane, 24, {
        lines: t.goods(2),
        parcels: [t.arrived(lane, 22, 19)],
        refund: { ago: 5, of: 'first-line', restock: 'return', note: 'Returned' },
      });
    },
  },
  {
    name: 'in dispute at the bank',
    times: 3,
    owed: null,
    tell(t) {
      const lane = t.lanes.crossBorder();
      return t.order(lane, 48, {
        parcels: [t.underWay(lane, 46, 34)],
        dispute: 'CHARGEBACK',
      });
    },
  },
  {
    name: 'a gift card',
    times: 3,
    owed: null,
    tell: (t) => t.order(t.lanes.domestic(), t.random.between(1, 30), { lines: t.giftCard() }),
  },
  {
    name: 'a test of the checkout',
    times: 2,
    owed: null,
    tell: (t) => t.order(t.lanes.domestic(), 1.5, { test: true }),
  },
];
