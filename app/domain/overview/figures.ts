import type { Party } from '../claim.ts';
import type { DueWindow } from '../due.ts';
import type { Money } from '../money.ts';
import type { GroundId } from '../scenarios/ground-ids.ts';
import type { ScenarioId } from '../scenarios/scenario.ts';
import type { DismissReason, SuggestionState, WithdrawnReason } from '../suggestion.ts';
import type { Instant } from '../time.ts';
import type { Bin } from './bins.ts';

/** What a shop's home page shows: what waits now, and figures of a time. */
export interface Overview {
  readonly due: Readonly<Record<DueWindow, number>>;
  readonly troubledRefunds: number;
  /** What the suggestions that wait for a decision come to. */
  readonly atStake: readonly Sum[];
  readonly paid: readonly PaidSum[];
  readonly automation: AutomationFigures;
  readonly outcomes: Outcomes;
  /** The ground with most decisions first. */
  readonly grounds: readonly GroundOutcome[];
  readonly course: Course;
  readonly sources: Sources;
}

/** Money of one currency, and how many orders it is for. */
export interface Sum {
  readonly count: number;
  readonly amount: Money;
}

export interface PaidSum extends Sum {
  /** Of it, what Shopify has not confirmed as sent yet. */
  readonly pending: Money;
}

/** What the machine did in the time, and what it only said that it would have done. */
export interface AutomationFigures {
  /** How the grounds are set now. */
  readonly modes: AutomationModes;
  /** Refunds that nobody clicked. */
  readonly paid: readonly Sum[];
  /** Those that a person took back in the hold. */
  readonly undone: number;
  /** Those that something that changed in the hold put an end to, or that all refunds were stopped. */
  readonly stopped: number;
  /** Suggestions that it left to people because of a limit. */
  readonly capped: number;
  /** What it would have paid and did not: the ground with most first. */
  readonly watched: readonly WatchedGround[];
}

/** How many grounds are paid without a click, and how many are only watched. */
export interface AutomationModes {
  readonly on: number;
  readonly watching: number;
}

/** What became of suggestions of one ground that the machine would have paid; of the others nothing is known yet. */
export interface WatchedGround {
  readonly ground: GroundId;
  readonly count: number;
  /** A person paid the same sum. */
  readonly agreed: number;
  /** A person paid another sum. */
  readonly otherwise: number;
  /** A person did not pay, or the facts took the claim back before anybody decided. */
  readonly disagreed: number;
}

/** What became of refunds that were made in the time. */
export interface Outcomes {
  readonly refunded: number;
  /** From the suggestion to the refund, seconds: half of them were quicker, nine in ten were. Null without refunds. */
  readonly medianSeconds: number | null;
  readonly ninetiethSeconds: number | null;
  /** Those with such a clock, and those of them that were made before it ran out. */
  readonly legalClocks: number;
  readonly beforeLegal: number;
  readonly bankClocks: number;
  readonly beforeBank: number;
  /** Those whose parcel came after all. */
  readonly regretted: number;
  /** Suggestions that were overtaken by a dispute in the time. */
  readonly disputed: number;
}

/** What the merchant decided about one ground in the time. */
export interface GroundOutcome {
  readonly ground: GroundId;
  readonly decided: number;
  readonly approved: number;
  /** Dismissed because it was wrong, or nothing was owed. */
  readonly wrong: number;
}

/** How many in each bin of the time, oldest first. */
export interface Course {
  readonly bins: readonly Bin[];
  readonly opened: readonly number[];
  readonly refunded: readonly number[];
}

/** Where suggestions that were opened in the time come from; of each kind most first, and not more than ten. */
export interface Sources {
  readonly scenarios: readonly ScenarioSum[];
  readonly countries: readonly Counted[];
  /** Of how many suggestions the facts were read for the following; not of more than the newest thousands. */
  readonly looked: number;
  readonly lanes: readonly LaneCounted[];
  readonly carriers: readonly Counted[];
  /** A suggestion about two products counts for both. */
  readonly skus: readonly Counted[];
}

/** Suggestions of one scenario and currency. */
export interface ScenarioSum extends Sum {
  readonly scenario: ScenarioId;
}

export interface Counted {
  /** A code, a name, or a country; null where it is not known. */
  readonly key: string | null;
  readonly count: number;
}

export interface LaneCounted {
  readonly origin: string | null;
  readonly destination: string | null;
  readonly count: number;
}

/** One suggestion as it leaves the app in a file. */
export interface ExportedSuggestion {
  readonly orderName: string;
  readonly openedAt: Instant;
  readonly state: SuggestionState;
  readonly scenario: ScenarioId;
  readonly ground: GroundId;
  readonly amount: Money;
  readonly probability: number;
  readonly responsible: Party;
  readonly destinationCountry: string | null;
  readonly legalBy: Instant | null;
  readonly bankBy: Instant | null;
  readonly refundedAt: Instant | null;
  readonly dismissReason: DismissReason | null;
  readonly withdrawnBecause: WithdrawnReason | null;
  readonly regrettedAt: Instant | null;
}
