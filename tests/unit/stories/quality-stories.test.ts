import {
  abroad,
  delivered,
  justBefore,
  line,
  lineId,
  march,
  message,
  order,
  parcel,
  report,
  returned,
  scans,
  sent,
} from '#tests/support/story.ts';
import { tellStories, type Told } from './tell-stories.ts';

const one = { lines: [{ lineItemId: Number(lineId), quantity: 1 }] };
const came = { now: march(10), orders: [sent()], scans: delivered };

const damaged: readonly Told[] = [
  [
    'an order that nobody paid has no bank’s clock, and nothing to give back',
    {
      ...came,
      orders: [sent({ financial_status: 'pending' })],
      reports: [report('damaged', march(8))],
    },
    { absent: true },
  ],
  [
    'two parcels, and nobody says which',
    {
      ...came,
      orders: [
        sent({}, [
          parcel({ line_items: [{ id: 3001, quantity: 1 }] }),
          parcel({ id: 2002, line_items: [{ id: 3001, quantity: 1 }] }),
        ]),
      ],
      reports: [report('damaged', march(8))],
    },
    {},
  ],
  [
    'a carrier’s damage to a parcel that came all the same',
    {
      now: march(8),
      orders: [sent()],
      scans: scans('IN_TRANSIT', 'carrier_damaged_parcel', 'DELIVERED'),
    },
    { evidence: ['damage-scanned'] },
  ],
  [
    'a report with photos of a cheap mug: paid, and the mug stays',
    {
      ...came,
      orders: [
        sent({
          total_price: '25.00',
          line_items: [line({ price: '10.00', fulfillable_quantity: 0 })],
        }),
      ],
      reports: [report('damaged', march(8), { photos: 2 })],
    },
    { party: 'seller', option: 'refund-keep-item' },
  ],
  [
    'one of two mugs: half the goods and the shipping',
    { ...came, reports: [report('damaged', march(8), { ...one, photos: 1 })] },
    { stake: '22.50' },
  ],
  [
    'the carrier’s own scan blames the carrier',
    {
      now: march(8),
      orders: [sent()],
      scans: scans('IN_TRANSIT', 'carrier_damaged_parcel', 'DELIVERED'),
      reports: [report('damaged', march(7), { photos: 1 })],
    },
    { party: 'carrier', evidence: ['damage-scanned'] },
  ],
  [
    'damage that only the carrier’s words tell',
    {
      now: march(8),
      orders: [sent()],
      scans: scans('IN_TRANSIT', ['IN_TRANSIT', 'Parcel damaged in our hub']),
    },
    { evidence: ['damage-scanned-inferred'] },
  ],
  [
    'near miss: a text that is not sure enough',
    { ...came, messages: [message('#damaged=0.4', march(8))] },
    { absent: true },
  ],
  [
    'boundary: the report is of the next second',
    { ...came, now: justBefore(march(8)), reports: [report('damaged', march(8))] },
    { absent: true, lookAgainAt: march(8) },
  ],
  [
    'trap: nothing was shipped',
    { now: march(3), orders: [order()], reports: [report('damaged', march(2))] },
    { absent: true },
  ],
  [
    'trap: it was repacked and forwarded',
    {
      now: march(6),
      orders: [sent()],
      scans: scans('IN_TRANSIT', ['IN_TRANSIT', 'Damaged packaging repacked and forwarded']),
    },
    { absent: true },
  ],
  [
    'without a photo the buyer is asked when much is at stake',
    {
      ...came,
      orders: [
        sent({
          total_price: '405.00',
          line_items: [line({ price: '200.00', fulfillable_quantity: 0 })],
        }),
      ],
      reports: [report('damaged', march(8))],
    },
    { option: 'ask-buyer' },
  ],
];

const two = { line_items: [line({ quantity: 3, fulfillable_quantity: 0 })], total_price: '65.00' };
const secondParcel = parcel({
  id: 2002,
  tracking_number: 'JD0002',
  line_items: [{ id: 3001, quantity: 1 }],
});
const firstParcel = parcel({ line_items: [{ id: 3001, quantity: 2 }] });

const missing: readonly Told[] = [
  [
    'nobody says what is missing',
    { ...came, reports: [report('missing-items', march(8), { photos: 1 })] },
    { stake: '45.00' },
  ],
  [
    'a silent parcel that nobody ever scanned',
    { now: march(20), orders: [sent({ ...two }, [firstParcel, secondParcel])], scans: delivered },
    { evidence: ['parcels-came'] },
  ],
  [
    'trap: a parcel whose lines nobody told',
    { now: march(10), orders: [sent({ ...two }, [parcel({ line_items: [] })])], scans: delivered },
    { absent: true },
  ],
  [
    'trap: what needs no shipping is not missing',
    {
      now: march(10),
      orders: [
        sent({
          line_items: [
            line({ fulfillable_quantity: 0 }),
            line({ id: 3002, requires_shipping: false, fulfillable_quantity: 0 }),
          ],
        }),
      ],
      scans: delivered,
    },
    { absent: true },
  ],
  [
    'a missing line of two where the other one is coming',
    {
      now: march(8),
      orders: [
        sent(
          {
            line_items: [
              line({ fulfillable_quantity: 0 }),
              line({ id: 3002, fulfillable_quantity: 0 }),
            ],
            total_price: '85.00',
          },
          [
            parcel(),
            parcel({
              id: 2002,
              tracking_number: 'JD0002',
              line_items: [{ id: 3002, quantity: 2 }],
            }),
          ],
        ),
      ],
      scans: { ...delivered, 2002: [{ at: march(6), status: 'IN_TRANSIT' }] },
      reports: [report('missing-items', march(7), one)],
    },
    { party: 'seller' },
  ],
  [
    'a report of one missing item',
    { ...came, reports: [report('missing-items', march(8), { ...one, photos: 1 })] },
    { party: 'seller', stake: '22.50' },
  ],
  [
    'the order itself: less was sent, and nothing more comes',
    { now: march(10), orders: [sent({ ...two }, [firstParcel])], scans: delivered },
    { party: 'seller', evidence: ['shipped-less', 'nothing-more-coming'], stake: '21.67' },
  ],
  [
    'one of two parcels came, the other fell silent',
    {
      now: march(20),
      orders: [sent({ ...two }, [firstParcel, secondParcel])],
      scans: { ...delivered, 2002: [{ at: march(5), status: 'IN_TRANSIT' }] },
    },
    { party: 'carrier', evidence: ['parcels-came'] },
  ],
  [
    'near miss: the other parcel is on its way',
    {
      now: march(8),
      orders: [sent({ ...two }, [firstParcel, secondParcel])],
      scans: { ...delivered, 2002: [{ at: march(6), status: 'IN_TRANSIT' }] },
    },
    { absent: true },
  ],
  [
    'boundary: the other one’s last ordinary millisecond',
    {
      now: justBefore(march(13)),
      orders: [sent({ ...two }, [firstParcel, secondParcel])],
      scans: { ...delivered, 2002: [{ at: march(6), status: 'IN_TRANSIT' }] },
    },
    { absent: true, lookAgainAt: march(13) },
  ],
  [
    'trap: the rest waits to be shipped',
    {
      now: march(6),
      orders: [
        sent(
          {
            line_items: [line({ quantity: 3, fulfillable_quantity: 1 })],
            total_price: '65.00',
            fulfillment_status: 'partial',
          },
          [firstParcel],
        ),
      ],
      scans: delivered,
    },
    { absent: true },
  ],
  [
    'a missing thing that another parcel carries is hardly owed',
    {
      now: march(8),
      orders: [sent({ ...two }, [firstParcel, secondParcel])],
      scans: { ...delivered, 2002: [{ at: march(6), status: 'IN_TRANSIT' }] },
      reports: [report('missing-items', march(7))],
    },
    { evidence: ['another-parcel-coming'], option: 'ask-buyer' },
  ],
  [
    'trap: a cancelled order',
    {
      now: march(10),
      orders: [sent({ ...two, cancelled_at: march(9) }, [firstParcel])],
      scans: delivered,
    },
    { absent: true },
  ],
];

const notAsDescribed: readonly Told[] = [
  [
    'a report of the wrong thing',
    { ...came, reports: [report('not-as-described', march(8), { photos: 1 })] },
    { party: 'seller', option: 'refund-on-return' },
  ],
  [
    'a return of a defective one blames its maker',
    {
      ...came,
      returns: [
        returned('OPEN', march(8), {
          lines: [{ lineItemId: 3001, quantity: 1, reason: 'DEFECTIVE' }],
        }),
      ],
    },
    { party: 'supplier', stake: '22.50' },
  ],
  [
    'a final-sale flag does not matter',
    {
      ...came,
      reports: [report('not-as-described', march(8))],
      policy: { returns: { finalSaleSkus: ['MUG-*'] } },
    },
    {},
  ],
  [
    'cheap goods are not worth their way back',
    {
      ...came,
      orders: [
        sent({
          ...abroad('US'),
          total_price: '15.00',
          line_items: [line({ price: '5.00', fulfillable_quantity: 0 })],
        }),
      ],
      reports: [report('not-as-described', march(8), { photos: 2 })],
    },
    { option: 'refund-keep-item' },
  ],
  [
    'near miss: the colour is a matter of taste',
    {
      ...came,
      returns: [
        returned('OPEN', march(8), { lines: [{ lineItemId: 3001, quantity: 1, reason: 'COLOR' }] }),
      ],
    },
    { absent: true },
  ],
  [
    'boundary: the report is of the next second',
    { ...came, now: justBefore(march(8)), reports: [report('not-as-described', march(8))] },
    { absent: true },
  ],
  [
    'trap: a return that was called off',
    {
      ...came,
      returns: [
        returned('CANCELED', march(8), {
          lines: [{ lineItemId: 3001, quantity: 1, reason: 'WRONG_ITEM' }],
        }),
      ],
    },
    { absent: true },
  ],
];

/** Three other buyers of the same mug, in orders of their own. */
const others = (problem: string, count: number, at = march(7)) => ({
  orders: [
    sent(),
    ...Array.from({ length: count }, (_, index) =>
      sent({ id: 1100 + index, customer: { id: 7000 + index } }, [parcel({ id: 2100 + index })]),
    ),
  ],
  reports: Array.from({ length: count }, (_, index) =>
    report(problem, at, { orderId: 1100 + index }),
  ),
  scans: delivered,
});

const cluster: readonly Told[] = [
  [
    'three other buyers report the same fault',
    { now: march(10), ...others('damaged', 3) },
    { party: 'supplier', evidence: ['buyers-report'] },
  ],
  ['near miss: two do', { now: march(10), ...others('damaged', 2) }, { absent: true }],
  [
    'boundary: the third report is of the next second',
    { now: justBefore(march(7)), ...others('not-as-described', 3) },
    { absent: true },
  ],
  [
    'boundary: sixty days later it is forgotten',
    { now: march(67), ...others('damaged', 3) },
    { absent: true },
  ],
  [
    'trap: one buyer with three orders is one buyer',
    {
      now: march(10),
      ...others('damaged', 3),
      orders: [
        sent(),
        ...[0, 1, 2].map((index) =>
          sent({ id: 1100 + index, customer: { id: 7000 } }, [parcel({ id: 2100 + index })]),
        ),
      ],
    },
    { absent: true },
  ],
  [
    'trap: another product',
    {
      now: march(10),
      ...others('damaged', 3),
      orders: [
        sent({ line_items: [line({ sku: 'BOWL-1', fulfillable_quantity: 0 })] }),
        ...others('damaged', 3).orders.slice(1),
      ],
    },
    { absent: true },
  ],
  [
    'trap: whoever told it himself is judged by his own word',
    {
      now: march(10),
      ...others('damaged', 3),
      reports: [...others('damaged', 3).reports, report('damaged', march(8))],
    },
    { absent: true },
  ],
];

const health: readonly Told[] = [
  [
    'the buyer is ill',
    { ...came, reports: [report('health', march(8))] },
    { party: 'buyer', option: 'refund-on-return' },
  ],
  ['by a message that was read', { ...came, messages: [message('#health=0.9', march(8))] }, {}],
  [
    'near miss: a figure of speech that is hardly heard',
    { ...came, messages: [message('#health=0.5', march(8))] },
    { absent: true },
  ],
  [
    'boundary: the report is of the next second',
    { ...came, now: justBefore(march(8)), reports: [report('health', march(8))] },
    { absent: true },
  ],
  [
    'trap: the order was cancelled',
    { ...came, orders: [sent({ cancelled_at: march(7) })], reports: [report('health', march(8))] },
    { absent: true },
  ],
];

const bereavement: readonly Told[] = [
  [
    'trap: the order was cancelled',
    {
      ...came,
      orders: [sent({ cancelled_at: march(7) })],
      messages: [message('#bereavement=0.8', march(6))],
    },
    { absent: true },
  ],
  [
    'somebody died',
    { ...came, messages: [message('#bereavement=0.8', march(8))] },
    { option: 'ask-buyer' },
  ],
  [
    'before anything was shipped',
    { now: march(3), orders: [order()], messages: [message('#bereavement=0.8', march(2))] },
    { stake: '45.00' },
  ],
  [
    'near miss: a reading that is not sure enough',
    { ...came, messages: [message('#bereavement=0.59', march(8))] },
    { absent: true },
  ],
  [
    'boundary: the message is of the next second',
    { ...came, now: justBefore(march(8)), messages: [message('#bereavement=0.8', march(8))] },
    { absent: true },
  ],
  [
    'trap: a text that nobody could read',
    { ...came, messages: [message('?', march(8))] },
    { absent: true },
  ],
];

const safety: readonly Told[] = [
  [
    'an allergy: paid, and nothing is sent back',
    { ...came, reports: [report('safety', march(8), { photos: 1 })] },
    { party: 'seller', option: 'refund-keep-item' },
  ],
  [
    'two others were hurt: a recall',
    { now: march(10), ...others('safety', 2) },
    { party: 'supplier', evidence: ['others-in-danger'] },
  ],
  ['near miss: one other was', { now: march(10), ...others('safety', 1) }, { absent: true }],
  [
    'boundary: the report is of the next second',
    { ...came, now: justBefore(march(8)), reports: [report('safety', march(8))] },
    { absent: true },
  ],
  [
    'trap: nothing was shipped that could hurt',
    { now: march(3), orders: [order()], reports: [report('safety', march(2))] },
    { absent: true },
  ],
];

const sealed = { policy: { returns: { hygieneSkus: ['mug-*'] } } };

const hygiene: readonly Told[] = [
  [
    'where no law speaks of it',
    {
      ...came,
      ...sealed,
      orders: [sent(abroad('JP'))],
      reports: [report('changed-mind', march(8))],
    },
    {},
  ],
  [
    'trap: a line without a product',
    {
      ...came,
      ...sealed,
      orders: [sent({ line_items: [line({ sku: null, fulfillable_quantity: 0 })] })],
      reports: [report('changed-mind', march(8))],
    },
    { absent: true },
  ],
  [
    'trap: the order was cancelled',
    {
      ...came,
      ...sealed,
      orders: [sent({ cancelled_at: march(7) })],
      reports: [report('changed-mind', march(8))],
    },
    { absent: true },
  ],
  [
    'sealed goods are not taken back for a changed mind',
    { ...came, ...sealed, reports: [report('changed-mind', march(8))] },
    { party: 'buyer', option: 'ask-buyer' },
  ],
  [
    'nor by a return request',
    {
      ...came,
      ...sealed,
      returns: [
        returned('REQUESTED', march(8), {
          lines: [{ lineItemId: 3001, quantity: 2, reason: 'UNWANTED' }],
        }),
      ],
    },
    {},
  ],
  [
    'near miss: goods that are not in the list',
    {
      ...came,
      policy: { returns: { hygieneSkus: ['CUP-*'] } },
      reports: [report('changed-mind', march(8))],
    },
    { absent: true },
  ],
  [
    'boundary: the report is of the next second',
    { ...came, ...sealed, now: justBefore(march(8)), reports: [report('changed-mind', march(8))] },
    { absent: true },
  ],
  [
    'trap: faulty goods go back all the same',
    {
      ...came,
      ...sealed,
      reports: [report('changed-mind', march(8)), report('damaged', march(8))],
    },
    { absent: true },
  ],
];

tellStories({
  damaged,
  'missing-items': missing,
  'not-as-described': notAsDescribed,
  'defect-cluster': cluster,
  health,
  bereavement,
  safety,
  'hygiene-exception': hygiene,
});
