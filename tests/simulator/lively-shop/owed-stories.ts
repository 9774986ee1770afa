import type { Story } from './story.ts';

/**
 * Each of these buyers is owed money, by one of the grounds. Their days leave room for the holidays and the peak season in
 * which parcels are given more time: the shop is the same all the year round.
 */
export const owedStories: readonly Story[] = [
  {
    name: 'ship-by date missed',
    times: 5,
    owed: 'late-dispatch',
    tell(t) {
      const shipByAgo = t.random.between(2, 12);
      return t.order(t.anyLane(), shipByAgo + t.random.between(3, 6), { shipByAgo });
    },
  },
  {
    name: 'never shipped, no date set',
    times: 4,
    owed: 'late-dispatch',
    tell: (t) => t.order(t.anyLane(), t.random.between(8.5, 16)),
  },
  {
    name: 'the rest was never shipped',
    times: 3,
    owed: 'late-dispatch',
    tell(t) {
      const lane = t.lanes.domestic();
      const parcel = { ...t.arrived(lane, 12, 8), carries: [0] };
      return t.order(lane, 14, { lines: t.goods(2), parcels: [parcel] });
    },
  },
  {
    name: 'held back too long',
    times: 1,
    owed: 'late-dispatch',
    tell: (t) => t.order(t.anyLane(), 11, { shipByAgo: 5, hold: 'INVENTORY_OUT_OF_STOCK' }),
  },
  {
    name: 'silent within the country',
    times: 6,
    owed: 'silent-parcel',
    tell(t) {
      const lane = t.lanes.domestic();
      const silentFor = t.random.between(20, 25);
      const sentAgo = silentFor + t.random.between(1.2, 3);
      return t.order(lane, sentAgo + 1, { parcels: [t.underWay(lane, sentAgo, silentFor)] });
    },
  },
  {
    name: 'silent across a border',
    times: 6,
    owed: 'silent-parcel',
    tell(t) {
      const lane = t.lanes.crossBorder();
      const silentFor = t.random.between(40, 49);
      const sentAgo = silentFor + t.random.between(3, 9);
      return t.order(lane, sentAgo + 2, { parcels: [t.underWay(lane, sentAgo, silentFor)] });
    },
  },
  {
    name: 'silent for so long that it is lost',
    times: 1,
    owed: 'lost',
    tell(t) {
      const lane = t.lanes.crossBorder();
      return t.order(lane, 98, { parcels: [t.underWay(lane, 95, 80)] });
    },
  },
  {
    name: 'label made, never scanned',
    times: 3,
    owed: 'never-scanned',
    tell(t) {
      const lane = t.lanes.domestic();
      const sentAgo = t.random.between(19, 24);
      return t.order(lane, sentAgo + 1, { parcels: [t.labelled(lane, sentAgo)] });
    },
  },
  {
    name: 'held by customs, by the carrier’s words',
    times: 2,
    owed: 'customs-hold',
    tell(t) {
      const lane = t.lanes.crossBorder();
      const parcel = t.underWay(lane, 16, 11);
      return t.order(lane, 18, {
        parcels: [t.thenTold(parcel, { ago: 10, message: 'Held by customs, documents required' })],
      });
    },
  },
  {
    name: 'on its way back, by the carrier’s words',
    times: 2,
    owed: 'returning-to-sender',
    tell(t) {
      const lane = t.lanes.crossBorder();
      const parcel = t.underWay(lane, 14, 5);
      return t.order(lane, 16, {
        parcels: [t.thenTold(parcel, { ago: 3, message: 'Returning to sender' })],
      });
    },
  },
  {
    name: 'the bank asks',
    times: 2,
    owed: 'payment-inquiry',
    tell(t) {
      const lane = t.lanes.crossBorder();
      return t.order(lane, 48, { parcels: [t.underWay(lane, 46, 34)], dispute: 'INQUIRY' });
    },
  },
  {
    name: 'promised for last week and still under way',
    times: 7,
    owed: 'late-arrival',
    tell(t) {
      const lane = t.anyLane();
      const promisedAgo = t.random.between(3, 9);
      const sentAgo = promisedAgo + lane.days[1];
      const parcel = t.underWay(lane, sentAgo, t.random.between(0.4, 5));
      return t.order(lane, sentAgo + 1.5, { parcels: [{ ...parcel, promisedAgo }] });
    },
  },
  {
    name: 'came late',
    times: 4,
    owed: 'late-arrival',
    tell(t) {
      const lane = t.anyLane();
      const arrivedAgo = t.random.between(0.5, 10);
      const promisedAgo = arrivedAgo + t.random.between(3, 8);
      const sentAgo = promisedAgo + lane.days[1];
      const parcel = t.arrived(lane, sentAgo, arrivedAgo);
      return t.order(lane, sentAgo + 1.5, {
        freeShipping: false,
        parcels: [{ ...parcel, promisedAgo }],
      });
    },
  },
  {
    name: 'cancelled and not paid back',
    times: 5,
    owed: 'cancelled-unrefunded',
    tell(t) {
      const cancelledAgo = t.random.between(0.3, 11);
      return t.order(t.anyLane(), cancelledAgo + t.random.between(0.2, 3), { cancelledAgo });
    },
  },
  {
    name: 'cancelled and paid back in part',
    times: 1,
    owed: 'cancelled-unrefunded',
    tell(t) {
      const note = 'Less a fee';
      return t.order(t.anyLane(), 9, {
        cancelledAgo: 7,
        refund: { ago: 7, of: { percent: 70n }, restock: 'no_restock', note },
      });
    },
  },
];
