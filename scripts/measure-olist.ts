/**
 * How right the judgement is on real orders, at the moment of acting (00:00 after the promised day, in Brazil), with only
 * what was known then: `npm run -s measure-olist -- --dir DIR [--json]`. Truth is a review of one or two stars. Beside it
 * stands the plain rule "neither delivered nor cancelled by then". The data is for evaluation and is not part of the project.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assess } from '#app/domain/assess.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import {
  caseAtActing,
  dayAfter,
  isCalledOff,
  localInstant,
  type OlistOrder,
} from './measure-olist/olist-case.ts';
import { readCsv } from './measure-olist/read-csv.ts';

const { values } = parseArgs({
  options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } },
});
if (values.dir === undefined) {
  console.error('npm run -s measure-olist -- --dir DIR [--json]');
  process.exit(2);
}
const dir = values.dir;
if (!existsSync(join(dir, 'orders_cabg.csv.gz'))) {
  console.error(`${dir} does not hold the orders: nothing to measure`);
  process.exit(0);
}

function stratified(): readonly OlistOrder[] {
  const worst = new Map<string, number>();
  for (const { order_id: id = '', review_score: score } of readCsv(
    join(dir, 'reviews_cabg.csv.gz'),
  )) {
    worst.set(id, Math.min(worst.get(id) ?? 5, Number(score)));
  }
  const paid = new Map<string, number>();
  for (const { order_id: id = '', price, freight_value: freight } of readCsv(
    join(dir, 'items_cabg.csv.gz'),
  )) {
    paid.set(id, (paid.get(id) ?? 0) + Number(price) + Number(freight));
  }
  return readCsv(join(dir, 'orders_cabg.csv.gz')).flatMap((row) => {
    const id = row['order_id'] ?? '';
    return orderFrom({
      id,
      status: row['order_status'],
      value: paid.get(id) ?? 0,
      weight: Number(row['pop_weight']),
      review: worst.get(id),
      purchased: row['order_purchase_timestamp'],
      approved: row['order_approved_at'],
      carrier: row['order_delivered_carrier_date'],
      delivered: row['order_delivered_customer_date'],
      promised: row['order_estimated_delivery_date'],
    });
  });
}

/** This set says nothing of the hand-over to the carrier: a delivered order was shipped, of others nobody knows. */
function classified(): readonly OlistOrder[] {
  return readCsv(join(dir, 'olist_classified.csv')).flatMap((row) =>
    orderFrom({
      id: row['id'] ?? '',
      status: row['order_status'],
      value: Number(row['order_products_value']) + Number(row['order_freight_value']),
      weight: 1,
      review: Number(row['review_score']),
      purchased: row['order_purchase_timestamp'],
      approved: row['order_aproved_at'],
      carrier: row['order_status'] === 'shipped' ? row['order_aproved_at'] : '',
      delivered: row['order_delivered_customer_date'],
      promised: row['order_estimated_delivery_date'],
    }),
  );
}

type Text = string | undefined;

function orderFrom(row: {
  readonly id: string;
  readonly status: Text;
  readonly value: number;
  readonly weight: number;
  readonly review: number | undefined;
  readonly purchased: Text;
  readonly approved: Text;
  readonly carrier: Text;
  readonly delivered: Text;
  readonly promised: Text;
}): readonly OlistOrder[] {
  const purchasedAt = localInstant(row.purchased ?? '');
  const promised = localInstant(row.promised ?? '');
  if (!purchasedAt || !promised || !row.promised || row.review === undefined) return [];
  return [
    {
      id: row.id,
      status: row.status ?? '',
      value: row.value,
      weight: row.weight,
      review: row.review,
      purchasedAt,
      approvedAt: localInstant(row.approved ?? ''),
      carrierAt: localInstant(row.carrier ?? ''),
      deliveredAt: localInstant(row.delivered ?? ''),
      promised,
      actAt: dayAfter(row.promised),
    },
  ];
}

interface Judged {
  readonly order: OlistOrder;
  readonly bad: boolean;
  readonly rule: boolean;
  readonly claimed: boolean;
  readonly paidNow: boolean;
  readonly probability: number;
}

const paying = new Set(['refund', 'cancel-and-refund', 'refund-keep-item']);

function judge(order: OlistOrder): Judged {
  const facts = caseAtActing(order);
  const { claims, recommendation } = assess(facts, defaultPolicy, order.actAt);
  const came = order.deliveredAt !== null && order.deliveredAt < order.actAt;
  const [strongest] = claims;
  return {
    order,
    bad: order.review <= 2,
    rule: !came && !isCalledOff(order),
    claimed: strongest !== undefined,
    paidNow: paying.has(recommendation?.options[0].kind ?? 'none'),
    probability: strongest?.probability.value ?? 0,
  };
}

const sum = (judged: readonly Judged[]) => judged.reduce((all, { order }) => all + order.weight, 0);

function measure(judged: readonly Judged[], flagged: (one: Judged) => boolean) {
  const hits = judged.filter(flagged);
  const right = sum(hits.filter(({ bad }) => bad));
  const precision = hits.length === 0 ? null : right / sum(hits);
  const recall = right / sum(judged.filter(({ bad }) => bad));
  return { orders: hits.length, precision, recall };
}

const bands = [
  ['all', 0, Infinity],
  ['below R$ 50', 0, 50],
  ['R$ 50 to 100', 50, 100],
  ['R$ 100 to 200', 100, 200],
  ['R$ 200 and more', 200, Infinity],
] as const;

function report(name: string, orders: readonly OlistOrder[]) {
  const judged = orders.map(judge);
  return {
    name,
    orders: judged.length,
    bands: bands.map(([band, least, most]) => {
      const within = judged.filter(({ order: { value } }) => value >= least && value < most);
      const claimed = within.filter((one) => one.claimed);
      const expected = claimed.reduce((all, one) => all + one.probability * one.order.weight, 0);
      return {
        band,
        rule: measure(within, (one) => one.rule),
        judgement: measure(within, (one) => one.claimed),
        sure: measure(within, (one) => one.probability >= 0.75),
        paidNow: measure(within, (one) => one.paidNow),
        /** What the claims say of themselves, on average: to be held against their precision. */
        claimedProbability: expected / sum(claimed),
      };
    }),
  };
}

const reports = [
  report('orders_cabg, weighted', stratified()),
  report('olist_classified', classified()),
];
if (values.json) console.log(JSON.stringify(reports, null, 2));
else {
  const figure = (value: number | null) => (value === null ? '   –' : value.toFixed(3));
  for (const { name, orders, bands: measured } of reports) {
    console.log(`${name}: ${orders} orders                 precision recall  (orders)`);
    for (const { band, claimedProbability, ...rows } of measured) {
      for (const [row, { precision, recall, orders: hits }] of Object.entries(rows)) {
        const said = row === 'judgement' ? `  says ${figure(claimedProbability)}` : '';
        console.log(
          `  ${band.padEnd(16)} ${row.padEnd(10)} ${figure(precision)}     ${figure(recall)}   (${hits})${said}`,
        );
      }
    }
  }
}
