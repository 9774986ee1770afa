import type { Calendar } from '../calendar/calendar.ts';
import type { Deadline, DeadlineKind } from '../claim.ts';
import { addDays, earliest, type Instant } from '../time.ts';
import { refundTermOf } from './refund-terms.ts';
import { regimeOf } from './regions.ts';
import type { RuleId } from './rules.ts';

/** What the clocks are counted from. */
export interface Ordered {
  readonly country: string | null;
  readonly orderedAt: Instant;
  /** The first instant after the delivery day that was promised to the buyer; null for none. */
  readonly promisedBy: Instant | null;
}

const by = (rule: RuleId, at: Instant): Deadline => ({ kind: 'legal-refund', at, rule });

/** When goods that were not delivered must have been, by the law where the buyer lives; null where it is not known. */
export function deliveryDeadline({ country, orderedAt, promisedBy }: Ordered): Deadline | null {
  const at = promisedBy ?? addDays(orderedAt, 30);
  switch (regimeOf(country)) {
    case 'eu':
      return by('eu-delivery-30d', at);
    case 'uk':
      return by('uk-delivery-30d', at);
    default:
      return null;
  }
}

/** When goods must have been shipped; `shipBy` is the date that the seller stated, if any. */
export function dispatchDeadline(ordered: Ordered, shipBy: Instant | null): Deadline | null {
  return regimeOf(ordered.country) === 'us'
    ? by('us-mitor-ship-30d', shipBy ?? addDays(ordered.orderedAt, 30))
    : deliveryDeadline(ordered);
}

/** When the money of a cancelled order must be back. */
export function cancelledDeadline(
  country: string | null,
  cancelledAt: Instant,
  calendar: Calendar,
): Deadline | null {
  switch (regimeOf(country)) {
    case 'us':
      return by('us-mitor-refund-7wd', calendar.workingDaysLater(cancelledAt, 7, 'US'));
    // Art. 25 counts from goods that were sent back; for an order without goods the law names no day.
    case 'cn':
      return null;
    default:
      return refundDeadline(country, { noticeAt: cancelledAt, receivedAt: cancelledAt }, calendar);
  }
}

/** When the money of goods that were sent back must be: counted from the notice, or from the goods where the law does. */
export function returnDeadline(
  country: string | null,
  {
    requestedAt,
    receivedAt,
  }: { readonly requestedAt: Instant; readonly receivedAt: Instant | null },
  calendar: Calendar,
): Deadline | null {
  return refundDeadline(country, { noticeAt: requestedAt, receivedAt }, calendar);
}

/** The trader may keep the money until the goods are back (Art. 13(3) of the directive, reg. 34(5)): no clock before. */
function refundDeadline(
  country: string | null,
  { noticeAt, receivedAt }: { readonly noticeAt: Instant; readonly receivedAt: Instant | null },
  calendar: Calendar,
): Deadline | null {
  const term = refundTermOf(regimeOf(country));
  if (!receivedAt || !term || country === null) return null;
  const from = term.from === 'notice' ? noticeAt : receivedAt;
  const at =
    term.unit === 'days'
      ? addDays(from, term.days)
      : calendar.workingDaysLater(from, term.days, country);
  return by(term.rule, at > receivedAt ? at : receivedAt);
}

/**
 * When the price of goods that were faulty from the start must be back; null where no day is fixed. In the UK within 14
 * days of the trader's yes (Consumer Rights Act 2015, s. 20(15)), which can't come before he was told.
 */
export function brokenGoodsDeadline(country: string | null, toldAt: Instant): Deadline | null {
  return regimeOf(country) === 'uk' ? by('uk-reject-30d', addDays(toldAt, 14)) : null;
}

/** The earlier of the two clocks that a merchant acts by: the law's, and the first day of a card dispute. */
export function actBy(deadlines: readonly Deadline[]): Deadline | null {
  return deadlines
    .filter(({ kind }) => kind === 'legal-refund' || kind === 'card-dispute-earliest')
    .reduce<Deadline | null>(
      (first, deadline) => (first && first.at <= deadline.at ? first : deadline),
      null,
    );
}

/** The first deadline of a kind; null where there is none. */
export function firstDeadline(kind: DeadlineKind, deadlines: readonly Deadline[]): Instant | null {
  return earliest(deadlines.map((deadline) => (deadline.kind === kind ? deadline.at : null)));
}
