import { fitsCurrency, graphqlAmount, parseAmount, type Amount } from '../decimal.ts';
import {
  isPayment,
  netPaymentOf,
  refundableQuantityOf,
  refundableShippingOf,
  shareOfLine,
} from './order-money.ts';
import type { LineState, OrderState, TransactionState } from './order-state.ts';
import {
  userError,
  type OrderTransactionInput,
  type RefundInput,
  type RefundLineItemInput,
  type UserError,
  creditIn,
} from './refund-input.ts';

export interface CheckedRefund {
  readonly lines: readonly {
    readonly line: LineState;
    readonly quantity: number;
    readonly restockType: string;
    readonly locationId: string | null;
  }[];
  readonly shipping: Amount;
  readonly duties: Amount;
  readonly payments: readonly { readonly parent: TransactionState; readonly amount: Amount }[];
  /** Goes back as store credit. */
  readonly credit: Amount;
}

export type RefundCheck =
  | { readonly outcome: 'fine'; readonly refund: CheckedRefund }
  | { readonly outcome: 'refused'; readonly errors: readonly UserError[] };

/**
 * Shopify's own checks. The messages about orders, quantities, kinds, parents and too large an amount are Shopify's to
 * the letter; the others are paraphrased. Only successful refunds count against the net payment, as at Shopify: who pays
 * twice while a refund is pending is not stopped here.
 */
export function checkRefund(order: OrderState, input: RefundInput): RefundCheck {
  const currency = checkCurrency(order, input);
  if (currency) return refused(currency);
  const lines = (input.refundLineItems ?? []).map((each, index) => checkLine(order, each, index));
  const payments = (input.transactions ?? []).map((each) => checkTransaction(order, each));
  const shipping = checkShipping(order, input);
  const credit = checkCredit(order, input);
  const errors = [...lines, shipping, ...payments, credit].flatMap((each) =>
    'field' in each ? [each] : [],
  );
  if (errors.length > 0) return { outcome: 'refused', errors };
  const refund: CheckedRefund = {
    lines: lines.flatMap((each) => ('line' in each ? [each] : [])),
    shipping: 'amount' in shipping ? shipping.amount : 0n,
    duties: dutiesIn(order, input),
    payments: payments.flatMap((each) => ('parent' in each ? [each] : [])),
    credit: 'amount' in credit ? credit.amount : 0n,
  };
  return checkWhole(order, refund);
}

function checkWhole(order: OrderState, refund: CheckedRefund): RefundCheck {
  const twice = refund.lines.findIndex(
    ({ line }) => quantityOf(refund, line) > refundableQuantityOf(line),
  );
  if (twice >= 0) return refused(tooMany(twice));
  const none = refund.lines.length + refund.payments.length === 0;
  if (none && refund.shipping === 0n && refund.credit === 0n) {
    return refused(
      userError(null, 'Refund must have at least one refund line item, shipping or transaction'),
    );
  }
  const amount = refund.payments.reduce((sum, payment) => sum + payment.amount, refund.credit);
  const net = netPaymentOf(order).presentment;
  if (amount > net) {
    const shown = [amount, net].map((each) => moneyText(each, order.presentmentCurrency));
    return refused(
      userError(null, `Refund amount ${shown[0]} is greater than net payment received ${shown[1]}`),
    );
  }
  return { outcome: 'fine', refund };
}

function refused(error: UserError): RefundCheck {
  return { outcome: 'refused', errors: [error] };
}

function quantityOf(refund: CheckedRefund, line: LineState): number {
  return refund.lines.reduce((sum, each) => sum + (each.line === line ? each.quantity : 0), 0);
}

function tooMany(index: number): UserError {
  return userError(
    ['refundLineItems', String(index), 'quantity'],
    'Quantity cannot refund more items than were purchased',
  );
}

function checkCurrency(order: OrderState, { currency }: RefundInput): UserError | null {
  const wanted = order.presentmentCurrency;
  if (currency === null || currency === undefined) {
    return order.currency === wanted
      ? null
      : userError(['currency'], `Currency is required: the order was paid in ${wanted}`);
  }
  return currency === wanted
    ? null
    : userError(['currency'], `Currency must be the order's presentment currency ${wanted}`);
}

function checkLine(
  order: OrderState,
  input: RefundLineItemInput,
  index: number,
): UserError | CheckedRefund['lines'][number] {
  const at = ['refundLineItems', String(index)];
  const line = order.lines.find(({ id }) => id === input.lineItemId);
  if (!line) return userError([...at, 'lineItemId'], 'Line item does not exist');
  if (input.quantity > refundableQuantityOf(line)) return tooMany(index);
  if (input.quantity < 1) return userError([...at, 'quantity'], 'Quantity must be greater than 0');
  const restockType = input.restockType ?? 'NO_RESTOCK';
  const locationId = input.locationId ?? null;
  if (restockType === 'LEGACY_RESTOCK') {
    return userError([...at, 'restockType'], 'Restock type legacy_restock is not accepted');
  }
  if (restockType !== 'NO_RESTOCK' && locationId === null) {
    return userError([...at, 'locationId'], 'Location must be specified to restock items');
  }
  if (restockType === 'CANCEL' && input.quantity > line.unfulfilledQuantity) {
    return userError([...at, 'restockType'], 'Only unfulfilled items can be cancelled');
  }
  if (
    restockType === 'RETURN' &&
    input.quantity > line.currentQuantity - line.unfulfilledQuantity
  ) {
    return userError([...at, 'restockType'], 'Only fulfilled items can be returned');
  }
  return { line, quantity: input.quantity, restockType, locationId };
}

function checkShipping(
  order: OrderState,
  { shipping }: RefundInput,
): UserError | { readonly amount: Amount } {
  if (!shipping) return { amount: 0n };
  const most = refundableShippingOf(order);
  if (shipping.fullRefund === true) return { amount: most };
  const amount = amountOf(shipping.amount ?? '0', order.presentmentCurrency);
  if (amount === null) return userError(['shipping', 'amount'], 'Amount is invalid');
  return amount > most
    ? userError(
        ['shipping', 'amount'],
        `Shipping refund of ${graphqlAmount(amount)} is greater than the refundable ${graphqlAmount(most)}`,
      )
    : { amount };
}

function checkTransaction(
  order: OrderState,
  input: OrderTransactionInput,
): UserError | CheckedRefund['payments'][number] {
  if (input.kind !== 'REFUND') {
    return userError(null, `Kind ${input.kind.toLowerCase()} is not a valid transaction`);
  }
  const parent = order.transactions.find(({ id }) => id === input.parentId);
  if (input.orderId !== order.id || !parent || !isPayment(parent)) {
    return userError(
      ['transactions'],
      'Transactions require a parent_id associated with the order',
    );
  }
  const amount = amountOf(input.amount, order.presentmentCurrency);
  if (amount === null) return userError(['transactions'], 'Amount is invalid');
  // A gateway other than the parent's is accepted, and the parent's is used.
  return { parent, amount };
}

/** Paraphrased: Shopify's own words about store credit on refundCreate are not recorded. */
function checkCredit(
  order: OrderState,
  { refundMethods }: RefundInput,
): UserError | { readonly amount: Amount } {
  const amount = creditIn(refundMethods);
  if (amount > 0n && order.customerId === null) {
    return userError(['refundMethods'], 'Order must have a customer to refund to store credit');
  }
  return { amount };
}

/** The share of each named duty that goes with the refunded units of its line. */
export function dutiesIn(
  order: OrderState,
  {
    refundDuties,
    refundLineItems,
  }: {
    readonly refundDuties?: RefundInput['refundDuties'] | undefined;
    readonly refundLineItems?: RefundInput['refundLineItems'] | undefined;
  },
): Amount {
  const shares = (refundDuties ?? []).map(({ dutyId, refundType }) => {
    const line = order.lines.find(({ duties }) => duties.some(({ id }) => id === dutyId));
    const duty = line?.duties.find(({ id }) => id === dutyId);
    if (!line || !duty) return 0n;
    const units = (refundLineItems ?? [])
      .filter(({ lineItemId }) => lineItemId === line.id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    if (refundType === 'FULL') return duty.price.presentment;
    return shareOfLine(order, line, units, duty.price).presentment;
  });
  return shares.reduce((sum, share) => sum + share, 0n);
}

function amountOf(value: unknown, currency: string): Amount | null {
  const amount = parseAmount(String(value));
  return amount !== null && amount >= 0n && fitsCurrency(currency, amount) ? amount : null;
}

function moneyText(amount: Amount, currency: string): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(Number(graphqlAmount(amount)));
}
