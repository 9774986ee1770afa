import type { Gid } from './ids.ts';
import type { ReadWords } from './intent.ts';
import type { HeardFrom } from './learning/heard-from.ts';
import type { LaneRecord } from './lanes/lane-record.ts';
import type { OrderFacts, ScanFacts } from './order-facts.ts';
import type { Instant } from './time.ts';

/** Everything a judgement may rest on: the order, what was said about it, and what the shop knows besides. */
export interface CaseFacts {
  readonly order: OrderFacts;
  readonly signals: Signals;
  readonly shop: ShopFacts;
  /** The buyer's other orders in this shop; null for a guest or when nothing is known. */
  readonly customer: CustomerHistory | null;
  /** Faults that several buyers of a product of this order reported; the order's own reports are not counted. */
  readonly clusters: readonly DefectCluster[];
  /** What the shop's own delivered parcels taught about the lanes of this order. */
  readonly lanes: readonly LaneRecord[];
}

/** What buyers, carriers and helpdesks said, which Shopify does not keep. Each list is oldest first. */
export interface Signals {
  readonly reports: readonly ProblemReport[];
  readonly messages: readonly BuyerMessage[];
  readonly carrierScans: readonly CarrierScan[];
  readonly carrierAnswers: readonly CarrierAnswer[];
}

export const noSignals: Signals = {
  reports: [],
  messages: [],
  carrierScans: [],
  carrierAnswers: [],
};

/** What a buyer can report (`report-problem.<code>` in the locale files). */
export const reportProblems = [
  'damaged',
  'missing-items',
  'not-as-described',
  'not-received',
  'late',
  'changed-mind',
  'health',
  'safety',
  'other',
] as const;
export type ReportProblem = (typeof reportProblems)[number];

/** What a buyer reported, with what the words of it say, as read; the text is not kept. */
export interface ProblemReport extends ReadWords {
  readonly reportId: string;
  readonly at: Instant;
  readonly problem: ReportProblem;
  /** What it is about; empty means the whole order. */
  readonly lines: readonly { readonly lineItemId: Gid<'LineItem'>; readonly quantity: number }[];
  readonly photos: number;
}

/** What its words say, as read; the message itself is not kept. */
export interface BuyerMessage extends ReadWords {
  readonly messageId: string;
  readonly at: Instant;
}

/** A scan that a tracking provider or the carrier itself told. */
export interface CarrierScan {
  readonly fulfillmentId: Gid<'Fulfillment'>;
  readonly scan: ScanFacts;
}

/** What a carrier can answer to an inquiry (`carrier-answer.<code>` in the locale files). */
export const carrierVerdicts = [
  'lost',
  'found',
  'delivered',
  'returning',
  'damaged',
  'searching',
  'denied',
] as const;
export type CarrierVerdict = (typeof carrierVerdicts)[number];

export interface CarrierAnswer {
  readonly fulfillmentId: Gid<'Fulfillment'>;
  readonly at: Instant;
  readonly verdict: CarrierVerdict;
}

export interface ShopFacts {
  /** ISO 3166-1 alpha-2; null while it was not read. */
  readonly country: string | null;
  /** IANA name: where a promised day ends. */
  readonly timeZone: string;
  /** What the merchant's decisions taught about readings. */
  readonly heardFrom: HeardFrom;
}

/** The buyer's other orders; this one is not counted. */
export interface CustomerHistory {
  readonly orders: number;
  /** Of these, how many got money back. */
  readonly refundedOrders: number;
  /** Of these, how many were reported as not received. */
  readonly notReceivedOrders: number;
  /** Refunds of the last year for which the item was left with the buyer. */
  readonly keptItems: number;
}

export interface DefectCluster {
  readonly sku: string;
  readonly problem: 'damaged' | 'not-as-described' | 'safety';
  /** Different buyers who reported it. */
  readonly buyers: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}
