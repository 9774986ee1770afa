import type { ViewId } from './ids.ts';

/** Filters of the queue that a shop keeps under a name. */
export interface SavedView {
  readonly id: ViewId;
  readonly name: string;
  /** The search part of the queue's address. */
  readonly params: string;
}

/** More are not found again in a list. */
export const mostViews = 20;
/** As the browser counts, in which an emoji is two or more. */
export const longestViewName = 40;

/** Controls, and marks that turn the direction of what stands around them. */
const unseen = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu;

/** The name as it is kept; null for one in which there is nothing to see, or too much. */
export function viewNameOf(text: string): string | null {
  const name = text.normalize('NFC').replace(/\s+/gu, ' ').replace(unseen, '').trim();
  const isSeen = /[\p{L}\p{N}\p{P}\p{S}]/u.test(name);
  return isSeen && name.length <= longestViewName ? name : null;
}

/** The same for names that differ in capitals or in the width of their letters. */
export function viewNameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
