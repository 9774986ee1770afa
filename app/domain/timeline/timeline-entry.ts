import type { AuditEvent } from '../audit-event.ts';
import type { Deadline, Evidence } from '../claim.ts';
import type { Leg, ScanKind } from '../scans/scan-meaning.ts';
import type { Instant } from '../time.ts';

/** Whose doing a moment was, or what it is about. */
export type MomentKind = 'order' | 'policy' | 'buyer' | 'carrier' | 'return' | 'dispute' | 'refund';

/** Something that happened to the order, in codes: the words are made where they are read. */
export type TimelineEntry = {
  readonly at: Instant;
  /** What the claim rests on that speaks of this instant. */
  readonly evidence: readonly Evidence[];
} & (
  | {
      readonly kind: MomentKind;
      /** `timeline.<code>` in the locale files. */
      readonly said: Evidence;
      /** What belongs to it (`evidence.<code>`). */
      readonly details: readonly Evidence[];
    }
  | { readonly kind: 'scan'; readonly scan: TimelineScan }
  | { readonly kind: 'doubt'; readonly doubt: Evidence }
  | { readonly kind: 'decision'; readonly event: Pick<AuditEvent, 'kind' | 'params' | 'actor'> }
  | { readonly kind: 'clock'; readonly deadline: Deadline }
  /** Evidence of an instant at which nothing else is known to have happened. */
  | { readonly kind: 'evidence' }
);

export interface TimelineScan {
  readonly means: ScanKind;
  /** The word of its source, where nobody could read it. */
  readonly status: string;
  readonly leg: Leg | null;
  readonly country: string | null;
  /** The carrier's own text. */
  readonly message: string | null;
  /** True where only that text says what happened. */
  readonly isInferred: boolean;
  /** Who told it; null for Shopify. */
  readonly provider: string | null;
  /** Named where the order has several. */
  readonly parcel: string | null;
  readonly isOnWayBack: boolean;
}

export interface Timeline {
  /** Newest first; what is still to come stands before all that was. */
  readonly entries: readonly TimelineEntry[];
  /** What holds without a moment of its own. */
  readonly timeless: readonly Evidence[];
}

/** Codes are written out as the first argument: a test finds them there and asks for their words in every language. */
export function moment(
  code: string,
  at: Instant,
  {
    kind,
    params = {},
    details = [],
  }: {
    readonly kind: MomentKind;
    readonly params?: Evidence['params'];
    readonly details?: readonly Evidence[];
  },
): TimelineEntry {
  return { kind, at, said: { code, params, at }, details, evidence: [] };
}
