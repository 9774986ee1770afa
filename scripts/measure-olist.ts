/**
 * How right the judgement is on real orders, at the moment of acting (00:00 after the promised day, in Brazil), with only
 * what was known then: `npm run -s measure-olist -- --dir DIR [--json]`. Truth is a review of one or two stars. Beside it
 * stands the plain rule "neither delivered nor cancelled by then". The data is for evaluation and is not part of the project.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { assess } from '#app/domain/assess.ts';
import type { OptionKind } from '#app/domain/claim.ts';
import { compare, isPositive, type Money } from '#app/domain/money.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { Recommendation } from '#app/domain/suggestion.ts';
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
  // The last word of a buyer who wrote several times.
  const reviews = new Map<string, { readonly at: string; readonly score: number }>();
  for (const row of readCsv(join(dir, 'reviews_cabg.csv.gz'))) {
    const id = row['order_id'] ?? '';
    const at = `${row['review_creation_date']} ${row['review_answer_timestamp']}`;
    const known = reviews.get(id);
    if (!known || at > known.at) reviews.set(id, { at, score: Number(row['review_score']) });
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
      review: reviews.get(id)?.score,
      purchased: row['order_purchase_timestamp'],
      approved: row['order_approved_at'],
      carrier: row['order_delivered_carrier_date'],
      delivered: row['order_delivered_customer_date'],
      promised: row['order_estimated_delivery_date'],
    });
  });
}

/**
 * This set does not say when a parcel was handed over. What was shipped or delivered in the end is taken as handed over
 * soon after the payment: of the late deliveries in the other set, 94 % were on their way at the moment of acting.
 */
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
      carrier: sent.has(row['order_status'] ?? '') ? row['order_aproved_at'] : '',
      delivered: row['order_delivered_customer_date'],
      promised: row['order_estimated_delivery_date'],
    }),
  );
}

const sent = new Set(['shipped', 'delivered']);

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
  /** The probability from which on paying now is the cheaper for this order; null without a claim. */
  readonly breakEven: number | null;
}

const paying = new Set<OptionKind>(['refund', 'cancel-and-refund', 'refund-keep-item']);

function judge(order: OlistOrder): Judged {
  const facts = caseAtActing(order);
  const { claims, recommendation } = assess(facts, defaultPolicy, order.actAt);
  const came = order.deliveredAt !== null && order.deliveredAt < order.actAt;
  // The recommendation is for the strongest claim.
  const strongest = claims.find(({ stake }) => isSame(stake.estimate, facts.order.payment.total));
  const probability = strongest?.probability.value ?? 0;
  return {
    order,
    bad: order.review <= 2,
    rule: !came && !isCalledOff(order),
    claimed: strongest !== undefined,
    paidNow: paying.has(recommendation?.options[0].kind ?? 'none'),
    probability,
    breakEven: recommendation && breakEvenOf(recommendation, probability),
  };
}

function isSame(one: Money, other: Money): boolean {
  return compare(one, other) === 0;
}

/** Paying costs V and waiting p x (V + G), as priced: V / (V + G) is p times the one over the other. */
function breakEvenOf({ options }: Recommendation, probability: number): number | null {
  const costOf = (wanted: (kind: OptionKind) => boolean) =>
    options.find(({ kind }) => wanted(kind))?.expectedCost;
  const pay = costOf((kind) => paying.has(kind));
  const wait = costOf((kind) => kind === 'wait');
  return pay && wait && isPositive(wait)
    ? (probability * Number(pay.amount)) / Number(wait.amount)
    : null;
}

const sum = (judged: readonly Judged[]) => judged.reduce((all, { order }) => all + order.weight, 0);

function measure(judged: readonly Judged[], flagged: (one: Judged) => boolean) {
  const hits = judged.filter(flagged);
  const right = sum(hits.filter(({ bad }) => bad));
  const precision = hits.length === 0 ? null : right / sum(hits);
  const recall = right / sum(judged.filter(({ bad }) => bad));
  return { orders: hits.length, precision, recall };
}

function meanOf(judged: readonly Judged[], figure: (one: Judged) => number): number | null {
  const weighted = judged.reduce((all, one) => all + figure(one) * one.order.weight, 0);
  return judged.length === 0 ? null : weighted / sum(judged);
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
      const paid = within.filter((one) => one.paidNow);
      return {
        band,
        rule: measure(within, (one) => one.rule),
        judgement: measure(within, (one) => one.claimed),
        sure: measure(within, (one) => one.probability >= 0.75),
        paidNow: measure(within, (one) => one.paidNow),
        /** What the claims say of themselves, on average: to be held against their precision. */
        claimedProbability: meanOf(claimed, ({ probability }) => probability),
        /** What the precision of those paid now must reach, on average, for paying them to be the cheaper. */
        breakEven: meanOf(paid, ({ breakEven }) => breakEven ?? 0),
        claimedBreakEven: meanOf(claimed, ({ breakEven }) => breakEven ?? 0),
      };
    }),
  };
}

const [sampled, voted] = [stratified(), classified()];
const reports = [report('orders_cabg, weighted', sampled), report('olist_classified', voted)];
const seconds = new Set(sampled.map(({ purchasedAt }) => purchasedAt));
const shared = voted.filter(({ purchasedAt }) => seconds.has(purchasedAt)).length;
/** Figures of a set that some weights were read from flatter the judgement. */
const caveat = `the weights of basis olist-* were read from orders_cabg, so its figures are in-sample; ${shared} of the ${voted.length} classified orders seem to be in it, too`;
if (values.json) console.log(JSON.stringify({ caveat, reports }, null, 2));
else {
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3)).padStart(9);
  for (const { name, orders, bands: measured } of reports) {
    console.log(`${name}: ${orders} orders`);
    console.log(`  ${''.padEnd(27)}precision   recall   orders`);
    for (const one of measured) {
      const { band, rule, judgement, sure, paidNow } = one;
      for (const [row, hits] of Object.entries({ rule, judgement, sure, paidNow })) {
        const said =
          row === 'judgement'
            ? `  says ${figure(one.claimedProbability).trim()}, break-even ${figure(one.claimedBreakEven).trim()}`
            : row === 'paidNow'
              ? `  break-even ${figure(one.breakEven).trim()}`
              : '';
        console.log(
          `  ${band.padEnd(16)} ${row.padEnd(10)}${figure(hits.precision)}${figure(hits.recall)}${String(hits.orders).padStart(9)}${said}`,
        );
      }
    }
  }
  console.log(`Mind: ${caveat}.`);
}
