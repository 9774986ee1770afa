import { millisecondsOf, type Instant } from '../domain/time.ts';
import { canMove } from '../domain/suggestion-states.ts';
import type { Suggestion, SuggestionState } from '../domain/suggestion.ts';

/** A row, and when the server said so. */
export interface Seen {
  readonly suggestion: Suggestion;
  readonly asOf: Instant;
  /** Whether the list on the server still has it. */
  readonly listed: boolean;
}

/*
 * Rows keep their places while the merchant is on a page: one that moved under the pointer could be
 * refunded instead of another. What is new is added below, what has left the list stays and shows what
 * became of it; the next visit puts everything in order.
 */

/** The list as it was first seen. */
export function placeFirst(rows: readonly Suggestion[], asOf: Instant): readonly Seen[] {
  return rows.map((suggestion) => ({ suggestion, asOf, listed: true }));
}

/** The list after another read of the same page. */
export function placeAgain(
  placed: readonly Seen[],
  rows: readonly Suggestion[],
  asOf: Instant,
): readonly Seen[] {
  const fresh = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(placed.map(({ suggestion }) => suggestion.id));
  const kept = placed.map((seen): Seen => {
    const row = fresh.get(seen.suggestion.id);
    if (!row) return { ...seen, listed: false };
    return isNewer(seen, asOf)
      ? { ...seen, listed: true }
      : { suggestion: unchanged(seen.suggestion, row), asOf, listed: true };
  });
  return [
    ...kept,
    ...placeFirst(
      rows.filter((row) => !known.has(row.id)),
      asOf,
    ),
  ];
}

/** The list after one suggestion was read by itself. */
export function placeOne(
  placed: readonly Seen[],
  suggestion: Suggestion,
  asOf: Instant,
): readonly Seen[] {
  return placed.map((seen) =>
    seen.suggestion.id === suggestion.id && !isNewer(seen, asOf)
      ? { ...seen, suggestion: unchanged(seen.suggestion, suggestion), asOf }
      : seen,
  );
}

/** The old object where the new one says the same, so that a memoised row is not rendered again. */
function unchanged(before: Suggestion, after: Suggestion): Suggestion {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}

function isNewer(seen: Seen, asOf: Instant): boolean {
  return millisecondsOf(seen.asOf) > millisecondsOf(asOf);
}

const moving: ReadonlySet<SuggestionState> = new Set(['approved', 'refunding', 'unknown']);

/** True while the app itself is at work on it, so that news is near. */
export function isMoving({ state }: Pick<Suggestion, 'state'>): boolean {
  return moving.has(state);
}

/** True while the merchant can decide. */
export function isDecidable({ state }: Pick<Suggestion, 'state'>): boolean {
  return canMove(state, 'approved');
}

const over: ReadonlySet<SuggestionState> = new Set(['refunded', 'dismissed', 'withdrawn']);

/** Rows that have left the list and are not at their end: they have to be asked for one by one. */
export function unlistedToRead(placed: readonly Seen[]): readonly Suggestion[] {
  return placed
    .filter(({ listed, suggestion }) => !listed && !over.has(suggestion.state))
    .map(({ suggestion }) => suggestion);
}
