import type { HistoryImport as ImportRow } from '#generated/prisma/client.ts';
import type { HistoryId, HistoryImport, HistoryStage, HistoryState } from '../domain/history.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';

/** Begins a reading; false while another one runs. */
export async function createHistoryImport(
  tx: Tx,
  shop: ShopDomain,
  {
    id,
    since,
    now,
  }: { readonly id: HistoryId; readonly since: Instant | null; readonly now: Instant },
): Promise<boolean> {
  const created = await tx.$executeRaw`
    insert into history_import (id, shop, state, stage, since, asked_at)
    values (${id}::uuid, ${shop}, 'running', 'orders', ${since}::timestamptz, ${now}::timestamptz)
    on conflict do nothing`;
  return created > 0;
}

/** The newest reading of the shop, whatever became of it. */
export async function findHistoryImport(tx: Tx, shop: ShopDomain): Promise<HistoryImport | null> {
  const row = await tx.historyImport.findFirst({
    where: { shop },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  });
  return row && importFrom(row);
}

/** The newest reading that came to its end: what stands in the history is of it. */
export async function findDoneImport(tx: Tx, shop: ShopDomain): Promise<HistoryImport | null> {
  const row = await tx.historyImport.findFirst({
    where: { shop, state: 'done' },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  });
  return row && importFrom(row);
}

function importFrom(row: ImportRow): HistoryImport {
  return {
    id: row.id as HistoryId,
    state: row.state as HistoryState,
    stage: row.stage as HistoryStage,
    since: maybeInstantOf(row.since),
    askedAt: instantOf(row.askedAt),
    finishedAt: maybeInstantOf(row.finishedAt),
    operationId: row.operationId,
    readBytes: Number(row.readBytes),
    fileBytes: row.fileBytes === null ? null : Number(row.fileBytes),
    gathered: row.gathered,
    orders: row.orders,
    dispatches: row.dispatches,
    problem: row.problem,
  };
}

/** Notes how far it came; false when it runs no more, and nothing was written. */
export async function noteHistory(
  tx: Tx,
  shop: ShopDomain,
  {
    id,
    ...changes
  }: { readonly id: HistoryId } & Partial<
    Pick<HistoryImport, 'operationId' | 'fileBytes' | 'gathered' | 'readBytes' | 'stage'>
  > & { readonly moreOrders?: number; readonly moreDispatches?: number },
): Promise<boolean> {
  const { moreOrders = 0, moreDispatches = 0, ...plain } = changes;
  const noted = await tx.historyImport.updateMany({
    where: { id, shop, state: 'running' },
    data: {
      ...plain,
      orders: { increment: moreOrders },
      dispatches: { increment: moreDispatches },
    },
  });
  return noted.count > 0;
}

/** Ends it; false when it had ended already. */
export async function endHistory(
  tx: Tx,
  shop: ShopDomain,
  end: {
    readonly id: HistoryId;
    readonly state: Exclude<HistoryState, 'running'>;
    readonly problem: string | null;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { id, state, problem, now } = end;
  const ended = await tx.historyImport.updateMany({
    where: { id, shop, state: 'running' },
    data: { state, problem, finishedAt: now },
  });
  return ended.count > 0;
}
