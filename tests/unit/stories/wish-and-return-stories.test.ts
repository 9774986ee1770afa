import {
  abroad,
  delivered,
  justBefore,
  line,
  march,
  message,
  order,
  parcel,
  report,
  returned,
  sent,
} from '#tests/support/story.ts';
import { tellStories, type Told } from './tell-stories.ts';

const came = { now: march(10), orders: [sent()], scans: delivered };
const unwanted = { lines: [{ lineItemId: 3001, quantity: 2, reason: 'UNWANTED' }] };
const cancelWish = message('#cancel=0.9', march(2));

const cancel: readonly Told[] = [
  [
    'asked for while nothing was shipped',
    { now: march(3), orders: [order()], messages: [cancelWish] },
    { party: 'buyer', option: 'cancel-and-refund' },
  ],
  [
    'a changed mind before shipping is a cancellation',
    { now: march(3), orders: [order()], reports: [report('changed-mind', march(2))] },
    { option: 'cancel-and-refund', amount: '45.00' },
  ],
  [
    'shipped after the request',
    { now: march(6), orders: [sent()], messages: [cancelWish] },
    { party: 'seller', evidence: ['shipped-after-request'] },
  ],
  [
    'near miss: a reading that is not sure enough',
    { now: march(3), orders: [order()], messages: [message('#cancel=0.55', march(2))] },
    { absent: true },
  ],
  [
    'boundary: the message is of the next second',
    { now: justBefore(march(2)), orders: [order()], messages: [cancelWish] },
    { absent: true },
  ],
  [
    'trap: asked after it had left',
    { now: march(6), orders: [sent()], messages: [message('#cancel=0.9', march(4))] },
    { absent: true },
  ],
  [
    'trap: it was cancelled already',
    { now: march(6), orders: [order({ cancelled_at: march(3) })], messages: [cancelWish] },
    { absent: true },
  ],
];

const changedMind: Told[] = [
  [
    'within the withdrawal right, with the shipping',
    { ...came, reports: [report('changed-mind', march(8))] },
    { party: 'buyer', option: 'refund-on-return', stake: '45.00', evidence: ['withdrawal-right'] },
  ],
  [
    'within the shop’s own window where no right is known, without the shipping',
    { ...came, orders: [sent(abroad('US'))], reports: [report('changed-mind', march(8))] },
    { stake: '40.00', evidence: ['window-open'] },
  ],
  [
    'store credit where policy and law allow it',
    {
      ...came,
      orders: [sent(abroad('US'))],
      reports: [report('changed-mind', march(8))],
      policy: {
        returns: { changedMindRemedy: 'store-credit', storeCreditBonusPercent: 10 },
        costs: { goodsCostPercent: 30 },
      },
    },
    { option: 'store-credit', amount: '44.00' },
  ],
  [
    'boundary: the last second of fourteen days',
    { ...came, now: march(21), reports: [report('changed-mind', justBefore(march(20)))] },
    { evidence: ['withdrawal-right'] },
  ],
  [
    'boundary: fourteen days after the delivery only the shop’s window is left',
    { ...came, now: march(21), reports: [report('changed-mind', march(20))] },
    { evidence: ['window-open'] },
  ],
  [
    'near miss: an unsure text',
    { ...came, messages: [message('#changed-mind=0.5', march(8))] },
    { absent: true },
  ],
  [
    'final sale is hardly owed where no right beats it',
    {
      ...came,
      orders: [sent(abroad('US'))],
      reports: [report('changed-mind', march(8))],
      policy: { returns: { finalSaleSkus: ['MUG-1'] } },
    },
    { evidence: ['final-sale'], option: 'wait' },
  ],
  [
    'trap: a return at Shopify is the return policy’s',
    {
      ...came,
      reports: [report('changed-mind', march(8))],
      returns: [returned('REQUESTED', march(8), unwanted)],
    },
    { absent: true },
  ],
];

const noRight = { ...came, orders: [sent(abroad('US'))] };
changedMind.push(
  [
    'after the window it is hardly owed',
    { ...noRight, now: march(60), reports: [report('changed-mind', march(59))] },
    { evidence: ['window-closed'], option: 'wait' },
  ],
  [
    'before it came, the window has not opened',
    { ...noRight, now: march(6), scans: {}, reports: [report('changed-mind', march(5))] },
    { evidence: ['window-open'] },
  ],
);

const dissatisfied: readonly Told[] = [
  [
    'unhappy, and no more than that',
    { ...came, messages: [message('#dissatisfied=0.9', march(8))] },
    { party: 'unknown' },
  ],
  [
    'reported as something else, without words',
    { ...came, reports: [report('other', march(8))] },
    {},
  ],
  [
    'near miss: an unsure text',
    { ...came, messages: [message('#dissatisfied=0.5', march(8))] },
    { absent: true },
  ],
  [
    'boundary: the message is of the next second',
    { ...came, now: justBefore(march(8)), messages: [message('#dissatisfied=0.9', march(8))] },
    { absent: true },
  ],
  [
    'trap: nothing was shipped that could displease',
    { now: march(3), orders: [order()], messages: [message('#dissatisfied=0.9', march(2))] },
    { absent: true },
  ],
];

const dispute = (kind: string, changes: object = {}) => ({
  orderId: 1001,
  kind,
  reason: 'product_not_received',
  at: march(15),
  ...changes,
});

const inquiry: readonly Told[] = [
  [
    'an inquiry that names fraud is surer',
    { now: march(16), orders: [sent()], disputes: [dispute('inquiry', { reason: 'fraudulent' })] },
    { option: 'refund' },
  ],
  [
    'a chargeback without a date or a reason',
    { now: march(16), orders: [sent()], disputes: [{ orderId: 1001, kind: 'chargeback' }] },
    { evidence: ['chargeback-open'] },
  ],
  [
    'an inquiry about a parcel that a carrier has',
    {
      now: march(6),
      orders: [sent()],
      scans: { 2001: [{ at: march(4), status: 'IN_TRANSIT' }] },
      disputes: [dispute('inquiry')],
    },
    { party: 'carrier' },
  ],
  [
    'with a date and no reason',
    { now: march(16), orders: [sent()], disputes: [dispute('inquiry', { reason: null })] },
    { evidence: ['inquiry-opened'] },
  ],
  [
    'an inquiry about what was delivered, and not as described',
    {
      now: march(16),
      orders: [sent()],
      scans: delivered,
      disputes: [dispute('inquiry', { reason: 'product_unacceptable' })],
    },
    { party: 'unknown' },
  ],
  [
    'an inquiry about what did not come',
    { now: march(16), orders: [sent()], disputes: [dispute('inquiry')] },
    { option: 'refund', amount: '45.00', evidence: ['inquiry-opened', 'not-delivered'] },
  ],
  [
    'an inquiry about what was delivered is less sure',
    { now: march(16), orders: [sent()], scans: delivered, disputes: [dispute('inquiry')] },
    { option: 'wait' },
  ],
  [
    'a chargeback is never paid twice',
    { now: march(16), orders: [sent()], disputes: [dispute('chargeback')] },
    { option: 'none', amount: '0.00', evidence: ['bank-has-the-money'] },
  ],
  [
    'without a date it is open all the same',
    {
      now: march(16),
      orders: [sent()],
      disputes: [{ orderId: 1001, kind: 'inquiry', reason: null }],
    },
    { evidence: ['inquiry-open'] },
  ],
  [
    'near miss: the dispute was won',
    {
      now: march(16),
      orders: [sent()],
      scans: delivered,
      disputes: [dispute('chargeback', { status: 'won' })],
    },
    { absent: true },
  ],
  [
    'boundary: all was paid back already',
    {
      now: march(16),
      orders: [sent({ financial_status: 'refunded' })],
      disputes: [dispute('inquiry')],
    },
    { absent: true },
  ],
  [
    'trap: the bank has decided',
    { now: march(16), orders: [sent()], disputes: [dispute('chargeback', { status: 'lost' })] },
    { absent: true },
  ],
];

const eligible: readonly Told[] = [
  [
    'store credit first where policy and law allow it',
    {
      ...came,
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', march(8), unwanted)],
      policy: { returns: { changedMindRemedy: 'store-credit' }, costs: { goodsCostPercent: 30 } },
    },
    { option: 'store-credit' },
  ],
  [
    'and money where the law gives it',
    {
      ...came,
      returns: [returned('REQUESTED', march(8), unwanted)],
      policy: { returns: { changedMindRemedy: 'store-credit' }, costs: { goodsCostPercent: 30 } },
    },
    { option: 'refund-on-return' },
  ],
  ['without a reason', { ...came, returns: [returned('REQUESTED', march(8))] }, {}],
  [
    'trap: the order was cancelled',
    {
      ...came,
      orders: [sent({ cancelled_at: march(9) })],
      returns: [returned('REQUESTED', march(8), unwanted)],
    },
    { absent: true },
  ],
  [
    'within the withdrawal right',
    { ...came, returns: [returned('REQUESTED', march(8), unwanted)] },
    { party: 'buyer', option: 'refund-on-return', stake: '45.00' },
  ],
  [
    'a defective one after the window and despite final sale',
    {
      ...came,
      now: march(60),
      returns: [
        returned('requested', march(59), {
          lines: [{ lineItemId: 3001, quantity: 1, reason: 'defective' }],
        }),
      ],
      policy: { returns: { finalSaleSkus: ['*'] } },
    },
    { party: 'seller', stake: '22.50' },
  ],
  [
    'a fee is kept where the law allows it',
    {
      ...came,
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', march(8), unwanted)],
      policy: { returns: { restockingFeePercent: 10 } },
    },
    { stake: '36.00', evidence: ['restocking-fee'] },
  ],
  [
    'near miss: it was approved already',
    { ...came, returns: [returned('OPEN', march(8), unwanted)] },
    { absent: true },
  ],
  [
    'boundary: the last second of the window',
    {
      ...came,
      now: march(37),
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', justBefore(march(36)), unwanted)],
    },
    {},
  ],
  [
    'boundary: the window is closed',
    {
      ...came,
      now: march(37),
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', march(36), unwanted)],
    },
    { absent: true },
  ],
  [
    'trap: the request is of tomorrow',
    { ...came, returns: [returned('REQUESTED', march(11), unwanted)] },
    { absent: true, lookAgainAt: march(11) },
  ],
];

const received: readonly Told[] = [
  [
    'a defective one, with its shipping',
    {
      ...came,
      now: march(20),
      returns: [
        returned('OPEN', march(8), {
          lines: [{ lineItemId: 3001, quantity: 2, reason: 'DEFECTIVE' }],
          receivedAt: march(15),
        }),
      ],
    },
    { stake: '45.00' },
  ],
  [
    'where the law is not known the merchant’s own days count',
    {
      ...came,
      now: march(20),
      orders: [sent(abroad('JP'))],
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    {},
  ],
  [
    'the law’s days are the shorter ones',
    {
      ...came,
      now: march(24),
      orders: [sent(abroad('CN'))],
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
      policy: { returns: { refundWithinDays: 30 } },
    },
    { evidence: ['goods-back'] },
  ],
  [
    'trap: the goods arrive tomorrow',
    {
      ...came,
      now: march(14),
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    { absent: true },
  ],
  [
    'trap: the order was cancelled',
    {
      ...came,
      now: march(20),
      orders: [sent({ cancelled_at: march(9) })],
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    { absent: true },
  ],
  [
    'the goods are back for days, the money is not',
    {
      ...came,
      now: march(20),
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    { party: 'seller', option: 'refund' },
  ],
  [
    'by a scan of the way back',
    {
      ...came,
      now: march(20),
      returns: [
        returned('OPEN', march(8), {
          ...unwanted,
          scans: [
            { at: march(12), status: 'IN_TRANSIT' },
            { at: march(15), status: 'delivered' },
          ],
        }),
      ],
    },
    { evidence: ['goods-back'] },
  ],
  [
    'near miss: the merchant’s own two days',
    {
      ...came,
      now: march(16),
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    { absent: true, lookAgainAt: march(17) },
  ],
  [
    'boundary: the second day',
    {
      ...came,
      now: march(17),
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    {},
  ],
  [
    'trap: it was paid back',
    {
      ...came,
      now: march(20),
      orders: [sent({ financial_status: 'refunded' })],
      returns: [returned('OPEN', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    { absent: true },
  ],
  [
    'trap: it was declined',
    {
      ...came,
      now: march(20),
      returns: [returned('DECLINED', march(8), { ...unwanted, receivedAt: march(15) })],
    },
    { absent: true },
  ],
];

const early = { policy: { returns: { refundAtFirstScan: true } } };
const onItsWay = returned('OPEN', march(8), {
  ...unwanted,
  scans: [{ at: march(9), status: 'picked_up' }],
});

const moving: readonly Told[] = [
  [
    'a defective one on its way',
    {
      ...came,
      ...early,
      returns: [
        returned('OPEN', march(8), {
          lines: [{ lineItemId: 3001, quantity: 1, reason: 'DEFECTIVE' }],
          scans: [{ at: march(9), status: 'picked_up' }],
        }),
      ],
    },
    {},
  ],
  [
    'the policy pays at the first scan',
    { ...came, ...early, returns: [onItsWay] },
    { party: 'buyer', evidence: ['return-scanned'] },
  ],
  [
    'near miss: the label alone is no scan',
    {
      ...came,
      ...early,
      returns: [
        returned('OPEN', march(8), {
          ...unwanted,
          scans: [{ at: march(9), status: 'label_printed' }],
        }),
      ],
    },
    { absent: true },
  ],
  [
    'boundary: the scan is of the next second',
    { ...came, ...early, now: justBefore(march(9)), returns: [onItsWay] },
    { absent: true, lookAgainAt: march(9) },
  ],
  ['trap: the policy waits for the goods', { ...came, returns: [onItsWay] }, { absent: true }],
  [
    'trap: they are back already',
    {
      ...came,
      ...early,
      returns: [
        returned('OPEN', march(8), {
          ...unwanted,
          receivedAt: march(9),
          scans: [{ at: march(9), status: 'picked_up' }],
        }),
      ],
    },
    { absent: true },
  ],
];

const cancelled: readonly Told[] = [
  [
    'the money is still here',
    { now: march(6), orders: [order({ cancelled_at: march(5) })] },
    { party: 'seller', option: 'refund', amount: '45.00' },
  ],
  [
    'a part went back',
    {
      now: march(6),
      orders: [
        order({
          cancelled_at: march(5),
          financial_status: 'partially_refunded',
          refunds: [
            {
              id: 1,
              transactions: [{ id: 2, kind: 'refund', status: 'success', amount: '20.00' }],
            },
          ],
        }),
      ],
    },
    { amount: '25.00', evidence: ['partly-refunded'] },
  ],
  [
    'near miss: it was never paid',
    { now: march(6), orders: [order({ cancelled_at: march(5), financial_status: 'voided' })] },
    { absent: true },
  ],
  [
    'boundary: cancelled in the next second',
    { now: justBefore(march(5)), orders: [order({ cancelled_at: march(5) })] },
    { absent: true },
  ],
  [
    'trap: a refund is pending',
    {
      now: march(6),
      orders: [
        order({
          cancelled_at: march(5),
          financial_status: 'paid',
          refunds: [
            {
              id: 1,
              transactions: [{ id: 2, kind: 'refund', status: 'pending', amount: '45.00' }],
            },
          ],
        }),
      ],
    },
    { absent: true },
  ],
  [
    'a day before its legal end waiting is no longer the cheapest',
    {
      now: march(18),
      orders: [
        order({
          cancelled_at: march(5),
          total_price: '605.00',
          line_items: [line({ price: '300.00' })],
        }),
      ],
    },
    { amount: '605.00' },
  ],
  [
    'after its legal end waiting is not lawful',
    {
      now: march(20),
      orders: [
        order({
          cancelled_at: march(5),
          total_price: '2005.00',
          line_items: [line({ price: '1000.00' })],
        }),
      ],
    },
    { option: 'refund' },
  ],
];

const notEligible: readonly Told[] = [
  [
    'a line that the order does not hold',
    {
      ...came,
      returns: [
        returned('REQUESTED', march(8), {
          lines: [{ lineItemId: 9999, quantity: 1, reason: 'UNWANTED' }],
        }),
      ],
    },
    { evidence: ['more-than-bought'] },
  ],
  [
    'trap: the order was cancelled',
    {
      ...came,
      now: march(60),
      orders: [sent({ ...abroad('US'), cancelled_at: march(9) })],
      returns: [returned('REQUESTED', march(59), unwanted)],
    },
    { absent: true },
  ],
  [
    'the window is closed',
    {
      ...came,
      now: march(60),
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', march(59), unwanted)],
    },
    { party: 'buyer', option: 'none', amount: '0.00', evidence: ['window-closed'] },
  ],
  [
    'final sale',
    {
      ...came,
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', march(8), unwanted)],
      policy: { returns: { finalSaleSkus: ['mug*'] } },
    },
    { evidence: ['final-sale'] },
  ],
  [
    'more than was bought',
    {
      ...came,
      returns: [
        returned('REQUESTED', march(8), {
          lines: [{ lineItemId: 3001, quantity: 3, reason: 'UNWANTED' }],
        }),
      ],
    },
    { evidence: ['more-than-bought'] },
  ],
  [
    'sealed hygiene goods',
    {
      ...came,
      returns: [returned('REQUESTED', march(8), unwanted)],
      policy: { returns: { hygieneSkus: ['MUG-1'] } },
    },
    { evidence: ['hygiene-goods'] },
  ],
  [
    'near miss: the law grants what the policy would not',
    {
      ...came,
      returns: [returned('REQUESTED', march(8), unwanted)],
      policy: { returns: { finalSaleSkus: ['mug*'] } },
    },
    { absent: true },
  ],
  [
    'boundary: the last second of the window',
    {
      ...came,
      now: march(37),
      orders: [sent(abroad('US'))],
      returns: [returned('REQUESTED', justBefore(march(36)), unwanted)],
    },
    { absent: true },
  ],
  [
    'trap: it never arrived, so its window has not opened',
    {
      now: march(60),
      orders: [sent(abroad('US'), [parcel()])],
      returns: [returned('REQUESTED', march(59), unwanted)],
    },
    { absent: true },
  ],
];

tellStories({
  'cancel-before-shipping': cancel,
  'changed-mind': changedMind,
  dissatisfied,
  'payment-inquiry': inquiry,
  'eligible-return': eligible,
  'return-received': received,
  'return-moving': moving,
  'cancelled-unrefunded': cancelled,
  'not-eligible': notEligible,
});
