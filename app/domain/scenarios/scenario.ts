import type { GroundClaim } from '../claim.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Instant } from '../time.ts';

/** The source's five circumstances; the names are fixed. */
export const scenarioIds = [
  'product-quality',
  'buyer-request',
  'logistics',
  'return-policy',
  'special-circumstances',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** What one ground says of an order or of one of its parcels. */
export type Finding =
  | {
      readonly finding: 'claim';
      readonly claim: GroundClaim;
      readonly lookAgainAt: Instant | null;
    }
  /** Could become a claim by time alone, then. */
  | { readonly finding: 'not-yet'; readonly lookAgainAt: Instant }
  | { readonly finding: 'no-claim' }
  /** A fact is missing (its name); silence is not taken for a fact. */
  | { readonly finding: 'cannot-tell'; readonly missing: string };

export interface Look<Settings> {
  readonly facts: OrderFacts;
  readonly settings: Settings;
  readonly now: Instant;
}

/** One reason for which a buyer may be owed money. `defaults` are its settings, in the merchant's policy. */
export interface Ground<Id extends string, Settings> {
  readonly id: Id;
  readonly scenario: ScenarioId;
  readonly defaults: Settings;
  judge(look: Look<Settings>): readonly Finding[];
}
