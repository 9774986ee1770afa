import { automaticGrounds, type AutomaticGround } from './automatic-grounds.ts';
import {
  amount,
  choice,
  count,
  days,
  daysWithin,
  flag,
  laneRules,
  monthDay,
  percent,
  seconds,
  texts,
  type ValuesOf,
} from './setting.ts';

/*
 * What several grounds and the recommendation share. Figures are of the field's numbers (c1: thresholds, c4: costs);
 * those that nobody has measured are called starting values where they enter a verdict.
 */

/** How long a parcel may take before something is wrong. Cross-border also stands for unknown ends. */
export const laneSettings = {
  // Defaults of c1: 5/7 d never scanned, 7/20 d silent (Route, Redo), 30/60 d lost (Seel), peak +10 d (4PX).
  neverScannedDaysDomestic: days(5),
  neverScannedDaysCrossBorder: days(7),
  silentDaysDomestic: days(7),
  silentDaysCrossBorder: days(20),
  lostDaysDomestic: days(30),
  lostDaysCrossBorder: days(60),
  peakFrom: monthDay('11-20'),
  peakTo: monthDay('12-31'),
  peakExtraDays: days(10, 60),
  // Fewer parcels than that say little about the slowest ones.
  learnFromParcels: count(30, 10_000),
  learnQuantilePercent: percent(99),
  rules: laneRules,
};
export type LanePolicy = ValuesOf<typeof laneSettings>;

/** The return policy: what is judged by, and what buyers are told (`domain/published/`). */
export const returnSettings = {
  windowDays: days(30),
  /** In which goods are taken back that are not wanted any more; for people to look at, no fact tells it. */
  condition: choice('any', ['any', 'unused']),
  buyerPaysReturn: flag(true),
  restockingFeePercent: percent(0),
  finalSaleSkus: texts(),
  /** Sealed goods that may not go back once opened, for hygiene or health. */
  hygieneSkus: texts(),
  refundAtFirstScan: flag(false),
  changedMindRemedy: choice('refund', ['refund', 'store-credit']),
  storeCreditBonusPercent: percent(0, 50),
  /** Days after the goods are back in which the merchant pays by himself. */
  refundWithinDays: days(2, 60),
  /** Whether buyers may have another size or product in place of their money. */
  exchanges: flag(false),
};
export type ReturnPolicy = ValuesOf<typeof returnSettings>;

/** What things cost the merchant, in `currency`; amounts that are not known are null. */
export const costSettings = {
  currency: choice('USD', ['USD', 'shop']),
  // $15 fee (Shopify Payments), $10 labour, $5 ticket, 40 % of unpaid owed buyers dispute (c4).
  disputeFee: amount('15'),
  disputeLabour: amount('10'),
  disputeSharePercent: percent(40),
  ticket: amount('5'),
  returnFreightDomestic: amount('8'),
  // A return across a border costs about twice the way out (c4).
  returnFreightCrossBorder: amount('20'),
  returnHandling: amount('3'),
  reshipFreight: amount('10'),
  /** Share of the price that the goods cost; the whole while the merchant has not said, so that nothing looks cheaper than it is. */
  goodsCostPercent: percent(100),
  /** What goods that come back sound still bring, of their price. */
  resalePercent: percent(50),
  /** Card fees that are kept when a payment goes back, of the amount. */
  keptFeePercent: percent(0, 20),
  /** A part that buyers accept instead of the whole, and how often they do. */
  partialRefundPercent: percent(30),
  partialAcceptedPercent: percent(60),
};
export type CostPolicy = ValuesOf<typeof costSettings>;

/** When a person must look, and how many of them. */
export const careSettings = {
  /** A second person agrees above this amount in special circumstances; null: always one is enough. */
  secondPersonAbove: amount('200'),
  /** Items left with one customer in a year, after which the next one is looked at. */
  keepItemLimit: count(2, 100),
  abuseRefundSharePercent: percent(40),
  abuseMinimumOrders: count(3, 100),
  abuseNotReceivedOrders: count(2, 100),
  /** Claims so soon after the order are likelier abusive (c4, Riskified). */
  abuseFirstDays: days(7, 60),
};
export type CarePolicy = ValuesOf<typeof careSettings>;

/** What keeps money from going out. Amounts are in the shop's own currency; null: no limit. */
export const moneySettings = {
  /** No refund goes out while it is on; what is under way waits. */
  stopped: flag(false),
  perRefund: amount(null),
  perHour: amount(null),
  perDay: amount(null),
  /** To one customer in a year. */
  perCustomer: amount(null),
  /** A second person agrees above this. */
  secondPersonAbove: amount(null),
  /** Days until store credit expires; 0: never. */
  creditExpiresDays: days(0, 3650),
  /** What a paid order is marked with. */
  mark: choice('nothing', ['nothing', 'tag', 'metafield', 'note']),
};
export type MoneyPolicy = ValuesOf<typeof moneySettings>;

/** How texts are read that the app itself does not understand. */
export const readingSettings = {
  /** They may be sent to the service that is set up for it, without what may name a person. */
  secondReader: flag(false),
  /** Texts that may be sent in a day. */
  secondReaderPerDay: count(200, 100_000),
};
export type ReadingPolicy = ValuesOf<typeof readingSettings>;

/** What the machine may pay without being asked. Its limits hold besides those of all refunds; null: none of its own. */
export const automationSettings = {
  /** Longer than after a person's click: nobody waits for it. */
  holdSeconds: seconds(1800, 7200),
  atLeastPercent: percent(90),
  perRefund: amount('50'),
  perHour: amount('200'),
  perDay: amount('500'),
  perCustomer: amount('100'),
};
export type AutomationPolicy = ValuesOf<typeof automationSettings>;

const automationMode = choice('shadow', ['off', 'shadow', 'on']);

/** Of each ground: whether the machine pays, says what it would have paid, or leaves it alone. */
export const automaticSettings = Object.fromEntries(
  automaticGrounds.map((ground) => [ground, automationMode]),
) as Readonly<Record<AutomaticGround, typeof automationMode>>;
export type AutomaticPolicy = ValuesOf<typeof automaticSettings>;

/** For how long is kept what no longer serves anything; the record of the money is kept for good. */
export const retentionSettings = {
  /** Receipts of webhooks, and the bodies of those that could not be worked through; Shopify repeats one for four hours. */
  deliveryDays: daysWithin(30, 7, 365),
  // A chargeback may be raised 120 days after the delivery and up to 540 after the payment (Visa), and is answered with this.
  wordsDays: daysWithin(540, 180, 3650),
  // Customers' limits and signs of abuse look back a year; guarantees of goods run two (EU) and claims often three.
  orderDays: daysWithin(1095, 365, 3650),
};
export type RetentionPolicy = ValuesOf<typeof retentionSettings>;

export interface SharedPolicy {
  readonly lanes: LanePolicy;
  readonly returns: ReturnPolicy;
  readonly costs: CostPolicy;
  readonly care: CarePolicy;
  readonly money: MoneyPolicy;
  readonly reading: ReadingPolicy;
  readonly automation: AutomationPolicy;
  readonly automatic: AutomaticPolicy;
}
