import type { Deadline, Evidence, GroundClaim, NonEmpty, OptionKind } from './claim.ts';
import type { Gid, ShopDomain, SuggestionId } from './ids.ts';
import type { Money } from './money.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { ScenarioId } from './scenarios/scenario.ts';
import type { Instant } from './time.ts';

export interface Claim extends GroundClaim {
  readonly scenario: ScenarioId;
  readonly ground: GroundId;
}

/** One thing the merchant can do, and what it is expected to cost. */
export interface Option {
  readonly kind: OptionKind;
  /** What the buyer would get, presentment; zero where nothing is paid. */
  readonly amount: Money;
  readonly expectedCost: Money;
  /** Whether the law where the buyer lives allows it, as far as that is known here. */
  readonly lawful: boolean;
  /** The rule that forbids it (`deadline.<rule>`); null while it is lawful. */
  readonly forbiddenBy: string | null;
  /** What the figure assumes: codes (`assumption.<code>`) with parameters. */
  readonly assumptions: readonly Evidence[];
}

/** The cheapest lawful option first, which is the recommended one; then the others, cheapest first. */
export interface Recommendation {
  readonly options: NonEmpty<Option>;
}

/** How much of a person's attention a verdict needs before money moves. */
export interface Care {
  /** False where the machine may never decide alone (special circumstances, signs of abuse, contradictions). */
  readonly automatic: boolean;
  /** True when a second person must agree. */
  readonly secondPerson: boolean;
  /** Questions of law and ethics to be answered first (`checklist.<code>` in the locale files). */
  readonly checklist: readonly string[];
  /** Why (`evidence.<code>`): signs of abuse and of unreliable facts. They lower nobody's right. */
  readonly because: readonly Evidence[];
}

/** What one look at an order's facts says. */
export interface Assessment {
  /** Strongest first; the first one is what a suggestion is about. */
  readonly claims: readonly Claim[];
  /** Null exactly when there is no claim. */
  readonly recommendation: Recommendation | null;
  readonly care: Care;
  /** The first instant at which the verdict could change by time alone; null when only new facts can change it. */
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
  'wrong-reason',
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

/** What brings a snoozed suggestion back (`woken.<code>` in the locale files). */
export const wakeReasons = ['time', 'changed', 'asked'] as const;
export type WakeReason = (typeof wakeReasons)[number];

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
  readonly care: Care;
  /** Estimate while open; what is or was paid once approved. */
  readonly amount: Money;
  readonly destinationCountry: string | null;
  /** The earlier of the two clocks. */
  readonly actBy: Deadline | null;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  /** Until then an approval can be undone; set in `approved` only. */
  readonly holdUntil: Instant | null;
  /** When it comes back by itself; set in `snoozed` only. */
  readonly snoozedUntil: Instant | null;
  /** What brought it back from being snoozed; null after the next move. */
  readonly wokenBecause: WakeReason | null;
  readonly withdrawnBecause: WithdrawnReason | null;
  readonly dismissReason: DismissReason | null;
  /** Who decided it last (an `Actor`); null while nobody did. */
  readonly decidedBy: string | null;
  /** When the parcel came that was paid back as not coming; null while it did not. */
  readonly regrettedAt: Instant | null;
}
