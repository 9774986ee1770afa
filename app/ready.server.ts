import { setTimeout as sleep } from 'node:timers/promises';
import { isLineOpen, openedLine } from './line.server.ts';

/** Longer than a database needs that can be worked with. */
const answersWithinMs = 1000;

/**
 * Whether this process can take work: its line is open and the database answers. A process that is not ready lives and may be ready
 * again: who sends it requests should wait, and nobody should end it for that.
 */
export async function isReady(): Promise<boolean> {
  if (!isLineOpen()) return false;
  const late = new AbortController();
  try {
    return await Promise.race([
      openedLine()
        .db.pool.query('select 1')
        .then(
          () => true,
          () => false,
        ),
      sleep(answersWithinMs, false, { signal: late.signal }),
    ]);
  } finally {
    late.abort();
  }
}
