import type { Said } from './said.ts';
import type { ScanKind } from './scan-meaning.ts';

/** What takes a delivery back: it was none, or one to the sender. */
const undoesDelivery: ReadonlySet<ScanKind> = new Set(['returned', 'returning', 'refused']);

/** Statuses that say no more than that somebody has the parcel, or nothing at all. */
const saysLittle: ReadonlySet<ScanKind> = new Set(['unknown', 'announced', 'picked-up']);

/** What a text may add to "in transit" no more than to a trouble: it is the ordinary course of things. */
const ordinary: ReadonlySet<ScanKind> = new Set(['moving', 'announced', 'picked-up', 'delivered']);
const lessThanTrouble: ReadonlySet<ScanKind> = new Set([
  ...ordinary,
  'out-for-delivery',
  'problem',
]);
/** What becomes of a parcel after an attempt in vain does not make it any less in vain. */
const afterAttempt: ReadonlySet<ScanKind> = new Set(['held', 'ready-for-pickup', 'delayed']);

/** Whether the carrier's words count instead of a status that is general, or that they deny. */
export function areWordsBelieved(words: Said, status: Said): boolean {
  if (status.kind === 'delivered') return deniesDelivery(words);
  if (words.kind === status.kind) return words.reason !== null;
  if (saysLittle.has(status.kind)) return true;
  if (status.kind === 'moving') return !ordinary.has(words.kind);
  if (status.kind === 'attempt-failed' && afterAttempt.has(words.kind)) return false;
  return !lessThanTrouble.has(words.kind);
}

/** "Could not be delivered" does; "nobody home, left with a neighbour" only says how it was delivered. */
function deniesDelivery({ kind, reason }: Said): boolean {
  if (kind === 'attempt-failed') return reason === null;
  return undoesDelivery.has(kind) || (kind === 'delivered' && reason !== null);
}
