import { moveBulk, readBulkStep, writeBulkOutcome } from '../db/bulk-approvals.server.ts';
import type { BulkJob } from '../db/queue.server.ts';
import { isDecidedBy } from '../db/suggestions.server.ts';
import type { BulkApproval, BulkItem } from '../domain/bulk.ts';
import { approve, type ApproveOutcome } from './approve.server.ts';
import type { Line } from './line.server.ts';

export type RunBulkOutcome =
  | { readonly outcome: 'done' }
  | { readonly outcome: 'paused' }
  | { readonly outcome: 'gone' }
  /** Shopify did not answer: the same item is tried again. */
  | { readonly outcome: 'again'; readonly reason: string };

/**
 * Approves what was ticked, one by one, exactly as single clicks would. It may stop at any instruction and run again: an item's
 * outcome is written after its approval, and one that was approved already is known by who decided it.
 */
export async function runBulk(line: Line, { shop, bulkId }: BulkJob): Promise<RunBulkOutcome> {
  const { db, now } = line;
  for (;;) {
    const step = await readBulkStep(db.prisma, shop, bulkId);
    if (!step) return { outcome: 'gone' };
    if (step.state !== 'running') return { outcome: 'paused' };
    const { item, actor } = step;
    if (!item) {
      await moveBulk(db.prisma, { shop, id: bulkId, from: ['running'], to: 'done', now: now() });
      return { outcome: 'done' };
    }
    const came = await approveItem(line, { shop, actor }, item);
    if (came.outcome === 'unreachable') return { outcome: 'again', reason: 'unreachable' };
    await writeBulkOutcome(db.prisma, {
      ...{ shop, id: bulkId, position: item.position },
      outcome: came.outcome,
      reason: reasonOf(came),
    });
  }
}

async function approveItem(
  line: Line,
  { shop, actor }: Pick<BulkApproval, 'shop' | 'actor'>,
  { suggestionId, version }: BulkItem,
): Promise<ApproveOutcome | { readonly outcome: 'approved' }> {
  const came = await approve(line, { shop, suggestionId, version, actor, checked: [] });
  if (came.outcome !== 'already-decided') return came;
  // Approved by this very run before it was interrupted, or by the same person's own click: either way as wished.
  const approvedStates = ['approved', 'refunding', 'unknown', 'refunded'] as const;
  const isOurs = await isDecidedBy(line.db.prisma, {
    shop,
    id: suggestionId,
    actor,
    states: approvedStates,
  });
  return isOurs ? { outcome: 'approved' } : came;
}

function reasonOf(came: ApproveOutcome | { readonly outcome: 'approved' }): string | null {
  switch (came.outcome) {
    case 'not-refundable':
      return came.reason;
    case 'stale':
      return came.changes[0].code;
    case 'over-limit':
      return came.limit;
    case 'already-decided':
      return came.state;
    default:
      return null;
  }
}
