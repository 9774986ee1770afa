import type { ReportProblem } from '../domain/case-facts.ts';
import type { Wish } from '../domain/reports/buyer-report.ts';
import type { ReportStanding } from '../domain/reports/report-state.ts';

/** What an extension in a buyer's account is told of an order. */
export interface ReportAnswer {
  readonly order: {
    readonly name: string;
    readonly lines: readonly {
      readonly id: string;
      readonly title: string;
      readonly quantity: number;
    }[];
  };
  /** The newest first. */
  readonly reports: readonly (ReportStanding & {
    readonly id: string;
    readonly at: string;
    readonly problem: ReportProblem;
    readonly wish: Wish;
    readonly photos: number;
  })[];
  readonly limits: { readonly words: number; readonly photos: number; readonly photoBytes: number };
}
