import type { Calendar } from '../calendar/calendar.ts';
import type { CaseFacts } from '../case-facts.ts';
import type { GroundClaim } from '../claim.ts';
import type { Clock } from '../clock.ts';
import type { ParcelView } from '../parcels/parcel-view.ts';
import type { SharedPolicy } from '../policy/sections.ts';
import type { Settings, ValuesOf } from '../policy/setting.ts';

/** The source's five circumstances; the names are fixed. */
export const scenarioIds = [
  'product-quality',
  'buyer-request',
  'logistics',
  'return-policy',
  'special-circumstances',
] as const;
export type ScenarioId = (typeof scenarioIds)[number];

/** What one ground says of an order or of one of its parcels. Saying nothing is "no claim", or "not yet". */
export type Finding =
  | { readonly finding: 'claim'; readonly claim: GroundClaim }
  /** A fact is missing (its name, `missing.<code>`); silence is not taken for a fact. */
  | { readonly finding: 'cannot-tell'; readonly missing: string };

export interface Look<Values> {
  readonly facts: CaseFacts;
  /** The ground's own settings. */
  readonly settings: Values;
  /** What the grounds share. */
  readonly policy: SharedPolicy;
  readonly clock: Clock;
  readonly calendar: Calendar;
  /** The parcels that were sent, with what their scans mean. */
  readonly parcels: readonly ParcelView[];
}

/** One reason for which a buyer may be owed money; `settings` become a part of the merchant's policy. */
export interface Ground<Id extends string, Specs extends Settings> {
  readonly id: Id;
  readonly scenario: ScenarioId;
  readonly settings: Specs;
  judge(look: Look<ValuesOf<Specs>>): readonly Finding[];
}

/** Keeps the ground's id and settings as they are written. */
export function defineGround<const Id extends string, const Specs extends Settings>(
  ground: Ground<Id, Specs>,
): Ground<Id, Specs> {
  return ground;
}
