import { inTransaction } from '../db/database.server.ts';
import { cancelErasure, putOffErasures, takeDueErasures } from '../db/photo-erasures.server.ts';
import { addSeconds } from '../domain/time.ts';
import type { Line } from './line.server.ts';

const atOnce = 50;
/** A store that does not answer is asked again after this. */
const againAfterSeconds = 300;

/** Erases pictures whose rows are gone, and those of reports that were broken off; how many. */
export async function erasePhotos({
  db,
  photos,
  now,
  log,
}: Pick<Line, 'db' | 'photos' | 'now' | 'log'>): Promise<number> {
  return inTransaction(db, async (tx) => {
    const keys = await takeDueErasures(tx, now(), atOnce);
    if (keys.length === 0) return 0;
    const outcomes = await Promise.allSettled(keys.map((key) => photos.erase(key)));
    const failed = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? outcome : []));
    const left = keys.filter((_, index) => outcomes[index]?.status === 'rejected');
    await cancelErasure(
      tx,
      keys.filter((key) => !left.includes(key)),
    );
    await putOffErasures(tx, left, addSeconds(now(), againAfterSeconds));
    const [first] = failed;
    if (first) {
      const reason: unknown = first.reason;
      log.error({ err: reason, left: left.length }, 'photos could not be erased, and will be');
    }
    return keys.length - left.length;
  });
}
