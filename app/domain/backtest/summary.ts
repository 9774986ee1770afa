import { add, approximate, scale, subtract, sum, times, type Money } from '../money.ts';
import { roughUnitsPerDollar } from '../remedy/rough-rates.ts';
import type { GroundId } from '../scenarios/ground-ids.ts';
import { dayMs, millisecondsOf, type Instant } from '../time.ts';
import { isOwed, measuresOf, sumUp, type Measures, type Sums } from './measures.ts';
import { firstWordOf, type Trial } from './trial.ts';

/*
 * What a back-test of any size comes to, in a few hundred numbers: summaries of parts of the orders add up, so nothing of an
 * order has to be kept for it.
 */

/** Orders of about the same value: where the bands begin, times the summary's `unit`, in the shop's currency. */
const bandEdges = [0, 25, 50, 100, 200] as const;

export interface BandSums {
  readonly sums: Sums;
  /** What claims said of themselves, and what paying needs, summed over those acted on of which it is known. */
  readonly said: number;
  readonly breakEven: number;
  readonly known: number;
}

/** Days between acting and a clock, whole ones, with how often each came. */
export type DayCounts = Readonly<Record<string, number>>;

export const clocks = ['contact', 'bank', 'legal'] as const;
export type BackTestClock = (typeof clocks)[number];

export interface MoneySums {
  readonly orders: number;
  readonly paidEarly: Money;
  readonly paidForNothing: Money;
  readonly undecided: Money;
  /** Owed buyers who went to their bank after the day on which they would have been paid. */
  readonly disputes: number;
  /** Buyers who wrote after that day. */
  readonly tickets: number;
  /** What each of these costs, by the policy of the run. */
  readonly disputeFee: Money;
  readonly disputeLabour: Money;
  readonly ticket: Money;
}

export interface Summary {
  readonly all: Sums;
  /** One of it is about a dollar's worth: 1, or 100 in yen. */
  readonly unit: number;
  /** By ground, and `none` for what none saw. */
  readonly grounds: Readonly<Record<string, Sums>>;
  /** As many as there are edges. */
  readonly bands: readonly BandSums[];
  readonly leads: Readonly<Record<BackTestClock, DayCounts>>;
  /** Null while no order's costs are known. */
  readonly money: MoneySums | null;
}

export const emptySummary: Summary = summarise([]);

export function summarise(trials: readonly Trial[]): Summary {
  const grounds = Map.groupBy(trials, ({ act, seenBy }) => act?.ground ?? seenBy ?? 'none');
  const unit = unitOf(trials);
  return {
    all: sumUp(trials),
    unit,
    grounds: Object.fromEntries([...grounds].map(([ground, own]) => [ground, sumUp(own)])),
    bands: bandEdges.map((from, place) =>
      bandOf(trials, from * unit, (bandEdges[place + 1] ?? Infinity) * unit),
    ),
    leads: {
      contact: leadDays(trials, ({ outcome }) => firstWordOf(outcome)),
      bank: leadDays(trials, ({ act }) => act?.bankFrom ?? null),
      legal: leadDays(trials, ({ act }) => act?.legalBy ?? null),
    },
    money: moneyOf(trials),
  };
}

function unitOf([first]: readonly Trial[]): number {
  const rate = first ? (roughUnitsPerDollar[first.value.currencyCode] ?? 1) : 1;
  return 10 ** Math.round(Math.log10(rate));
}

function bandOf(trials: readonly Trial[], from: number, below: number): BandSums {
  const within = trials.filter(({ value }) => {
    const amount = Number(value.amount);
    return amount >= from && amount < below;
  });
  const known = within.flatMap(({ act }) =>
    act?.breakEven === undefined || act.breakEven === null
      ? []
      : [{ said: act.probability, breakEven: act.breakEven }],
  );
  return {
    sums: sumUp(within),
    said: known.reduce((all, { said }) => all + said, 0),
    breakEven: known.reduce((all, { breakEven }) => all + breakEven, 0),
    known: known.length,
  };
}

function leadDays(trials: readonly Trial[], clockOf: (trial: Trial) => Instant | null): DayCounts {
  const days = trials.filter(isOwed).flatMap((trial) => {
    const at = clockOf(trial);
    if (!trial.act || at === null) return [];
    return [Math.floor((millisecondsOf(at) - millisecondsOf(trial.act.at)) / dayMs)];
  });
  return countsOf(days);
}

function countsOf(days: readonly number[]): DayCounts {
  return Object.fromEntries(
    [...Map.groupBy(days, (day) => day)].map(([day, same]) => [String(day), same.length]),
  );
}

function moneyOf(trials: readonly Trial[]): MoneySums | null {
  const costs = trials.find((trial) => trial.costs !== null)?.costs;
  if (!costs) return null;
  const { currencyCode } = costs.ticket;
  const counted = trials.filter(
    (trial) => trial.costs !== null && trial.value.currencyCode === currencyCode,
  );
  const paid = (truth: Trial['truth']) =>
    sum(
      counted.flatMap((trial) => (trial.truth === truth && trial.act ? [trial.act.amount] : [])),
      currencyCode,
    );
  const after = (then: (trial: Trial) => Instant | null) => (trial: Trial) => {
    const at = then(trial);
    return trial.act !== null && at !== null && at > trial.act.at;
  };
  return {
    orders: counted.length,
    paidEarly: paid('owed'),
    paidForNothing: paid('not-owed'),
    undecided: paid('undecided'),
    disputes: counted.filter(isOwed).filter(after(({ outcome }) => outcome.disputedAt)).length,
    tickets: counted.filter(after(({ outcome }) => outcome.wroteAt)).length,
    disputeFee: costs.disputeFee,
    disputeLabour: costs.disputeLabour,
    ticket: costs.ticket,
  };
}

/** The summary of both. Amounts of another currency than the first's are left out. */
export function addSummaries(one: Summary, other: Summary): Summary {
  const grounds = new Set([...Object.keys(one.grounds), ...Object.keys(other.grounds)]);
  return {
    all: addNumbers(one.all, other.all),
    unit: one.all.orders === 0 ? other.unit : one.unit,
    grounds: Object.fromEntries(
      [...grounds].map((ground) => [
        ground,
        addNumbers(one.grounds[ground] ?? noSums, other.grounds[ground] ?? noSums),
      ]),
    ),
    bands: one.bands.map((band, place) => addBands(band, other.bands[place] ?? noBand)),
    leads: {
      contact: addCounts(one.leads.contact, other.leads.contact),
      bank: addCounts(one.leads.bank, other.leads.bank),
      legal: addCounts(one.leads.legal, other.leads.legal),
    },
    money: addMoney(one.money, other.money),
  };
}

const noSums: Sums = sumUp([]);
const noBand: BandSums = { sums: noSums, said: 0, breakEven: 0, known: 0 };

function addNumbers(one: Sums, other: Sums): Sums {
  return {
    orders: one.orders + other.orders,
    suggested: one.suggested + other.suggested,
    right: one.right + other.right,
    decided: one.decided + other.decided,
    owed: one.owed + other.owed,
    weightActed: one.weightActed + other.weightActed,
    weightDecided: one.weightDecided + other.weightDecided,
    weightOwed: one.weightOwed + other.weightOwed,
    weightRight: one.weightRight + other.weightRight,
    weightBeforeWord: one.weightBeforeWord + other.weightBeforeWord,
    weightRegretted: one.weightRegretted + other.weightRegretted,
    squaresActed: one.squaresActed + other.squaresActed,
    squaresDecided: one.squaresDecided + other.squaresDecided,
    squaresOwed: one.squaresOwed + other.squaresOwed,
  };
}

function addBands(one: BandSums, other: BandSums): BandSums {
  return {
    sums: addNumbers(one.sums, other.sums),
    said: one.said + other.said,
    breakEven: one.breakEven + other.breakEven,
    known: one.known + other.known,
  };
}

function addCounts(one: DayCounts, other: DayCounts): DayCounts {
  const days = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...days].map((day) => [day, (one[day] ?? 0) + (other[day] ?? 0)]));
}

function addMoney(one: MoneySums | null, other: MoneySums | null): MoneySums | null {
  if (!one || !other) return one ?? other;
  if (one.ticket.currencyCode !== other.ticket.currencyCode) return one;
  return {
    ...one,
    orders: one.orders + other.orders,
    paidEarly: add(one.paidEarly, other.paidEarly),
    paidForNothing: add(one.paidForNothing, other.paidForNothing),
    undecided: add(one.undecided, other.undecided),
    disputes: one.disputes + other.disputes,
    tickets: one.tickets + other.tickets,
  };
}

/** Measures of a value band beside what paying at once needs. */
export interface BandResult {
  readonly from: number;
  /** Null for the last one. */
  readonly below: number | null;
  readonly measures: Measures;
  /** Means over those acted on; null of none. */
  readonly said: number | null;
  readonly breakEven: number | null;
}

export function bandResults({ bands, unit }: Summary): readonly BandResult[] {
  return bandEdges.map((from, place) => {
    const { sums, said, breakEven, known } = bands[place] ?? noBand;
    const next = bandEdges[place + 1];
    return {
      from: from * unit,
      below: next === undefined ? null : next * unit,
      measures: measuresOf(sums),
      said: known === 0 ? null : said / known,
      breakEven: known === 0 ? null : breakEven / known,
    };
  });
}

export interface GroundResult {
  /** Null: what no ground saw. */
  readonly ground: GroundId | null;
  readonly measures: Measures;
}

/** Most suggestions first. */
export function groundResults({ grounds }: Summary): readonly GroundResult[] {
  return (Object.entries(grounds) as [GroundId | 'none', Sums][])
    .map(([ground, sums]) => ({
      ground: ground === 'none' ? null : ground,
      measures: measuresOf(sums),
    }))
    .sort((a, b) => b.measures.suggested - a.measures.suggested);
}

export interface LeadResult {
  readonly clock: BackTestClock;
  /** Right suggestions that had such a clock, and those of them that came in time. */
  readonly clocks: number;
  readonly before: number;
  /** Null without clocks. */
  readonly medianDays: number | null;
}

export function leadResults({ leads }: Summary): readonly LeadResult[] {
  return clocks.map((clock) => {
    const days = Object.entries(leads[clock])
      .map(([day, count]) => ({ day: Number(day), count }))
      .sort((a, b) => a.day - b.day);
    const total = days.reduce((all, { count }) => all + count, 0);
    return {
      clock,
      clocks: total,
      before: days.reduce((all, { day, count }) => all + (day >= 0 ? count : 0), 0),
      medianDays: medianOf(days, total),
    };
  });
}

function medianOf(
  days: readonly { readonly day: number; readonly count: number }[],
  total: number,
): number | null {
  let passed = 0;
  for (const { day, count } of days) {
    passed += count;
    if (passed * 2 >= total) return day;
  }
  return null;
}

/** What the money figures assume; amounts in the shop's currency. */
export interface Assumptions {
  /** Of what was paid to buyers who were not owed, how much comes back: goods returned, buyers who pay again. */
  readonly recoveredPercent: number;
  readonly disputeFee: Money;
  readonly disputeLabour: Money;
  readonly ticket: Money;
}

export function usualAssumptions({ disputeFee, disputeLabour, ticket }: MoneySums): Assumptions {
  return { recoveredPercent: 0, disputeFee, disputeLabour, ticket };
}

/** Per thousand orders: what acting would have cost and saved, against waiting for the buyer or his bank. */
export interface MoneyResult {
  readonly paidEarly: Money;
  readonly paidForNothing: Money;
  readonly undecided: Money;
  readonly disputes: number;
  readonly feesAvoided: Money;
  readonly tickets: number;
  readonly ticketsAvoided: Money;
  readonly net: Money;
}

export function moneyPerThousand(money: MoneySums, assumed: Assumptions): MoneyResult {
  const factor = 1000 / Math.max(1, money.orders);
  const stretch = ({ amount, currencyCode }: Money) =>
    approximate(Number(amount) * factor, currencyCode);
  const paidForNothing = scale(money.paidForNothing, 1 - assumed.recoveredPercent / 100);
  const feesAvoided = times(add(assumed.disputeFee, assumed.disputeLabour), money.disputes);
  const ticketsAvoided = times(assumed.ticket, money.tickets);
  return {
    paidEarly: stretch(money.paidEarly),
    paidForNothing: stretch(paidForNothing),
    undecided: stretch(money.undecided),
    disputes: money.disputes * factor,
    feesAvoided: stretch(feesAvoided),
    tickets: money.tickets * factor,
    ticketsAvoided: stretch(ticketsAvoided),
    net: stretch(subtract(add(feesAvoided, ticketsAvoided), paidForNothing)),
  };
}
