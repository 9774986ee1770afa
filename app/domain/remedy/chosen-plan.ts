import type { Gid } from '../ids.ts';
import { compare, decimalsOf, isPositive, parseMoney, zero, type Money } from '../money.ts';
import type { LineFacts, OrderFacts } from '../order-facts.ts';
import type { MoneyPolicy, ReturnPolicy } from '../policy/sections.ts';
import { addDays, type Instant } from '../time.ts';
import { canCancel, dutiesOf, type PlanLine, type RefundPlan } from './refund-plan.ts';
import { refundableOf } from './refundable.ts';
import { shippingLeftOf } from './stake.ts';

/** What the merchant chose in the refund editor; amounts are decimal texts in the order's currency, as typed. */
export interface RefundChoice {
  readonly lines: readonly { readonly lineItemId: string; readonly quantity: number }[];
  /** Empty for none. */
  readonly shipping: string;
  readonly duties: boolean;
  /** On top of the goods, or without any; empty for none. */
  readonly goodwill: string;
  readonly method: 'original' | 'store-credit';
  /** That the buyer wants store credit, where the law gives the choice to him. */
  readonly buyerAgreed: boolean;
  readonly restock: boolean;
  readonly cancels: boolean;
  readonly notify: boolean;
  readonly note: string;
}

/** What is wrong with a choice (`choice-problem.<code>` in the locale files), and where. */
export interface ChoiceProblem {
  readonly field: 'lines' | 'shipping' | 'goodwill' | 'method' | 'note' | 'cancels' | 'nothing';
  readonly code:
    | 'no-such-line'
    | 'too-many'
    | 'not-an-amount'
    | 'above-shipping'
    | 'above-refundable'
    | 'no-customer'
    | 'buyer-must-agree'
    | 'too-long'
    | 'cannot-cancel'
    | 'nothing-chosen';
}

const longestNote = 200;

export type ChosenPlan =
  | { readonly outcome: 'planned'; readonly plan: RefundPlan }
  | { readonly outcome: 'wrong'; readonly problem: ChoiceProblem };

/** The choice as a plan, held against what is known of the order. */
export function chosenPlan(
  choice: RefundChoice,
  order: OrderFacts,
  {
    policy,
    creditForbiddenBy,
    now,
  }: {
    readonly policy: { readonly money: MoneyPolicy; readonly returns: ReturnPolicy };
    /** The rule that leaves the choice of store credit to the buyer; null where the merchant may choose it. */
    readonly creditForbiddenBy: string | null;
    readonly now: Instant;
  },
): ChosenPlan {
  const lines = choice.lines.filter(({ quantity }) => quantity > 0);
  const shipping = amountIn(choice.shipping, order);
  const goodwill = amountIn(choice.goodwill, order);
  const problem =
    linesProblem(lines, order) ??
    shippingProblem(shipping, order) ??
    goodwillProblem(goodwill, order) ??
    restProblem(choice, order, creditForbiddenBy);
  if (problem) return { outcome: 'wrong', problem };
  const planned = lines.flatMap((line) => planLines(line, order, choice.restock));
  const plan: RefundPlan = {
    lines: planned,
    shipping: positive(shipping),
    duties: choice.duties ? dutiesOf(order, planned) : [],
    goodwill: positive(goodwill),
    everything: false,
    fee: null,
    credit:
      choice.method === 'store-credit'
        ? {
            bonusPercent: policy.returns.storeCreditBonusPercent,
            expiresAt: expiryOf(policy.money, now),
          }
        : null,
    cancels: choice.cancels,
    keepsItem: !choice.restock,
    notify: choice.notify,
    note: choice.note.trim() === '' ? null : choice.note.trim(),
  };
  const isNothing = planned.length === 0 && !plan.shipping && !plan.goodwill;
  return isNothing
    ? { outcome: 'wrong', problem: { field: 'nothing', code: 'nothing-chosen' } }
    : { outcome: 'planned', plan };
}

/** `undefined` for what is no amount of the currency. */
function amountIn(text: string, { currency }: OrderFacts): Money | undefined {
  if (text.trim() === '') return zero(currency);
  const match = /^\d{1,12}(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, fraction = ''] = match;
  const isFiner = /[1-9]/.test(fraction.slice(decimalsOf(currency)));
  return isFiner ? undefined : parseMoney(text.trim(), currency);
}

function positive(amount: Money | undefined): Money | null {
  return amount && isPositive(amount) ? amount : null;
}

function lineOf(order: OrderFacts, lineItemId: string): LineFacts | undefined {
  return order.lines.find((line) => line.lineItemId === lineItemId);
}

function linesProblem(lines: RefundChoice['lines'], order: OrderFacts): ChoiceProblem | null {
  for (const { lineItemId, quantity } of lines) {
    const line = lineOf(order, lineItemId);
    if (!line) return { field: 'lines', code: 'no-such-line' };
    if (quantity > line.refundableQuantity) return { field: 'lines', code: 'too-many' };
  }
  return null;
}

function shippingProblem(shipping: Money | undefined, order: OrderFacts): ChoiceProblem | null {
  if (!shipping) return { field: 'shipping', code: 'not-an-amount' };
  const left = shippingLeftOf(order) ?? zero(order.currency);
  return compare(shipping, left) > 0 ? { field: 'shipping', code: 'above-shipping' } : null;
}

function goodwillProblem(goodwill: Money | undefined, order: OrderFacts): ChoiceProblem | null {
  if (!goodwill) return { field: 'goodwill', code: 'not-an-amount' };
  return compare(goodwill, refundableOf(order)) > 0
    ? { field: 'goodwill', code: 'above-refundable' }
    : null;
}

function restProblem(
  choice: RefundChoice,
  order: OrderFacts,
  creditForbiddenBy: string | null,
): ChoiceProblem | null {
  if (choice.method === 'store-credit') {
    if (order.customerId === null) return { field: 'method', code: 'no-customer' };
    if (creditForbiddenBy !== null && !choice.buyerAgreed) {
      return { field: 'method', code: 'buyer-must-agree' };
    }
  }
  if (choice.cancels && !canCancel(order)) return { field: 'cancels', code: 'cannot-cancel' };
  return choice.note.trim().length > longestNote ? { field: 'note', code: 'too-long' } : null;
}

/** Unshipped goods are taken off the order; shipped ones go back on the shelf where they came from, if they come back at all. */
function planLines(
  { lineItemId, quantity }: RefundChoice['lines'][number],
  order: OrderFacts,
  restock: boolean,
): readonly PlanLine[] {
  return order.lines
    .filter((line) => line.lineItemId === lineItemId)
    .map(({ lineItemId: id, unfulfilledQuantity }): PlanLine => {
      const locationId = shelfOf(order, id);
      const kind = quantity <= unfulfilledQuantity ? 'CANCEL' : restock ? 'RETURN' : 'NO_RESTOCK';
      // Without a place Shopify cannot put goods anywhere.
      return locationId === null || kind === 'NO_RESTOCK'
        ? { lineItemId: id, quantity, restock: 'NO_RESTOCK', locationId: null }
        : { lineItemId: id, quantity, restock: kind, locationId };
    });
}

/** Where the line was sent from, else where anything of the order was. */
function shelfOf({ dispatches }: OrderFacts, id: Gid<'LineItem'>): Gid<'Location'> | null {
  const placed = dispatches.filter(({ locationId }) => locationId !== null);
  const own = placed.find(({ lines }) => lines.some(({ lineItemId }) => lineItemId === id));
  const [first = null] = [own, ...placed].flatMap((dispatch) => dispatch?.locationId ?? []);
  return first;
}

function expiryOf({ creditExpiresDays }: MoneyPolicy, now: Instant): Instant | null {
  return creditExpiresDays === 0 ? null : addDays(now, creditExpiresDays);
}
