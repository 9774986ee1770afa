import { addBags, parseAmount, subtractBags, type Bag } from '../decimal.ts';
import { objectsIn, textOf, type JsonObject } from '../json.ts';
import { bagOf, type Rate } from './order-money.ts';
import { OrderRefused } from './order-refused.ts';
import type { TransactionState } from './order-state.ts';
import { bagInOwnCurrency, gidIn, optionalInstant, requiredInstant, upper } from './read-field.ts';

const manualGateways = /^(manual|cash|money order|bank deposit|cash on delivery.*)$/i;

function isManualGateway(gateway: string | null): boolean {
  return gateway !== null && manualGateways.test(gateway);
}

export function loadTransaction(json: JsonObject, order: Rate): TransactionState {
  const id = gidIn(json, 'OrderTransaction', 'a transaction');
  const what = `transaction ${textOf(json['id'])}`;
  const createdAt = requiredInstant(json, 'created_at', what);
  const parent = textOf(json['parent_id']);
  const gateway = textOf(json['gateway']);
  const manual = json['manual_payment_gateway'];
  return {
    id,
    kind: upper(json['kind']) ?? 'UNKNOWN',
    status: upper(json['status']) ?? 'UNKNOWN',
    gateway,
    amount: bagInOwnCurrency(json, what, order),
    parentId: parent === null ? null : `gid://shopify/OrderTransaction/${parent}`,
    createdAt,
    processedAt: optionalInstant(json, 'processed_at', what) ?? createdAt,
    errorCode: upper(json['error_code']),
    manual: typeof manual === 'boolean' ? manual : isManualGateway(gateway),
    test: json['test'] === true,
  };
}

export interface PaymentBasis extends Rate {
  readonly processedAt: string;
  readonly financialStatus: string | null;
  readonly gatewayNames: readonly string[];
  readonly test: boolean;
}

const paidStatuses = new Set(['PAID', 'PARTIALLY_REFUNDED']);

/**
 * The order's own transactions. Webhook payloads of orders carry none, so that without them the payment follows from
 * what the order says: all of it for a paid or partly refunded order, all but the outstanding part for a partly paid one.
 * A successful refund proves that its parent received at least as much, whatever the status says; a fully refunded order
 * received just that. Nothing else is derived.
 */
export function loadPayments(
  json: JsonObject,
  order: PaymentBasis,
  refunds: readonly TransactionState[],
  newId: () => string,
): readonly TransactionState[] {
  const given = objectsIn(json['transactions'])
    .map((transaction) => loadTransaction(transaction, order))
    .filter(({ id }) => !refunds.some((refund) => refund.id === id));
  const known = new Set(given.map(({ id }) => id));
  const parents = [
    ...new Set(refunds.flatMap(({ parentId }) => (parentId ? [parentId] : []))),
  ].filter((id) => !known.has(id));
  if (given.length > 0 && parents.length === 0) return given;
  if (
    given.length === 0 &&
    parents.length === 0 &&
    order.financialStatus === 'PARTIALLY_REFUNDED'
  ) {
    throw new OrderRefused('partially_refunded, but no refund says how much went back');
  }
  const proven = parents.map((id) => ({
    id,
    amount: addBags(
      ...refunds
        .filter((each) => each.parentId === id && each.status === 'SUCCESS')
        .map(({ amount }) => amount),
    ),
  }));
  const received = given.length > 0 ? null : receivedBy(json, order);
  const rest = received
    ? subtractBags(received, addBags(...proven.map(({ amount }) => amount)))
    : null;
  const payments = proven.map((payment, index) =>
    index === 0 && rest && rest.presentment > 0n
      ? { ...payment, amount: addBags(payment.amount, rest) }
      : payment,
  );
  if (payments.length === 0 && rest && rest.presentment > 0n)
    payments.push({ id: newId(), amount: rest });
  const sales = payments.map(({ id, amount }) => paymentOf(order, { id, kind: 'SALE', amount }));
  return [...given, ...sales, ...authorizationOf(order, given, newId)];
}

/** What the buyer paid by the order's own word; null when it doesn't say. */
function receivedBy(json: JsonObject, order: PaymentBasis): Bag | null {
  if (order.financialStatus !== null && paidStatuses.has(order.financialStatus)) return order.total;
  if (order.financialStatus !== 'PARTIALLY_PAID') return null;
  const outstanding = parseAmount(textOf(json['total_outstanding']) ?? '');
  if (outstanding === null || order.total.shop === 0n) return null;
  const received = bagOf(order, order.total.presentment - toPresentment(order, outstanding));
  return received.presentment > 0n ? received : null;
}

function toPresentment(order: Rate, shop: bigint): bigint {
  return order.currency === order.presentmentCurrency
    ? shop
    : (shop * order.total.presentment) / order.total.shop;
}

function authorizationOf(
  order: PaymentBasis,
  given: readonly TransactionState[],
  newId: () => string,
): readonly TransactionState[] {
  const needed =
    given.length === 0 && order.financialStatus === 'AUTHORIZED' && order.total.presentment > 0n;
  return needed
    ? [paymentOf(order, { id: newId(), kind: 'AUTHORIZATION', amount: order.total })]
    : [];
}

function paymentOf(
  order: PaymentBasis,
  payment: { readonly id: string; readonly kind: string; readonly amount: Bag },
): TransactionState {
  const gateway = order.gatewayNames.find((name) => name !== '') ?? null;
  return {
    ...payment,
    status: 'SUCCESS',
    gateway,
    parentId: null,
    createdAt: order.processedAt,
    processedAt: order.processedAt,
    errorCode: null,
    manual: isManualGateway(gateway),
    test: order.test,
  };
}
