import { inTransaction } from '../db/database.server.ts';
import { writeShopCalls } from '../db/api-calls.server.ts';
import type { Line } from './line.server.ts';

/** Writes down what calls showed since the last time. */
export async function keepCalls({ db, calls, now }: Line): Promise<void> {
  const taken = calls.take();
  if (taken.length === 0) return;
  await inTransaction(db, (tx) => writeShopCalls(tx, taken, now()));
}
