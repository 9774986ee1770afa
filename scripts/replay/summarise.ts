import type { ReplayReport } from './report.ts';

/** The report as a person reads it. */
export function summarise(report: ReplayReport): string {
  const { deliveries, orders, suggestions, ackMs } = report;
  return [
    `${report.files} files: ${report.loaded} orders loaded, ${report.rejected.length} files rejected`,
    ...report.rejected.map(({ file, reason }) => `  ${file}: ${reason}`),
    `${deliveries.sent} deliveries sent, ${deliveries.acknowledged} acknowledged ` +
      `(half of them in ${ackMs.p50} ms, 99 % in ${ackMs.p99} ms), ${deliveries.duplicates} known already`,
    `${orders.looked} orders looked at, ${orders.assessed} assessed`,
    `${suggestions.total} suggestions`,
    ...Object.entries(suggestions.byGround).map(([ground, n]) => `  ${ground}: ${n}`),
    `${report.deadLetters.length} dead letters`,
    ...report.deadLetters.map(({ topic, error }) => `  ${topic}: ${error}`),
  ].join('\n');
}
