import type { Instant } from './time.ts';

/** What may be shown of the token with which other programs send messages to a shop. */
export interface ApiTokenRecord {
  readonly madeAt: Instant;
  /** To the minute; null before its first use. */
  readonly usedAt: Instant | null;
}
