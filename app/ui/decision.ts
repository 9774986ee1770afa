import type { Evidence, NonEmpty } from '../domain/claim.ts';
import type { Suggestion, SuggestionState } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import type { Money } from '../domain/money.ts';
import type { ChoiceProblem } from '../domain/remedy/chosen-plan.ts';

/** What the merchant asks for; the fields of the form that is posted. */
export type DecisionAsked =
  /**
   * `checked`: the questions of the checklist that were answered, with commas between. `chosen`: what the merchant chose in
   * the editor and the sum that he saw, as JSON; absent for what was suggested.
   */
  | {
      readonly intent: 'refund';
      readonly version: number;
      readonly checked: string;
      readonly chosen?: string;
    }
  | { readonly intent: 'undo' }
  | { readonly intent: 'dismiss'; readonly version: number; readonly reason: string }
  /** `date`: `YYYY-MM-DD` on the shop's calendar. `pastActBy`: it was said that the act-by date is earlier. */
  | {
      readonly intent: 'snooze';
      readonly version: number;
      readonly date: string;
      readonly pastActBy: boolean;
    }
  | { readonly intent: 'wake' };

/** What came of it. */
export type DecisionOutcome =
  | { readonly outcome: 'approved'; readonly holdUntil: Instant; readonly amount: Money }
  | { readonly outcome: 'undone' }
  | { readonly outcome: 'dismissed' }
  | { readonly outcome: 'snoozed'; readonly until: Instant }
  | { readonly outcome: 'woken' }
  | { readonly outcome: 'past-act-by'; readonly actBy: Instant }
  | { readonly outcome: 'wrong-date' }
  | { readonly outcome: 'stale'; readonly changes: NonEmpty<Evidence> }
  | { readonly outcome: 'already-decided'; readonly state: SuggestionState }
  | { readonly outcome: 'too-late'; readonly state: SuggestionState }
  | { readonly outcome: 'not-refundable'; readonly reason: string }
  /** A limit of the merchant's own, in the shop's currency. */
  | { readonly outcome: 'over-limit'; readonly limit: string; readonly most: Money }
  | { readonly outcome: 'wrong-choice'; readonly problem: ChoiceProblem }
  | { readonly outcome: 'checklist-open' }
  | { readonly outcome: 'second-person-needed' }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'gone' }
  /** The form was not one of ours. */
  | { readonly outcome: 'unreadable' };

/** How a suggestion stands on the server now; null when it is no more. */
export interface Standing {
  readonly current: Suggestion | null;
  readonly now: Instant;
  /** When the order's facts were last read; null where they never were, or there is no such suggestion. */
  readonly factsReadAt: Instant | null;
}

export type DecisionAnswer = DecisionOutcome & Standing;

/** An outcome, or that no answer came: what was asked may have been done or not. */
export type DecisionResult = DecisionOutcome | { readonly outcome: 'no-answer' };

/** Where a decision is posted and a suggestion's standing is read. */
export function decisionPath(id: string): string {
  return `/app/suggestions/${id}/decision`;
}

const done: ReadonlySet<DecisionResult['outcome']> = new Set([
  'approved',
  'undone',
  'dismissed',
  'snoozed',
  'woken',
]);

/** True for outcomes that did what was asked: the row itself shows them. */
export function isDone({ outcome }: DecisionResult): boolean {
  return done.has(outcome);
}
