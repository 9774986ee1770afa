import { z } from 'zod';
import type { ToldScan } from '../domain/scans/told-scan.ts';
import { parseInstant, type Instant } from '../domain/time.ts';

/** What a tracking service told of parcels, read. */
export interface ToldEvent {
  /** The service's own id of the event; null where it gives none. */
  readonly eventId: string | null;
  /** When it was sent; null where the service does not say. */
  readonly sentAt: Instant | null;
  readonly scans: readonly ToldScan[];
  /** Scans that had no instant, or nothing in them. */
  readonly unreadable: number;
}

export type ReadEvent =
  | { readonly outcome: 'read'; readonly event: ToldEvent }
  /** About something else than a parcel's way: an estimate, a test, another object. */
  | { readonly outcome: 'other' }
  | { readonly outcome: 'unreadable'; readonly fields: readonly string[] };

/** A text that may be absent, or empty: either is none. */
export const maybeText = z
  .string()
  .nullish()
  .transform((text) => (text?.trim() ? text.trim() : null));

/** ISO 3166-1 alpha-2; null for names, longer codes and nothing. */
export function countryOf(text: string | null): string | null {
  return text !== null && /^[A-Za-z]{2}$/.test(text) ? text.toUpperCase() : null;
}

/** Of a text with an offset; one without is a carrier's wall clock, taken as UTC. */
export function instantOrWallClock(text: string | null): Instant | null {
  if (text === null) return null;
  return parseInstant(text) ?? parseInstant(`${text.replace(' ', 'T')}Z`);
}

/** Scans that can be used, and how many can't: none is dropped without being counted. */
export function sorted(scans: readonly (ToldScan | null)[]): {
  readonly scans: readonly ToldScan[];
  readonly unreadable: number;
} {
  const usable = scans.filter(
    (scan) => scan !== null && (scan.status !== '' || scan.message !== null),
  ) as readonly ToldScan[];
  return { scans: usable, unreadable: scans.length - usable.length };
}

export function unreadable(error: z.ZodError): ReadEvent {
  const fields = error.issues.map(({ path }) => path.join('.'));
  return { outcome: 'unreadable', fields: [...new Set(fields)].slice(0, 20) };
}
