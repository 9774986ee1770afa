import {
  abroad,
  delivered,
  justBefore,
  line,
  march,
  message,
  order,
  parcel,
  parcelId,
  report,
  scans,
  sent,
} from '#tests/support/story.ts';
import { tellStories, type Told } from './tell-stories.ts';

const cn = { shop: { country: 'CN', timeZone: 'Asia/Shanghai' } };
const moving = scans('IN_TRANSIT');
/** Midnight in Berlin after 10 March. */
const eleventh = '2026-03-10T23:00:00.000Z';

const lateDispatch: readonly Told[] = [
  [
    'a ship-by date was missed',
    { now: march(9), orders: [order()], promises: { 1001: { shipBy: '2026-03-05' } } },
    { party: 'seller', option: 'wait' },
  ],
  [
    'a cheap order is cancelled rather than waited for',
    {
      now: march(20),
      orders: [order({ line_items: [line({ quantity: 1, price: '7.00' })], total_price: '12.00' })],
      promises: { 1001: { shipBy: '2026-03-05' } },
    },
    { option: 'cancel-and-refund' },
  ],
  [
    'near miss: the ship-by day is today',
    { now: march(5), orders: [order()], promises: { 1001: { shipBy: '2026-03-05' } } },
    { absent: true, lookAgainAt: '2026-03-05T23:00:00.000Z' },
  ],
  [
    'boundary: the first instant after the ship-by day, in the shop’s zone',
    {
      now: '2026-03-05T23:00:00Z',
      orders: [order()],
      promises: { 1001: { shipBy: '2026-03-05' } },
    },
    {},
  ],
  [
    'boundary: a millisecond before',
    {
      now: justBefore('2026-03-05T23:00:00Z'),
      orders: [order()],
      promises: { 1001: { shipBy: '2026-03-05' } },
    },
    { absent: true },
  ],
  [
    'trap: nobody has paid',
    { now: march(20), orders: [order({ financial_status: 'pending' })] },
    { absent: true },
  ],
  [
    'trap: only authorized',
    { now: march(20), orders: [order({ financial_status: 'authorized' })] },
    { absent: true },
  ],
  [
    'no ship-by date, but it was to be delivered by yesterday and nobody has sent it',
    { now: march(5), orders: [order()], promises: { 1001: { deliverBy: '2026-03-04' } } },
    { party: 'seller', evidence: ['promise-passed', 'nothing-shipped'] },
  ],
  [
    'boundary: a millisecond before that day is over',
    {
      now: justBefore('2026-03-04T23:00:00Z'),
      orders: [order()],
      promises: { 1001: { deliverBy: '2026-03-04' } },
    },
    { absent: true, lookAgainAt: '2026-03-04T23:00:00.000Z' },
  ],
  [
    'a hold says why',
    {
      now: march(20),
      orders: [order()],
      holds: [{ orderId: 1001, reason: 'inventory_out_of_stock', at: march(2) }],
    },
    { evidence: ['dispatch-held'] },
  ],
];

const neverScanned: readonly Told[] = [
  ['five days after the label at home', { now: march(8), orders: [sent()] }, { party: 'supplier' }],
  [
    'seven days across a border',
    { now: march(10), orders: [sent(abroad('US'))] },
    { party: 'supplier' },
  ],
  [
    'near miss: six days across a border',
    { now: march(9), orders: [sent(abroad('US'))] },
    { absent: true },
  ],
  [
    'boundary: a millisecond before the fifth day',
    { now: justBefore(march(8)), orders: [sent()] },
    { absent: true, lookAgainAt: march(8) },
  ],
  [
    'trap: labels are the seller’s own scans',
    {
      now: march(9),
      orders: [sent()],
      scans: scans('LABEL_PURCHASED', 'LABEL_PRINTED', 'CONFIRMED'),
    },
    {},
  ],
  [
    'trap: no tracking number, so nobody could scan',
    { now: march(20), orders: [sent({}, [parcel({ tracking_number: null })])] },
    { absent: true },
  ],
  [
    'the buyer says that an unnumbered parcel never came',
    {
      now: march(20),
      orders: [sent({}, [parcel({ tracking_number: null })])],
      reports: [report('not-received', march(19))],
    },
    { evidence: ['buyer-told'] },
  ],
];

const silent: readonly Told[] = [
  [
    'a carrier without a name',
    { now: march(11), orders: [sent({}, [parcel({ tracking_company: null })])], scans: moving },
    {},
  ],
  [
    'seven silent days at home',
    { now: march(11), orders: [sent()], scans: moving },
    { party: 'carrier' },
  ],
  [
    'twenty silent days across a border',
    { now: march(24), orders: [sent(abroad('US'))], scans: moving },
    { party: 'carrier' },
  ],
  [
    'near miss: nineteen across a border',
    { now: march(23), orders: [sent(abroad('US'))], scans: moving },
    { absent: true },
  ],
  [
    'boundary: a millisecond before',
    { now: justBefore(march(11)), orders: [sent()], scans: moving },
    { absent: true, lookAgainAt: march(11) },
  ],
  [
    'trap: it waits at the pick-up point',
    { now: march(20), orders: [sent()], scans: scans('IN_TRANSIT', 'READY_FOR_PICKUP') },
    { absent: true },
  ],
  [
    'trap: disorder and duplicates of scans',
    {
      now: march(11),
      orders: [sent()],
      scans: {
        [parcelId]: [
          { at: march(9), status: 'in transit' },
          { at: march(4), status: 'IN_TRANSIT' },
          { at: march(4), status: 'IN_TRANSIT' },
        ],
      },
    },
    { absent: true },
  ],
  [
    'trap: the peak season asks for patience',
    {
      now: '2026-12-12T12:00:00Z',
      orders: [
        sent({ created_at: '2026-11-28T12:00:00Z' }, [
          parcel({ created_at: '2026-11-29T12:00:00Z' }),
        ]),
      ],
      scans: { [parcelId]: [{ at: '2026-12-01T12:00:00Z', status: 'IN_TRANSIT' }] },
    },
    { absent: true },
  ],
  [
    'a merchant’s own rule for the lane',
    {
      now: march(8),
      orders: [sent()],
      scans: moving,
      policy: {
        lanes: {
          rules: [
            {
              origin: null,
              destination: 'DE',
              carrier: 'dhl',
              service: null,
              neverScannedDays: null,
              silentDays: 4,
              lostDays: null,
            },
          ],
        },
      },
    },
    { evidence: ['lane-rule'] },
  ],
  [
    'contradiction: delivered, then in transit',
    { now: march(20), orders: [sent()], scans: scans('DELIVERED', 'IN_TRANSIT') },
    { evidence: ['scans-contradict'] },
  ],
];

/** Nobody who was handed a parcel lately has a day more. */
const atOnce = { grounds: { 'late-arrival': { latelyGraceDays: 0 } } };

const late: readonly Told[] = [
  [
    'a promised day passed',
    {
      now: march(13),
      orders: [sent()],
      scans: scans('IN_TRANSIT', 'IN_TRANSIT'),
      promises: { 1001: { deliverBy: '2026-03-10' } },
    },
    { party: 'carrier' },
  ],
  [
    'it came after the promised day: the shipping',
    {
      now: march(8),
      orders: [sent()],
      scans: delivered,
      promises: { 1001: { deliverBy: '2026-03-04' } },
    },
    { option: 'refund-shipping', amount: '5.00' },
  ],
  [
    'near miss: today is the promised day',
    {
      now: march(10),
      orders: [sent()],
      scans: moving,
      promises: { 1001: { deliverBy: '2026-03-10' } },
      policy: atOnce,
    },
    { absent: true, lookAgainAt: eleventh },
  ],
  [
    'boundary: midnight after it, where the shop is',
    {
      now: eleventh,
      orders: [sent()],
      scans: moving,
      promises: { 1001: { deliverBy: '2026-03-10' } },
      policy: atOnce,
    },
    {},
  ],
  [
    'boundary: a millisecond before',
    {
      now: justBefore(eleventh),
      orders: [sent()],
      scans: moving,
      promises: { 1001: { deliverBy: '2026-03-10' } },
      policy: atOnce,
    },
    { absent: true },
  ],
  [
    'near miss: handed over a week before, it has a day more',
    {
      now: eleventh,
      orders: [sent()],
      scans: moving,
      promises: { 1001: { deliverBy: '2026-03-10' } },
    },
    { absent: true },
  ],
  [
    'boundary: that day is over, too',
    {
      now: '2026-03-11T23:00:00.000Z',
      orders: [sent()],
      scans: moving,
      promises: { 1001: { deliverBy: '2026-03-10' } },
    },
    {},
  ],
  [
    'across a border a day more is forgiven',
    {
      now: march(11),
      ...cn,
      orders: [sent(abroad('US'))],
      scans: moving,
      promises: { 1001: { deliverBy: '2026-03-10' } },
    },
    { absent: true },
  ],
  [
    'trap: no promise was made',
    { now: march(9), orders: [sent()], scans: moving },
    { absent: true, notJudged: 'late-arrival' },
  ],
  [
    'trap: it came in time',
    {
      now: march(20),
      orders: [sent()],
      scans: delivered,
      promises: { 1001: { deliverBy: '2026-03-10' } },
    },
    { absent: true },
  ],
];

const failed: readonly Told[] = [
  [
    'a failure that nobody explains, for days',
    { now: march(9), orders: [sent()], scans: scans('IN_TRANSIT', 'Exception') },
    { party: 'carrier' },
  ],
  [
    'trap: after a month it is lost',
    { now: march(40), orders: [sent()], scans: scans('IN_TRANSIT', 'Exception') },
    { absent: true },
  ],
  [
    'nobody home, and no second attempt for days',
    { now: march(9), orders: [sent()], scans: scans('IN_TRANSIT', 'ATTEMPTED_DELIVERY') },
    {},
  ],
  [
    'refused by the buyer',
    {
      now: march(6),
      orders: [sent()],
      scans: scans('IN_TRANSIT', { status: 'Exception_003', source: 'aftership' }),
    },
    { party: 'buyer' },
  ],
  [
    'a wrong address, by 17TRACK',
    {
      now: march(9),
      orders: [sent()],
      scans: scans('IN_TRANSIT', { status: 'DeliveryFailure_InvalidAddress', source: '17track' }),
    },
    { party: 'buyer' },
  ],
  [
    'near miss: the carrier has three days to try again',
    { now: march(7), orders: [sent()], scans: scans('IN_TRANSIT', 'ATTEMPTED_DELIVERY') },
    { absent: true, lookAgainAt: march(8) },
  ],
  [
    'boundary: the third day',
    { now: march(8), orders: [sent()], scans: scans('IN_TRANSIT', 'ATTEMPTED_DELIVERY') },
    {},
  ],
  [
    'trap: the second attempt succeeded',
    { now: march(20), orders: [sent()], scans: scans('ATTEMPTED_DELIVERY', 'DELIVERED') },
    { absent: true },
  ],
];

const returning: readonly Told[] = [
  [
    'by words alone',
    {
      now: march(6),
      orders: [sent()],
      scans: scans('IN_TRANSIT', ['IN_TRANSIT', 'Returning to sender']),
    },
    { party: 'carrier', evidence: ['parcel-returning-inferred'] },
  ],
  [
    'in Chinese words',
    { now: march(6), orders: [sent()], scans: scans('IN_TRANSIT', ['', '包裹退回发件人']) },
    {},
  ],
  [
    'refused before: the buyer’s doing',
    {
      now: march(7),
      orders: [sent()],
      scans: scans('IN_TRANSIT', 'consignee_refused', 'return_to_sender'),
    },
    { party: 'buyer' },
  ],
  [
    'held by customs before: customs’ doing',
    {
      now: march(7),
      orders: [sent(abroad('US'))],
      scans: scans(['', 'Held by customs'], { status: 'Exception_010', source: 'aftership' }),
    },
    { party: 'customs' },
  ],
  [
    'near miss: a return label is no return',
    {
      now: march(6),
      orders: [sent()],
      scans: scans('IN_TRANSIT', ['IN_TRANSIT', 'Return label created']),
    },
    { absent: true },
  ],
  [
    'boundary: the scan is of the next second',
    {
      now: justBefore(march(5)),
      orders: [sent()],
      scans: scans('IN_TRANSIT', ['', 'Return to sender']),
    },
    { absent: true, lookAgainAt: march(5) },
  ],
  [
    'trap: goods that were delivered go back because the buyer sent them',
    { now: march(9), orders: [sent()], scans: scans('DELIVERED', ['', 'Returned to sender']) },
    { absent: true },
  ],
];

const customs: readonly Told[] = [
  [
    'held, after it had moved, with an event between that nobody knows',
    {
      now: march(13),
      orders: [sent(abroad('US'))],
      scans: scans('IN_TRANSIT', ['', 'Presented to customs'], 'X99', [
        'IN_TRANSIT',
        'Held by customs',
      ]),
    },
    {},
  ],
  [
    'held for a week, by words alone',
    {
      now: march(12),
      orders: [sent(abroad('US'))],
      scans: scans(['IN_TRANSIT', 'Held by customs']),
    },
    { party: 'customs', evidence: ['customs-hold-inferred'] },
  ],
  [
    'documents are missing',
    {
      now: march(12),
      orders: [sent(abroad('US'))],
      scans: scans({ status: 'Exception_018', source: 'aftership' }),
    },
    { party: 'seller' },
  ],
  [
    'unpaid duties are the buyer’s',
    { now: march(12), orders: [sent(abroad('US'))], scans: scans('customs_duties_unpaid') },
    { party: 'buyer' },
  ],
  [
    'near miss: held for six days',
    {
      now: march(10),
      orders: [sent(abroad('US'))],
      scans: scans(['IN_TRANSIT', 'Held by customs']),
    },
    { absent: true, lookAgainAt: march(11) },
  ],
  [
    'boundary: the seventh day',
    {
      now: march(11),
      orders: [sent(abroad('US'))],
      scans: scans(['IN_TRANSIT', 'Held by customs']),
    },
    {},
  ],
  [
    'trap: released by customs',
    {
      now: march(12),
      orders: [sent(abroad('US'))],
      scans: scans(['IN_TRANSIT', 'Held by customs'], ['IN_TRANSIT', 'Released by customs']),
    },
    { absent: true },
  ],
];

const notReceived: readonly Told[] = [
  [
    'a report after the delivery',
    {
      now: march(10),
      orders: [sent()],
      scans: delivered,
      reports: [report('not-received', march(8))],
    },
    { party: 'carrier' },
  ],
  [
    'delivered in another country',
    {
      now: march(10),
      orders: [sent()],
      scans: scans({ status: 'DELIVERED', country: 'FR' }),
      reports: [report('not-received', march(8))],
    },
    { evidence: ['delivered-abroad'] },
  ],
  [
    'near miss: told before it came',
    {
      now: march(10),
      orders: [sent()],
      scans: delivered,
      reports: [report('not-received', march(5))],
    },
    { absent: true },
  ],
  [
    'boundary: the report is of the next second',
    {
      now: justBefore(march(8)),
      orders: [sent()],
      scans: delivered,
      reports: [report('not-received', march(8))],
    },
    { absent: true, lookAgainAt: march(8) },
  ],
  [
    'trap: nothing was delivered yet',
    { now: march(8), orders: [sent()], scans: moving, reports: [report('not-received', march(7))] },
    { absent: true },
  ],
  [
    'by a message that was read',
    {
      now: march(10),
      orders: [sent()],
      scans: delivered,
      messages: [message('#not-received=0.9', march(8))],
    },
    {},
  ],
];

const lostStories: readonly Told[] = [
  [
    'the carrier says so',
    { now: march(8), orders: [sent()], scans: scans('IN_TRANSIT', 'carrier_parcel_lost') },
    { party: 'carrier', option: 'refund' },
  ],
  [
    'in German words',
    {
      now: march(8),
      orders: [sent()],
      scans: scans('IN_TRANSIT', ['FAILURE', 'Sendung verloren']),
    },
    { evidence: ['carrier-says-lost-inferred'] },
  ],
  [
    'thirty days after the label at home',
    { now: march(33), orders: [sent()], scans: moving },
    { evidence: ['lost-by-silence'] },
  ],
  [
    'the carrier’s answer to an inquiry',
    {
      now: march(12),
      orders: [sent()],
      scans: moving,
      carrierAnswers: [{ fulfillmentId: 2001, at: march(11), verdict: 'lost' }],
    },
    { evidence: ['carrier-answered'] },
  ],
  [
    'near miss: not before its thirtieth day',
    { now: justBefore(march(33)), orders: [sent()], scans: moving },
    { absent: true, lookAgainAt: march(33) },
  ],
  [
    'trap: thirty days, and seen yesterday',
    {
      now: march(34),
      orders: [sent()],
      scans: { [parcelId]: [{ at: march(33), status: 'IN_TRANSIT' }] },
    },
    { absent: true },
  ],
  [
    'trap: it was found again',
    { now: march(8), orders: [sent()], scans: scans('carrier_parcel_lost', 'IN_TRANSIT') },
    { absent: true },
  ],
  [
    'yen have no decimals',
    {
      now: march(8),
      shop: { country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' },
      orders: [
        sent({
          currency: 'JPY',
          total_price: '4500',
          ...abroad('JP'),
          line_items: [line({ price: '2000', fulfillable_quantity: 0 })],
          shipping_lines: [{ price: '500' }],
        }),
      ],
      scans: scans('carrier_parcel_lost'),
    },
    { amount: '4500' },
  ],
  [
    'dinars have three',
    {
      now: march(8),
      shop: { country: 'KW', currency: 'KWD', timeZone: 'Asia/Kuwait' },
      orders: [
        sent({
          currency: 'KWD',
          total_price: '4.505',
          ...abroad('KW'),
          line_items: [line({ price: '2.001', fulfillable_quantity: 0 })],
          shipping_lines: [{ price: '0.503' }],
        }),
      ],
      scans: scans('carrier_parcel_lost'),
    },
    { amount: '4.505' },
  ],
];

tellStories({
  'late-dispatch': lateDispatch,
  'never-scanned': neverScanned,
  'silent-parcel': silent,
  'late-arrival': late,
  'delivery-failed': failed,
  'returning-to-sender': returning,
  'customs-hold': customs,
  'delivered-not-received': notReceived,
  lost: lostStories,
});
