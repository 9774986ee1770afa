import type { ReportProblem } from '../case-facts.ts';
import type { Gid, PhotoId, ReportId } from '../ids.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Instant } from '../time.ts';

/** What a buyer can wish for (`wish.<code>` in buyer-report.json). It binds nobody. */
export const wishes = ['refund', 'replacement', 'store-credit', 'no-preference'] as const;
export type Wish = (typeof wishes)[number];

/** By which way a report came: the buyer's account, or a signed link. */
export type ReportDoor = 'account' | 'link';

/** What a buyer reported of an order, in a form of ours. Of the words only what was read is kept, and as a signal. */
export interface BuyerReport {
  readonly reportId: ReportId;
  readonly orderId: Gid<'Order'>;
  readonly at: Instant;
  readonly door: ReportDoor;
  readonly problem: ReportProblem;
  /** Empty means the whole order. */
  readonly lines: readonly LinePart[];
  readonly wish: Wish;
  readonly withdrawnAt: Instant | null;
  readonly photos: readonly ReportPhoto[];
}

export interface ReportPhoto {
  readonly photoId: PhotoId;
  readonly width: number;
  readonly height: number;
}

/** Of one report, and of all reports of one order. */
export const reportLimits = {
  words: 2000,
  photos: 5,
  photoBytes: 8 * 1024 * 1024,
  reports: 10,
} as const;
