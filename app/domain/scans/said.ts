import type { Party } from '../claim.ts';
import type { Leg, ScanKind } from './scan-meaning.ts';

/** What one word of a vocabulary, or one phrase of a message, says. */
export interface Said {
  readonly kind: ScanKind;
  readonly leg: Leg | null;
  readonly party: Party | null;
  readonly reason: string | null;
  /** Too general to stand alone: a message that says more is believed instead. */
  readonly general: boolean;
}

type Details = Partial<Omit<Said, 'kind' | 'general'>>;

/** What goes without saying for a kind; a table names only what differs. */
const usual: Readonly<Partial<Record<ScanKind, Details>>> = {
  announced: { leg: 'origin' },
  'picked-up': { leg: 'origin' },
  'out-for-delivery': { leg: 'last-mile' },
  delivered: { leg: 'last-mile' },
  'ready-for-pickup': { leg: 'last-mile' },
  'attempt-failed': { leg: 'last-mile' },
  delayed: { party: 'carrier' },
  'customs-held': { party: 'customs' },
  refused: { leg: 'last-mile', party: 'buyer', reason: 'consignee_refused' },
  'address-problem': { party: 'buyer', reason: 'consignee_incorrect_address' },
  damaged: { party: 'carrier', reason: 'carrier_damaged_parcel' },
  lost: { party: 'carrier', reason: 'carrier_parcel_lost' },
};

const nothingMore = { leg: null, party: null, reason: null };

/** A word that can stand alone. */
export function says(kind: ScanKind, details: Details = {}): Said {
  return { ...nothingMore, ...usual[kind], ...details, kind, general: false };
}

/** A word so general that a message may say more, or better. */
export function hints(kind: ScanKind, details: Details = {}): Said {
  return { ...says(kind, details), general: true };
}
