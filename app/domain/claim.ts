import type { Gid } from './ids.ts';
import type { Money } from './money.ts';
import type { Instant } from './time.ts';

export type NonEmpty<T> = readonly [T, ...T[]];

/**
 * One fact behind a claim: a code whose words live in the locale files (`evidence.<code>`), its
 * parameters, and the instant it speaks of.
 */
export interface Evidence {
  readonly code: string;
  readonly params: Readonly<Record<string, EvidenceParam>>;
  readonly at: Instant | null;
}

/** Numbers and texts are shown as they are; the tagged kinds are formatted for the reader's locale. */
export type EvidenceParam =
  | number
  | string
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'instant'; readonly instant: Instant }
  /** Whole days from then to the moment of reading: evidence itself stays true while time passes. */
  | { readonly kind: 'elapsed'; readonly since: Instant }
  | { readonly kind: 'country'; readonly code: string };

export const parties = [
  'seller',
  'supplier',
  'carrier',
  'customs',
  'buyer',
  'platform',
  'unknown',
] as const;
export type Party = (typeof parties)[number];

/** Who is to blame, and the evidence codes of the same claim on which that rests. */
export interface Responsibility {
  readonly party: Party;
  readonly because: readonly string[];
}

/**
 * How likely it is that the buyer is owed, 0 to 1, as the sum of stated parts (`probability.<code>`
 * in the locale files). `basis` names where a figure is from (`basis.<code>`).
 */
export interface Probability {
  readonly value: number;
  readonly parts: NonEmpty<ProbabilityPart>;
}

export interface ProbabilityPart {
  readonly code: string;
  readonly weight: number;
  readonly basis: string;
}

/** What money is at stake, as lines and shipping; taxes are Shopify's business when it is priced. */
export interface Stake {
  readonly lines: readonly StakeLine[];
  /** Shipping to give back, presentment; null for none. */
  readonly shipping: Money | null;
  /** Import duties that the buyer paid for these lines, in proportion; null for none. */
  readonly duties: Money | null;
  /** What the merchant's policy keeps of it, e.g. for restocking; taken off the estimate already. */
  readonly fee: Money | null;
  /** The whole that can still be refunded, whatever its make-up (cancelled orders). */
  readonly everything: boolean;
  /** Our own estimate of the sum, capped at what is still refundable. */
  readonly estimate: Money;
}

export interface StakeLine {
  readonly lineItemId: Gid<'LineItem'>;
  readonly quantity: number;
  /** `CANCEL` takes unshipped goods off the order, so that nobody ships what was paid back. */
  readonly restock: 'NO_RESTOCK' | 'CANCEL';
  readonly locationId: Gid<'Location'> | null;
}

export const deadlineKinds = [
  'legal-refund',
  'card-dispute-earliest',
  'card-dispute-latest',
  'carrier-claim',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A date after which it is worse, with the rule that sets it (`deadline.<rule>` in the locale files). */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: Instant;
  readonly rule: string;
}

/** Everything that can be done about a claim; `wait` and `none` pay and ask nothing. */
export const optionKinds = [
  'wait',
  'ask-buyer',
  'contact-carrier',
  'refund-shipping',
  'partial-refund',
  'refund',
  'refund-keep-item',
  'refund-on-return',
  'store-credit',
  'reship',
  'cancel-and-refund',
  'none',
] as const;
export type OptionKind = (typeof optionKinds)[number];

/** What settles a claim. Waiting and asking need no mention: they are always possible. */
export type RemedyKind = Exclude<OptionKind, 'wait' | 'ask-buyer' | 'contact-carrier' | 'none'>;

/** Of whom more can be learnt while nothing is paid; null where asking would tell nothing new. */
export type Asked = 'buyer' | 'carrier';

/** What a ground says is owed; the registry adds which ground said it. */
export interface GroundClaim {
  /** The parcel it is about; null when it is about the order. */
  readonly fulfillmentId: Gid<'Fulfillment'> | null;
  readonly probability: Probability;
  readonly evidence: NonEmpty<Evidence>;
  readonly responsibility: Responsibility;
  readonly stake: Stake;
  readonly deadlines: readonly Deadline[];
  /** What could settle it, the natural remedy first; none for a claim that only says why nothing is owed. */
  readonly remedies: readonly RemedyKind[];
  readonly ask: Asked | null;
}
