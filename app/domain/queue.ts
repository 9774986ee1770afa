import type { Party } from './claim.ts';
import type { GroundId } from './scenarios/ground-ids.ts';
import type { ScenarioId } from './scenarios/scenario.ts';
import type { Suggestion } from './suggestion.ts';

/**
 * Each suggestion is in one of them. `waiting`: nothing is to be paid yet, a buyer or a carrier comes first. The database
 * says which (`queue_tab` of a suggestion).
 */
export const queueTabs = ['to-decide', 'snoozed', 'waiting', 'refunding', 'done'] as const;
export type QueueTab = (typeof queueTabs)[number];

export const queueSorts = ['act-by', 'amount', 'newest'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** What the merchant wants to see of the queue; `null` filters nothing. */
export interface QueueQuery {
  readonly tab: QueueTab;
  readonly scenario: ScenarioId | null;
  readonly ground: GroundId | null;
  readonly responsible: Party | null;
  readonly country: string | null;
  readonly currency: string | null;
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
  readonly counts: Readonly<Record<QueueTab, number>>;
  /** What the tab's rows offer to filter by. */
  readonly countries: readonly string[];
  readonly currencies: readonly string[];
}
