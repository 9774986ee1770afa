import { parseInstant, type Instant } from '../domain/time.ts';

/** Shopify's DateTime; throws when it is none. */
export function instantFrom(text: unknown): Instant {
  const instant = parseInstant(String(text));
  if (!instant) throw new RangeError(`Shopify sent no instant: ${String(text)}`);
  return instant;
}

export function maybeInstant(text: unknown): Instant | null {
  return text === null || text === undefined ? null : instantFrom(text);
}
