import type { Deadline, Evidence, GroundClaim, NonEmpty } from './claim.ts';
import type { Gid, ShopDomain, SuggestionId } from './ids.ts';
import type { Money } from './money.ts';
import type { GroundId } from './scenarios/registry.ts';
import type { ScenarioId } from './scenarios/scenario.ts';
import type { Instant } from './time.ts';

export interface Claim extends GroundClaim {
  readonly scenario: ScenarioId;
  readonly ground: GroundId;
}

export type OptionKind = 'refund' | 'wait';

/** One thing the merchant can do, and what it is expected to cost. */
export interface Option {
  readonly kind: OptionKind;
  readonly expectedCost: Money;
  /** What the figure assumes: codes (`assumption.<code>`) with parameters. */
  readonly assumptions: readonly Evidence[];
}

/** Cheapest first. */
export interface Recommendation {
  readonly options: NonEmpty<Option>;
}

/** What one look at an order's facts says. */
export interface Assessment {
  /** Strongest first; the first one is what a suggestion is about. */
  readonly claims: readonly Claim[];
  /** Null exactly when there is no claim. */
  readonly recommendation: Recommendation | null;
  /** The first instant at which the verdict could change by time alone; null for never. */
  readonly lookAgainAt: Instant | null;
  /** Grounds that could not be judged for lack of a fact, and which. */
  readonly notJudged: readonly { readonly ground: GroundId; readonly missing: string }[];
}

export const suggestionStates = [
  'open',
  'snoozed',
  'approved',
  'refunding',
  'unknown',
  'refunded',
  'rejected',
  'dismissed',
  'withdrawn',
] as const;
export type SuggestionState = (typeof suggestionStates)[number];

export const dismissReasons = [
  'already-handled',
  'buyer-agreed-to-wait',
  'not-owed',
  'suspected-abuse',
  'other',
] as const;
export type DismissReason = (typeof dismissReasons)[number];

/** Why a suggestion went away by itself (`withdrawn.<code>` in the locale files). */
export const withdrawnReasons = [
  'delivered',
  'shipped',
  'moving-again',
  'refunded-elsewhere',
  'disputed',
  'cancelled',
  'order-gone',
  'no-longer-true',
] as const;
export type WithdrawnReason = (typeof withdrawnReasons)[number];

/** A claim put before the merchant, and what became of it. */
export interface Suggestion {
  readonly id: SuggestionId;
  readonly shop: ShopDomain;
  readonly orderId: Gid<'Order'>;
  readonly orderName: string;
  readonly state: SuggestionState;
  /** Grows with every change; a decision is made on the version that the merchant saw. */
  readonly version: number;
  readonly claim: Claim;
  readonly recommendation: Recommendation;
  /** Estimate while open; what is or was paid once approved. */
  readonly amount: Money;
  readonly destinationCountry: string | null;
  /** The earlier of the two clocks. */
  readonly actBy: Deadline | null;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** Until then an approval can be undone; set in `approved` only. */
  readonly holdUntil: Instant | null;
  readonly withdrawnBecause: WithdrawnReason | null;
  readonly dismissReason: DismissReason | null;
}
