import type { OptionKind, Stake, StakeLine } from '../claim.ts';
import type { Gid } from '../ids.ts';
import {
  add,
  isPositive,
  larger,
  scale,
  smaller,
  subtract,
  sum,
  zero,
  type Money,
} from '../money.ts';
import type { OrderFacts } from '../order-facts.ts';
import type { Instant } from '../time.ts';

/** Goods of a plan. `RETURN` puts shipped goods back on the shelf, `CANCEL` takes unshipped ones off the order. */
export interface PlanLine extends Omit<StakeLine, 'restock'> {
  readonly restock: StakeLine['restock'] | 'RETURN';
}

/** Money that the buyer can spend in the shop again, instead of what was paid with. */
export interface StoreCredit {
  /** On top of the amount, of the amount; never above what was paid. */
  readonly bonusPercent: number;
  /** Null: it does not expire. */
  readonly expiresAt: Instant | null;
}

/** What will be sent, before Shopify priced it. */
export interface RefundPlan {
  readonly lines: readonly PlanLine[];
  /** Shipping to give back, presentment; null for none. */
  readonly shipping: Money | null;
  /** Duties that go back in proportion to the lines. */
  readonly duties: readonly Gid<'Duty'>[];
  /** An amount on top of goods, or without any; null for none. */
  readonly goodwill: Money | null;
  /** Everything that can still be refunded, as Shopify's calculator finds it. */
  readonly everything: boolean;
  /** Kept of what Shopify's calculator comes to; null for nothing. */
  readonly fee: Money | null;
  /** Null: back to what was paid with. */
  readonly credit: StoreCredit | null;
  /** The order is cancelled first, so that nobody ships what is paid back. */
  readonly cancels: boolean;
  /** Whether the goods stay with the buyer: a return that was asked for is declined then. */
  readonly keepsItem: boolean;
  readonly notify: boolean;
  /** The merchant's own words for the order's history; null for none. */
  readonly note: string | null;
}

const plain = {
  goodwill: null,
  credit: null,
  cancels: false,
  keepsItem: false,
  notify: true,
  note: null,
} as const;

/** The plan of a recommended option. */
export function refundPlanFor(
  stake: Stake,
  kind: OptionKind,
  order: OrderFacts | null,
): RefundPlan {
  const { lines, shipping, everything, fee } = stake;
  const cancels = kind === 'cancel-and-refund' && order !== null && canCancel(order);
  const keepsItem = kind === 'refund-keep-item';
  const duties = stake.duties && order ? dutiesOf(order, lines) : [];
  return { ...plain, lines, shipping, everything, fee, duties, cancels, keepsItem };
}

/** Nothing left the house, and there are no returns: Shopify refuses to cancel otherwise. */
export function canCancel(order: OrderFacts): boolean {
  const shipped = order.parcels.some(({ status }) => status.toUpperCase() !== 'CANCELLED');
  const returned = order.returns.some(
    ({ status }) => status !== 'DECLINED' && status !== 'CANCELED',
  );
  return order.cancelledAt === null && !shipped && !returned;
}

/** The duties that Shopify knows of these lines. */
export function dutiesOf(
  order: OrderFacts,
  lines: readonly { readonly lineItemId: Gid<'LineItem'> }[],
): readonly Gid<'Duty'>[] {
  const chosen = new Set(lines.map(({ lineItemId }) => lineItemId));
  return order.lines
    .filter(({ lineItemId }) => chosen.has(lineItemId))
    .flatMap(({ dutyIds }) => dutyIds);
}

interface Payment {
  readonly amount: Money;
}

/** Payments with a fee kept of them, from the last one on; one that nothing is left of is not sent. */
export function lessKept<Part extends Payment>(
  payments: readonly Part[],
  fee: Money,
): readonly Part[] {
  let open = fee;
  const left = [...payments].reverse().map((payment) => {
    const kept = smaller(open, payment.amount);
    open = larger(subtract(open, kept), zero(fee.currencyCode));
    return { ...payment, amount: subtract(payment.amount, kept) };
  });
  return left.reverse().filter(({ amount }) => isPositive(amount));
}

/**
 * Payments with an amount added, from the first one on, none above what it can still give (`most`, every payment that can). What
 * none of them can give is left out: the sum tells.
 */
export function withGoodwill<Part extends Payment & { readonly parentId: string }>(
  payments: readonly Part[],
  { goodwill, most }: { readonly goodwill: Money; readonly most: readonly Part[] },
): readonly Part[] {
  let open = goodwill;
  const none = zero(goodwill.currencyCode);
  return most
    .map((payment) => {
      const given = payments.find(({ parentId }) => parentId === payment.parentId)?.amount ?? none;
      const more = smaller(open, larger(subtract(payment.amount, given), none));
      open = subtract(open, more);
      return { ...payment, amount: add(given, more) };
    })
    .filter(({ amount }) => isPositive(amount));
}

/** What the credit comes to: the amount and its bonus, and no more than can be refunded at all. */
export function creditOf(amount: Money, { bonusPercent }: StoreCredit, most: Money): Money {
  return smaller(add(amount, scale(amount, bonusPercent / 100)), most);
}

export function totalOf(payments: readonly Payment[], currencyCode: Money['currencyCode']): Money {
  return sum(
    payments.map(({ amount }) => amount),
    currencyCode,
  );
}
