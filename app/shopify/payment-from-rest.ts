import { gidOf } from '../domain/ids.ts';
import { isPositive, larger, subtract, sum, zero, type Money } from '../domain/money.ts';
import type { PaymentFacts, RefundFacts } from '../domain/order-facts.ts';
import { earliest } from '../domain/time.ts';
import { presentmentOf, type OrderCurrencies } from './field-from-rest.ts';
import type { RestOrder, RestRefund, RestTransaction } from './order-from-rest.ts';

const notFinal = new Set(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']);
const failed = new Set(['FAILURE', 'ERROR']);
const manualGateways = /^(manual|cash|money order|bank deposit|cash on delivery.*)$/i;

export function refundsFromRest(order: RestOrder, currencies: OrderCurrencies): RefundFacts[] {
  return (order.refunds ?? []).map((refund) => {
    const transactions = refundTransactions(refund).map((transaction, index) => ({
      transactionId: gidOf('OrderTransaction', transaction.id ?? `${refund.id}${index}`),
      status: transaction.status.toUpperCase(),
      amount: presentmentOf(transaction.amount, transaction.amount_set, currencies),
      errorCode: transaction.error_code ?? null,
    }));
    return {
      refundId: gidOf('Refund', refund.id),
      createdAt: refund.created_at ?? null,
      note: refund.note ?? null,
      amount: sum(
        transactions.filter(({ status }) => !failed.has(status)).map(({ amount }) => amount),
        currencies.presentment,
      ),
      transactions,
    };
  });
}

function refundTransactions({ transactions }: RestRefund): readonly RestTransaction[] {
  return (transactions ?? []).filter(({ kind }) => kind.toUpperCase() === 'REFUND');
}

/** What came in and went back. Bodies without transactions say it by their financial status. */
export function paymentFromRest(
  order: RestOrder,
  currencies: OrderCurrencies,
  refunds: readonly RefundFacts[],
): PaymentFacts {
  const none = zero(currencies.presentment);
  const total = presentmentOf(
    order.current_total_price ?? order.total_price,
    order.current_total_price_set ?? order.total_price_set,
    currencies,
  );
  const charged = presentmentOf(order.total_price, order.total_price_set, currencies);
  // Without a word on it nothing is known to have come in: silence is not taken for a payment.
  const status = order.financial_status?.toUpperCase() ?? '';
  const sent = refunds.flatMap(({ transactions }) => transactions);
  const back = sum(
    sent.filter((one) => one.status === 'SUCCESS').map(({ amount }) => amount),
    currencies.presentment,
  );
  const pending = sum(
    sent.filter((one) => notFinal.has(one.status)).map(({ amount }) => amount),
    currencies.presentment,
  );
  const payments = (order.transactions ?? []).filter(isPayment);
  const listed = sum(
    payments.map((one) => presentmentOf(one.amount, one.amount_set, currencies)),
    currencies.presentment,
  );
  const received =
    payments.length > 0
      ? listed
      : larger(receivedBy(status, order, { charged, none, currencies }), back);
  // A fully refunded order whose body names no refund was paid back all the same.
  const refunded = status === 'REFUNDED' && !isPositive(back) ? received : back;
  const paidAt = earliest(payments.map((one) => one.processed_at ?? one.created_at ?? null));
  const gateways = order.payment_gateway_names ?? [];
  return {
    total,
    shopTotal: shopTotalOf(order, currencies),
    received,
    refunded,
    refundPending: pending,
    paidAt: paidAt ?? (isPositive(received) ? (order.processed_at ?? order.created_at) : null),
    gateways,
    manualGateway: gateways.some((name) => manualGateways.test(name)),
  };
}

function isPayment({ kind, status }: RestTransaction): boolean {
  return ['SALE', 'CAPTURE'].includes(kind.toUpperCase()) && status.toUpperCase() === 'SUCCESS';
}

function receivedBy(
  status: string,
  order: RestOrder,
  known: { readonly charged: Money; readonly none: Money; readonly currencies: OrderCurrencies },
): Money {
  switch (status) {
    case 'PAID':
    case 'PARTIALLY_REFUNDED':
    case 'REFUNDED':
      return known.charged;
    case 'PARTIALLY_PAID': {
      const outstanding = presentmentOf(order.total_outstanding, null, known.currencies);
      return larger(subtract(known.charged, outstanding), known.none);
    }
    default:
      // Authorized, pending, voided, expired: nothing came in.
      return known.none;
  }
}

function shopTotalOf(order: RestOrder, { shop }: OrderCurrencies): Money {
  const set = order.current_total_price_set ?? order.total_price_set;
  return presentmentOf(
    set?.shop_money.amount ?? order.current_total_price ?? order.total_price,
    null,
    { shop, presentment: shop, rate: 1 },
  );
}

/** Shipping that went back, which bodies carry as adjustments of the order: negative, with its tax apart. */
export function shippingRefundedIn(order: RestOrder, currencies: OrderCurrencies): Money {
  const none = zero(currencies.presentment);
  return (order.refunds ?? [])
    .flatMap(({ order_adjustments }) => order_adjustments ?? [])
    .filter(({ kind }) => kind === 'shipping_refund')
    .reduce(
      (sofar, one) =>
        subtract(
          subtract(sofar, presentmentOf(one.amount, one.amount_set, currencies)),
          presentmentOf(one.tax_amount, one.tax_amount_set, currencies),
        ),
      none,
    );
}
