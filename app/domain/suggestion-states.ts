import type { SuggestionState } from './suggestion.ts';

/** Every move there is; what is not in the table cannot be written. */
export const transitions = {
  open: ['approved', 'dismissed', 'snoozed', 'withdrawn'],
  snoozed: ['open', 'approved', 'dismissed', 'withdrawn'],
  // Back to open: Undo in the hold, or facts that changed before anything was sent.
  approved: ['open', 'refunding'],
  refunding: ['refunded', 'rejected', 'unknown'],
  unknown: ['refunded', 'rejected', 'open'],
  // Shopify said no; a new click is a new attempt. Refunded: its record knows better than its answer.
  rejected: ['approved', 'dismissed', 'withdrawn', 'refunded'],
  refunded: [],
  dismissed: [],
  withdrawn: [],
} as const satisfies Record<SuggestionState, readonly SuggestionState[]>;

export function canMove(from: SuggestionState, to: SuggestionState): boolean {
  return (transitions[from] as readonly SuggestionState[]).includes(to);
}

/** States that a move to `to` may start from. */
export function statesBefore(to: SuggestionState): readonly SuggestionState[] {
  const states = Object.keys(transitions) as SuggestionState[];
  return states.filter((from) => canMove(from, to));
}

/** States in which nobody has decided: only these follow the facts by themselves. */
export const undecidedStates = [
  'open',
  'snoozed',
  'rejected',
] as const satisfies readonly SuggestionState[];

/** Still somebody's business, the merchant's or a payment's: an order has at most one such suggestion. */
export const unfinishedStates = [
  'open',
  'snoozed',
  'approved',
  'refunding',
  'unknown',
  'rejected',
] as const satisfies readonly SuggestionState[];

/** What the merchant decided on; an approval that was undone is open again. */
export const decidedStates = [
  'approved',
  'refunding',
  'unknown',
  'refunded',
  'rejected',
  'dismissed',
] as const satisfies readonly SuggestionState[];
