import { randomUUID } from 'node:crypto';
import { inTransaction } from '../db/database.server.ts';
import {
  createHistoryImport,
  endHistory,
  findHistoryImport,
} from '../db/history-imports.server.ts';
import { readGrantedScopes } from '../db/sessions.server.ts';
import { historySince, type HistoryId } from '../domain/history.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { cancelBulkOperation } from '../shopify/cancel-bulk-operation.server.ts';
import type { Line } from './line.server.ts';

export type StartHistoryOutcome =
  { readonly outcome: 'started' } | { readonly outcome: 'runs-already' };

/** Has the shop's past orders read, as far back as the app may see. */
export async function startHistory(
  { db, queue, now }: Pick<Line, 'db' | 'queue' | 'now'>,
  shop: ShopDomain,
): Promise<StartHistoryOutcome> {
  const at = now();
  return inTransaction(db, async (tx, sql) => {
    const since = historySince(await readGrantedScopes(tx, shop), at);
    const id = randomUUID() as unknown as HistoryId;
    if (!(await createHistoryImport(tx, shop, { id, since, now: at }))) {
      return { outcome: 'runs-already' };
    }
    await queue.requestHistory({ shop }, sql);
    return { outcome: 'started' };
  });
}

/** Ends it where it is; what was read stays. False when nothing runs. */
export async function cancelHistory(line: Line, shop: ShopDomain): Promise<boolean> {
  const { db, now, log } = line;
  const running = await findHistoryImport(db.prisma, shop);
  if (running?.state !== 'running') return false;
  const ended = await endHistory(db.prisma, shop, {
    id: running.id,
    state: 'cancelled',
    problem: null,
    now: now(),
  });
  if (!ended || running.operationId === null) return ended;
  const problem = await cancelBulkOperation({ admin: line.admin, shop }, running.operationId);
  // It ends by itself; nothing of it is read any more.
  if (problem) log.warn({ shop, reason: problem }, 'a bulk operation could not be cancelled');
  return true;
}
