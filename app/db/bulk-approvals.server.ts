import type { BulkItem as ItemRow } from '#generated/prisma/client.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { BulkApproval, BulkItem, BulkState } from '../domain/bulk.ts';
import type { BulkId, ShopDomain, SuggestionId } from '../domain/ids.ts';
import { parseMoney } from '../domain/money.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';

export async function createBulk(
  tx: Tx,
  bulk: {
    readonly id: BulkId;
    readonly shop: ShopDomain;
    readonly actor: Actor;
    readonly now: Instant;
    readonly items: readonly Omit<BulkItem, 'position' | 'outcome' | 'reason'>[];
  },
): Promise<void> {
  const { id, shop, actor, now, items } = bulk;
  await tx.bulkApproval.create({ data: { id, shop, actor, state: 'running', createdAt: now } });
  await tx.bulkItem.createMany({
    data: items.map(({ amount, ...item }, position) => ({
      ...item,
      ...{ bulkId: id, shop, position },
      amount: amount.amount,
      currency: amount.currencyCode,
    })),
  });
}

export async function findBulk(tx: Tx, shop: ShopDomain, id: BulkId): Promise<BulkApproval | null> {
  const row = await tx.bulkApproval.findFirst({ where: { id, shop } });
  if (!row) return null;
  const items = await tx.bulkItem.findMany({
    where: { bulkId: id, shop },
    orderBy: { position: 'asc' },
  });
  return {
    id,
    shop,
    actor: row.actor as Actor,
    state: row.state as BulkState,
    createdAt: instantOf(row.createdAt),
    finishedAt: maybeInstantOf(row.finishedAt),
    items: items.map(itemFrom),
  };
}

/** What a bulk has to do next: null where there is no such bulk, no item where all is done. */
export async function readBulkStep(
  tx: Tx,
  shop: ShopDomain,
  id: BulkId,
): Promise<{
  readonly state: BulkState;
  readonly actor: Actor;
  readonly item: BulkItem | null;
} | null> {
  const row = await tx.bulkApproval.findFirst({ where: { id, shop } });
  if (!row) return null;
  const item = await tx.bulkItem.findFirst({
    where: { bulkId: id, shop, outcome: null },
    orderBy: { position: 'asc' },
  });
  return {
    state: row.state as BulkState,
    actor: row.actor as Actor,
    item: item && itemFrom(item),
  };
}

function itemFrom(row: ItemRow): BulkItem {
  return {
    position: row.position,
    suggestionId: row.suggestionId as SuggestionId,
    orderName: row.orderName,
    version: row.version,
    amount: parseMoney(row.amount.toFixed(), row.currency),
    outcome: row.outcome,
    reason: row.reason,
  };
}

/** Moves a bulk on from one of `from`; the answer is whether it moved. */
export async function moveBulk(
  tx: Tx,
  move: {
    readonly shop: ShopDomain;
    readonly id: BulkId;
    readonly from: readonly BulkState[];
    readonly to: BulkState;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { shop, id, from, to, now } = move;
  const moved = await tx.bulkApproval.updateMany({
    where: { id, shop, state: { in: [...from] } },
    data: { state: to, finishedAt: to === 'done' ? now : null },
  });
  return moved.count > 0;
}

export async function writeBulkOutcome(
  tx: Tx,
  item: {
    readonly shop: ShopDomain;
    readonly id: BulkId;
    readonly position: number;
    readonly outcome: string;
    readonly reason: string | null;
  },
): Promise<void> {
  const { shop, id, position, outcome, reason } = item;
  await tx.bulkItem.updateMany({
    where: { bulkId: id, shop, position, outcome: null },
    data: { outcome, reason },
  });
}
