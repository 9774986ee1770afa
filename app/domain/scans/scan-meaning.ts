import type { Party } from '../claim.ts';

/** What a scan says happened to the parcel, whichever carrier or tracking provider said it. */
export const scanKinds = [
  /** Label, manifest, information received: the seller's own doing. */
  'announced',
  'picked-up',
  'moving',
  'out-for-delivery',
  'delivered',
  'ready-for-pickup',
  'attempt-failed',
  'delayed',
  'held',
  'customs',
  'customs-held',
  'customs-cleared',
  'refused',
  'address-problem',
  'damaged',
  'lost',
  'returning',
  'returned',
  /** Called off, or the label voided: never sent. */
  'cancelled',
  /** The carrier tells of a problem without saying which. */
  'problem',
  'unknown',
] as const;
export type ScanKind = (typeof scanKinds)[number];

/** How far along its way. */
export type Leg = 'origin' | 'export' | 'line-haul' | 'import' | 'last-mile';

export interface ScanMeaning {
  readonly kind: ScanKind;
  readonly leg: Leg | null;
  /** Whom the event itself blames; null when it blames nobody. */
  readonly party: Party | null;
  /** A finer cause in karrio's words, e.g. `customs_duties_unpaid`; null when none was given. */
  readonly reason: string | null;
  /** `message`: inferred from the carrier's text, because the status alone does not say it. */
  readonly readFrom: 'status' | 'message' | 'nothing';
}
