import { addRefusals } from '../db/carrier-traffic.server.ts';
import { inTransaction } from '../db/database.server.ts';
import type { Line } from './line.server.ts';

/** Writes down what was refused since the last time. */
export async function keepRefusals({ db, refusals, now }: Line): Promise<void> {
  const counted = refusals.take();
  if (counted.length === 0) return;
  await inTransaction(db, (tx) => addRefusals(tx, counted, now()));
}
