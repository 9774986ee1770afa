import { instantAt, type Instant } from '../domain/time.ts';

/** A timestamptz column's value as an instant. */
export function instantOf(column: Date): Instant {
  return instantAt(column.getTime());
}

export function maybeInstantOf(column: Date | null): Instant | null {
  return column ? instantOf(column) : null;
}
