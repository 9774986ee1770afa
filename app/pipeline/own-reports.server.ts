import { readReports } from '../db/buyer-reports.server.ts';
import type { Tx } from '../db/database.server.ts';
import type { OrderKey } from '../db/order-records.server.ts';
import { findNewest } from '../db/suggestions.server.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { BuyerReport } from '../domain/reports/buyer-report.ts';
import { reportStanding, type ReportStanding } from '../domain/reports/report-state.ts';

/** A report as its buyer may see it. */
export interface OwnReport extends ReportStanding {
  readonly report: BuyerReport;
}

/** The reports of an order with how far each is, the newest first. */
export async function readOwnReports(
  tx: Tx,
  order: OrderKey,
  facts: OrderFacts,
): Promise<readonly OwnReport[]> {
  const [reports, newest] = await Promise.all([readReports(tx, order), findNewest(tx, order)]);
  return reports.map((report) => ({ report, ...reportStanding(report, facts, newest) }));
}
