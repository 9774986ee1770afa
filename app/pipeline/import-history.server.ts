import { inTransaction } from '../db/database.server.ts';
import { endHistory, findHistoryImport, noteHistory } from '../db/history-imports.server.ts';
import { writeHistoryDispatches, writeHistoryOrders } from '../db/history-orders.server.ts';
import type { HistoryJob } from '../db/queue.server.ts';
import { findShop } from '../db/shops.server.ts';
import type { HistoryImport } from '../domain/history.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { readWords } from '../domain/text/read-words.ts';
import { readBulkOperation } from '../shopify/bulk-operation.server.ts';
import type { BulkTree } from '../shopify/bulk-lines.ts';
import { historyQuery } from '../shopify/history-queries.ts';
import { readBulkResult } from '../shopify/read-bulk-result.server.ts';
import { startBulkOperation } from '../shopify/start-bulk-operation.server.ts';
import { toldDispatchFrom, toldOrderFrom } from '../shopify/told-from-bulk.ts';
import type { Line } from './line.server.ts';

export type ImportHistoryOutcome =
  /** It came to its end, or was ended. */
  | { readonly outcome: 'over' }
  /** It goes on in a job of its own, after so many seconds. */
  | { readonly outcome: 'later'; readonly seconds: number }
  /** Shopify did not answer: tried again by the queue. */
  | { readonly outcome: 'again'; readonly reason: string };

/** Things in a transaction, and how long a job reads: well below the time after which it would be taken for lost. */
const atOnce = 100;
const jobMs = 45_000;
const pollSeconds = 2;
const busySeconds = 30;

/**
 * Takes a reading one step on: asks Shopify to gather, waits for it, or stores what it gathered. It may stop at any instruction and
 * run again: what is stored and how far that is are written together, and the rest is asked for from that byte on.
 */
export async function importHistory(
  line: Line,
  { shop }: HistoryJob,
): Promise<ImportHistoryOutcome> {
  const { db, now } = line;
  const running = await findHistoryImport(db.prisma, shop);
  if (running?.state !== 'running') return { outcome: 'over' };
  const merchant = await findShop(db.prisma, shop);
  if (!merchant?.installed) {
    await endHistory(db.prisma, shop, {
      id: running.id,
      state: 'cancelled',
      problem: null,
      now: now(),
    });
    return { outcome: 'over' };
  }
  return running.operationId === null
    ? askShopify(line, shop, running)
    : followOperation(line, shop, running, running.operationId);
}

async function askShopify(
  line: Line,
  shop: ShopDomain,
  { id, stage, since }: HistoryImport,
): Promise<ImportHistoryOutcome> {
  const { db, admin } = line;
  const started = await startBulkOperation({ admin, shop }, historyQuery(stage, since));
  switch (started.outcome) {
    case 'unreachable':
      return { outcome: 'again', reason: started.reason };
    case 'busy':
      return { outcome: 'later', seconds: busySeconds };
    case 'refused':
      return fail(line, shop, id, started.reason);
    case 'started': {
      const { operationId } = started;
      await noteHistory(db.prisma, shop, { id, operationId, readBytes: 0, fileBytes: null });
      return { outcome: 'later', seconds: 1 };
    }
  }
}

/** BulkOperationStatus values of an operation that will come to something. */
const underWay = new Set(['CREATED', 'RUNNING']);

async function followOperation(
  line: Line,
  shop: ShopDomain,
  running: HistoryImport,
  operationId: string,
): Promise<ImportHistoryOutcome> {
  const { db, admin } = line;
  const { id } = running;
  const read = await readBulkOperation({ admin, shop }, operationId);
  if (read.outcome === 'unreachable') return { outcome: 'again', reason: read.reason };
  if (read.outcome === 'no-such-operation') return fail(line, shop, id, 'EXPIRED');
  const { status, objects: gathered, url } = read;
  if (underWay.has(status)) {
    await noteHistory(db.prisma, shop, { id, gathered });
    return { outcome: 'later', seconds: pollSeconds };
  }
  if (status !== 'COMPLETED') return fail(line, shop, id, read.errorCode ?? status);
  const fileBytes = url === null ? 0 : (read.bytes ?? running.readBytes);
  if (!(await noteHistory(db.prisma, shop, { id, gathered, fileBytes }))) {
    return { outcome: 'over' };
  }
  if (url !== null) {
    const stored = await storeResult(line, shop, running, url);
    if (stored !== 'all') return stored;
  }
  return endStage(line, shop, running);
}

/** Streams the rest of the result into the history. */
async function storeResult(
  line: Line,
  shop: ShopDomain,
  running: HistoryImport,
  url: string,
): Promise<ImportHistoryOutcome | 'all'> {
  const stopAt = Date.now() + jobMs;
  let batch: BulkTree[] = [];
  for await (const tree of readBulkResult(url, running.readBytes)) {
    batch.push(tree);
    if (batch.length < atOnce) continue;
    if (!(await storeBatch(line, shop, running, batch))) return { outcome: 'over' };
    batch = [];
    if (Date.now() > stopAt) return { outcome: 'later', seconds: 0 };
  }
  if (batch.length > 0 && !(await storeBatch(line, shop, running, batch))) {
    return { outcome: 'over' };
  }
  return 'all';
}

/** False when the reading was ended meanwhile: nothing of the batch is kept. */
async function storeBatch(
  { db, now }: Line,
  shop: ShopDomain,
  { id, stage }: HistoryImport,
  batch: readonly BulkTree[],
): Promise<boolean> {
  const readBytes = batch.at(-1)?.endsAt ?? 0;
  return inTransaction(db, async (tx) => {
    if (stage === 'orders') {
      const more = { readBytes, moreOrders: batch.length };
      if (!(await noteHistory(tx, shop, { id, ...more }))) return false;
      const orders = batch.map((tree) => toldOrderFrom(tree, readWords));
      await writeHistoryOrders(tx, shop, { importId: id, readAt: now(), orders });
    } else {
      const more = { readBytes, moreDispatches: batch.length };
      if (!(await noteHistory(tx, shop, { id, ...more }))) return false;
      await writeHistoryDispatches(tx, shop, batch.map(toldDispatchFrom));
    }
    return true;
  });
}

async function endStage(
  { db, now }: Line,
  shop: ShopDomain,
  { id, stage }: HistoryImport,
): Promise<ImportHistoryOutcome> {
  if (stage === 'parcels') {
    await endHistory(db.prisma, shop, { id, state: 'done', problem: null, now: now() });
    return { outcome: 'over' };
  }
  await noteHistory(db.prisma, shop, {
    ...{ id, stage: 'parcels', operationId: null, readBytes: 0, fileBytes: null, gathered: 0 },
  });
  return { outcome: 'later', seconds: 0 };
}

async function fail(
  { db, now, log }: Line,
  shop: ShopDomain,
  id: HistoryImport['id'],
  problem: string,
): Promise<ImportHistoryOutcome> {
  log.error({ shop, problem }, 'past orders could not be read');
  await endHistory(db.prisma, shop, { id, state: 'failed', problem, now: now() });
  return { outcome: 'over' };
}
