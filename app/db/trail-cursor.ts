import { instantAt, millisecondsOf, type Instant } from '../domain/time.ts';

/** The last event of a page: its instant, and its id among those of the same instant. */
export interface TrailCursor {
  readonly at: Instant;
  readonly id: string;
}

export function encodeTrailCursor({ at, id }: TrailCursor): string {
  return `${millisecondsOf(at)}-${id}`;
}

/** Cursors come back through a URL: what is not exactly one of ours is no cursor. */
export function decodeTrailCursor(text: string): TrailCursor | null {
  const match = /^(\d{1,13})-(\d{1,18})$/.exec(text);
  const [, milliseconds, id] = match ?? [];
  if (milliseconds === undefined || id === undefined) return null;
  return { at: instantAt(Number(milliseconds)), id };
}
