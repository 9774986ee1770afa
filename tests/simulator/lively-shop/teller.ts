import { giftCard, pickProducts } from './catalogue.ts';
import { lanesBy, type Lane, type Lanes } from './markets.ts';
import type { LineDraft, OrderDraft, ParcelDraft, ScanDraft } from './order-draft.ts';
import type { Random } from './random.ts';

/** What stories are told with: chance, lanes, and the turns that parcels take. */
export interface Teller {
  readonly random: Random;
  readonly lanes: Lanes;
  /** A lane within a country or across a border, as orders of this shop come. */
  anyLane(): Lane;
  /** Paid, unshipped, nothing special: the story says what differs. */
  order(lane: Lane, placedAgo: number, turns?: Partial<OrderDraft>): OrderDraft;
  goods(count: number): readonly LineDraft[];
  giftCard(): readonly LineDraft[];
  /** All goods in one parcel, last seen so many days ago, somewhere on its way. */
  underWay(lane: Lane, sentAgo: number, lastSeenAgo: number): ParcelDraft;
  /** All goods in one parcel whose label is all that is known of it. */
  labelled(lane: Lane, sentAgo: number): ParcelDraft;
  /** The same parcel, of which the carrier then said something in words. */
  thenTold(
    parcel: ParcelDraft,
    told: { readonly ago: number; readonly message: string },
  ): ParcelDraft;
  /** All goods in one parcel that arrived. */
  arrived(lane: Lane, sentAgo: number, arrivedAgo: number): ParcelDraft;
}

export function tellerWith(random: Random): Teller {
  const lanes = lanesBy(random);
  const goods = (count: number): readonly LineDraft[] =>
    pickProducts(random, count).map((product) => ({
      product,
      quantity: random.pick([1, 1, 1, 1, 2, 3]),
    }));
  return {
    random,
    lanes,
    anyLane: () => (random.chance(0.35) ? lanes.domestic() : lanes.crossBorder()),
    order: (lane, placedAgo, turns) => ({
      placedAgo,
      lane,
      lines: goods(random.pick([1, 1, 1, 2, 2, 3])),
      payment: 'paid',
      discount: random.pick([0, 0, 0, 0, 10, 15]),
      freeShipping: random.chance(0.2),
      shipByAgo: null,
      hold: null,
      cancelledAgo: null,
      parcels: [],
      refund: null,
      dispute: null,
      test: false,
      ...turns,
    }),
    goods,
    giftCard: () => [{ product: giftCard, quantity: 1 }],
    underWay: (lane, sentAgo, lastSeenAgo) => ({
      sentAgo,
      carries: null,
      promisedAgo: null,
      scans: journey(lane, sentAgo, lastSeenAgo),
    }),
    labelled: (lane, sentAgo) => ({
      sentAgo,
      carries: null,
      promisedAgo: null,
      scans: [{ status: 'label_printed', ago: sentAgo, country: lane.from, message: null }],
    }),
    thenTold: (parcel, { ago, message }) => ({
      ...parcel,
      scans: [
        ...parcel.scans,
        { status: 'in_transit', ago, country: parcel.scans.at(-1)?.country ?? '', message },
      ],
    }),
    arrived: (lane, sentAgo, arrivedAgo) => ({
      sentAgo,
      carries: null,
      promisedAgo: null,
      scans: [
        ...journey(lane, sentAgo, arrivedAgo + 0.3),
        {
          status: 'out_for_delivery',
          ago: arrivedAgo + 0.2,
          country: lane.to.country,
          message: null,
        },
        { status: 'delivered', ago: arrivedAgo, country: lane.to.country, message: null },
      ],
    }),
  };
}

/** Picked up half a day after it was sent, then a scan every few days up to the last one. */
function journey(lane: Lane, sentAgo: number, lastSeenAgo: number): readonly ScanDraft[] {
  const pickedUpAgo = Math.max(lastSeenAgo, sentAgo - 0.5);
  const way = pickedUpAgo - lastSeenAgo;
  const stops = Math.min(6, Math.floor(way / 1.5) + (way > 0.2 ? 1 : 0));
  const scans = Array.from({ length: stops }, (_, index): ScanDraft => {
    const share = (index + 1) / stops;
    return {
      status: 'in_transit',
      ago: pickedUpAgo - way * share,
      country: share > 0.6 ? lane.to.country : lane.from,
      message: null,
    };
  });
  return [
    { status: 'carrier_picked_up', ago: pickedUpAgo, country: lane.from, message: null },
    ...scans,
  ];
}
