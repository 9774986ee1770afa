import type { Deadline } from '../claim.ts';
import { addDays, addWeekdays, endOfDayEverywhere, type Instant } from '../time.ts';
import { regimeOf } from './regions.ts';

/** What the clocks are counted from. */
export interface Ordered {
  readonly country: string | null;
  readonly orderedAt: Instant;
  /** Delivery day that was promised to the buyer; null for none. */
  readonly promisedBy: Instant | null;
}

/*
 * Help, not advice. Sources:
 *  eu-delivery-30d: Directive 2011/83/EU Art. 18 (delivery within the agreed time, else 30 days)
 *  uk-delivery-30d: Consumer Rights Act 2015 s. 28
 *  us-mitor-ship-30d: 16 CFR 435.2 (ship within the stated time, else 30 days; delay: consent or refund)
 */

/** When goods that were not delivered must have been, by the law where the buyer lives. */
export function deliveryDeadline({ country, orderedAt, promisedBy }: Ordered): Deadline | null {
  const at = promisedBy ? endOfDayEverywhere(promisedBy) : addDays(orderedAt, 30);
  switch (regimeOf(country)) {
    case 'eu':
      return { at, rule: 'eu-delivery-30d' };
    case 'uk':
      return { at, rule: 'uk-delivery-30d' };
    case 'us':
    case 'cn':
    case null:
      return null;
  }
}

/** When goods must have been shipped; `shipBy` is the date that the seller stated, if any. */
export function dispatchDeadline(ordered: Ordered, shipBy: Instant | null): Deadline | null {
  if (regimeOf(ordered.country) === 'us') {
    return { at: shipBy ?? addDays(ordered.orderedAt, 30), rule: 'us-mitor-ship-30d' };
  }
  return deliveryDeadline(ordered);
}

/**
 * When the money of a cancelled order must be back:
 *  eu-withdrawal-refund-14d: Directive 2011/83/EU Art. 13(1); uk-refund-14d: SI 2013/3134 reg. 34
 *  us-mitor-refund-7wd: 16 CFR 435.1(f), seven working days; cn-refund-7d: Consumer Protection Law Art. 25
 */
export function cancelledDeadline(country: string | null, cancelledAt: Instant): Deadline | null {
  switch (regimeOf(country)) {
    case 'eu':
      return { at: addDays(cancelledAt, 14), rule: 'eu-withdrawal-refund-14d' };
    case 'uk':
      return { at: addDays(cancelledAt, 14), rule: 'uk-refund-14d' };
    case 'us':
      return { at: addWeekdays(cancelledAt, 7), rule: 'us-mitor-refund-7wd' };
    case 'cn':
      return { at: addDays(cancelledAt, 7), rule: 'cn-refund-7d' };
    case null:
      return null;
  }
}

/**
 * The first day on which the buyer's bank would accept "not received". Visa 13.1: once the promised
 * day has passed, or 15 days after the payment when none was promised; Mastercard 4853 allows the
 * latter only after 30, so Visa's day is the earlier one and counts.
 */
export function firstDisputeDay(promisedBy: Instant | null, paidAt: Instant): Deadline {
  return promisedBy
    ? { at: endOfDayEverywhere(promisedBy), rule: 'bank-visa-promise-passed' }
    : { at: addDays(paidAt, 15), rule: 'bank-visa-15d' };
}

/** The earlier of the two clocks; null when neither runs. */
export function actBy(legal: Deadline | null, bank: Deadline | null): Deadline | null {
  if (!legal || !bank) return legal ?? bank;
  return bank.at < legal.at ? bank : legal;
}
