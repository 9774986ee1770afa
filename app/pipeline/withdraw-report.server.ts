import { noteWithdrawn } from '../db/buyer-reports.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { lockOrder, type OrderKey } from '../db/order-records.server.ts';
import { deleteReportSignal } from '../db/signals.server.ts';
import type { ReportId } from '../domain/ids.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Line } from './line.server.ts';
import { readOwnReports } from './own-reports.server.ts';

export type WithdrawReportOutcome =
  | { readonly outcome: 'withdrawn' }
  /** The money is on its way, or the shop has decided. */
  | { readonly outcome: 'too-late' }
  | { readonly outcome: 'no-such-report' };

/** Takes a report back: it is no evidence any more, its photos go, and the order is looked at again. */
export async function withdrawReport(
  { db, now, queue }: Line,
  order: OrderKey,
  { reportId, facts }: { readonly reportId: ReportId; readonly facts: OrderFacts },
): Promise<WithdrawReportOutcome> {
  return inTransaction(db, async (tx, sql): Promise<WithdrawReportOutcome> => {
    // No look decides anything of the order meanwhile.
    await lockOrder(tx, order);
    const own = (await readOwnReports(tx, order, facts)).find(
      ({ report }) => report.reportId === reportId,
    );
    if (!own) return { outcome: 'no-such-report' };
    if (own.state === 'withdrawn') return { outcome: 'withdrawn' };
    if (!own.canWithdraw) return { outcome: 'too-late' };
    await noteWithdrawn(tx, order, { reportId, at: now() });
    await deleteReportSignal(tx, order, reportId);
    await queue.requestLooks([order], sql);
    return { outcome: 'withdrawn' };
  });
}
