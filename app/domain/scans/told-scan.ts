import type { ScanFacts } from '../order-facts.ts';
import { redact } from '../text/redact.ts';
import type { Instant } from '../time.ts';
import { meaningOfScan } from './meaning-of-scan.ts';
import type { ScanKind } from './scan-meaning.ts';

/** A scan as somebody told it, before it is known which parcel is meant. */
export interface ToldScan {
  readonly trackingNumber: string;
  readonly carrier: string | null;
  /** Its code, as it came; empty where there was only a text. */
  readonly status: string;
  readonly happenedAt: Instant;
  readonly message: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
}

/** What a scan is called whose words nobody understands: it is still a sign of the carrier. */
const onlyWords = 'unread-words';
const longestWords = 300;

/**
 * What is kept of a scan. Its words are kept only where they say more than its code, and without what may name a
 * person: carriers write who signed for a parcel.
 */
export function keptScan(told: ToldScan, source: string): ScanFacts {
  const { status, happenedAt, country } = told;
  const bare = { status, happenedAt, message: null, country, source };
  if (told.message === null) return bare;
  const message = redact(told.message).slice(0, longestWords);
  const worded = { ...bare, message };
  if (sayTheSame(meaningOfScan(worded), meaningOfScan(bare))) {
    return status === '' ? { ...bare, status: onlyWords } : bare;
  }
  return worded;
}

function sayTheSame(
  a: ReturnType<typeof meaningOfScan>,
  b: ReturnType<typeof meaningOfScan>,
): boolean {
  return a.kind === b.kind && a.leg === b.leg && a.party === b.party && a.reason === b.reason;
}

const lastWords: ReadonlySet<ScanKind> = new Set(['delivered', 'returned', 'cancelled']);

/** Whether the newest of these says that nothing more is to be expected. */
export function isParcelOver(scans: readonly ScanFacts[]): boolean {
  const [newest] = [...scans].sort((a, b) => (a.happenedAt < b.happenedAt ? 1 : -1));
  return newest !== undefined && lastWords.has(meaningOfScan(newest).kind);
}
