import type { Regime } from './regions.ts';
import type { RuleId } from './rules.ts';

/** How long the law where the buyer lives leaves a seller to pay for goods that were sent back. */
export interface RefundTerm {
  readonly days: number;
  /** Days on which banks work, or any day. */
  readonly unit: 'days' | 'working-days';
  /** The buyer's notice (the money may still wait for the goods), or the goods' return. */
  readonly from: 'notice' | 'goods';
  readonly rule: RuleId;
}

const terms: Readonly<Record<Regime, RefundTerm | null>> = {
  eu: { days: 14, unit: 'days', from: 'notice', rule: 'eu-withdrawal-refund-14d' },
  uk: { days: 14, unit: 'days', from: 'goods', rule: 'uk-refund-14d' },
  // The Mail, Internet or Telephone Order Rule is about goods that were not shipped; this one about those that came back.
  us: { days: 7, unit: 'working-days', from: 'goods', rule: 'us-reg-z-return-7bd' },
  cn: { days: 7, unit: 'days', from: 'goods', rule: 'cn-refund-7d' },
  kr: { days: 3, unit: 'working-days', from: 'goods', rule: 'kr-refund-3bd' },
  au: null,
  br: null,
};

/** Null where no day is fixed, or none is known here. */
export function refundTermOf(regime: Regime | null): RefundTerm | null {
  return regime && terms[regime];
}

/** As many days as are over at the earliest: working days that begin on a Monday, without a holiday. */
export function fewestDays({ days, unit }: RefundTerm): number {
  return unit === 'days' ? days : days + 2 * Math.floor(days / 5);
}
