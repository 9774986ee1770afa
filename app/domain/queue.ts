import type { Party } from './claim.ts';
import type { DueWindow } from './due.ts';
import type { Decimal } from './money.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { ScenarioId } from './scenarios/scenario.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * Each suggestion is in one of them. `waiting`: nothing is to be paid yet, a buyer or a carrier comes first. The database
 * says which (`queue_tab` of a suggestion).
 */
export const queueTabs = ['to-decide', 'snoozed', 'waiting', 'refunding', 'done'] as const;
export type QueueTab = (typeof queueTabs)[number];

/** Up to here a tab's rows are counted: nobody decides by the last digits of more. */
export const mostCounted = 999;

export const queueSorts = ['act-by', 'amount', 'newest', 'confidence'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** Shares of probability, from the first up to the second (`confidence.<code>` in the locale files). */
export const probabilityBands = {
  'from-90': [0.9, 2],
  'from-70': [0.7, 0.9],
  'from-50': [0.5, 0.7],
  'below-50': [0, 0.5],
} as const;
/** `pay-now`, `not-yet`: whether it is sure enough, by its amount, to pay at once. */
export const confidences = [
  'pay-now',
  'not-yet',
  'from-90',
  'from-70',
  'from-50',
  'below-50',
] as const;
export type Confidence = (typeof confidences)[number];

/** What the merchant wants to see of the queue; `null` filters nothing. */
export interface QueueQuery {
  readonly tab: QueueTab;
  readonly scenario: ScenarioId | null;
  readonly ground: GroundId | null;
  readonly responsible: Party | null;
  readonly country: string | null;
  /** One of the names of the order's carriers. */
  readonly carrier: string | null;
  readonly due: DueWindow | null;
  readonly confidence: Confidence | null;
  readonly currency: string | null;
  /** Bounds of the amount, both included, in `currency`; null without one. */
  readonly from: Decimal | null;
  readonly to: Decimal | null;
  /** Part of an order's name. */
  readonly search: string | null;
  readonly sort: QueueSort;
  /** Where the page before this one ended; opaque. */
  readonly after: string | null;
  readonly limit: number;
}

export interface QueuePage {
  readonly rows: readonly Suggestion[];
  readonly next: string | null;
  /** One more than `mostCounted` where there are more. */
  readonly counts: Readonly<Record<QueueTab, number>>;
  /** What the tab's rows offer to filter by. */
  readonly countries: readonly string[];
  readonly currencies: readonly string[];
  readonly carriers: readonly string[];
}
