import type { ReadOrderFactsQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import type { TextReader } from '../domain/intent.ts';
import { sum, zero, type Money } from '../domain/money.ts';
import type { LineFacts, OrderFacts, RefundFacts, UnreadPart } from '../domain/order-facts.ts';
import { earliest } from '../domain/time.ts';
import { dispatchFrom, parcelFrom } from './delivery-from-wire.ts';
import { instantFrom, maybeInstant } from './instant-from-wire.ts';
import { roundedFromWire } from './money-from-wire.ts';
import { noteFrom } from './note-from-text.ts';
import type { WireReturn } from './read-returns.server.ts';
import { returnFrom } from './return-from-wire.ts';

type WireOrder = NonNullable<ReadOrderFactsQuery['order']>;
type WireLine = WireOrder['lineItems']['nodes'][number];
type WireTransaction = WireOrder['transactions'][number];
type WireRefund = WireOrder['refunds'][number];

export interface WireParts {
  readonly order: WireOrder;
  readonly lines: readonly WireLine[];
  readonly transactions: readonly WireTransaction[];
  readonly refunds: readonly WireRefund[];
  readonly dispatches: WireOrder['fulfillmentOrders']['nodes'];
  readonly parcels: WireOrder['fulfillments'];
  readonly returns: readonly WireReturn[];
  /** Paths that Shopify refused to show, e.g. `order.fulfillmentOrders`. */
  readonly denied: readonly string[];
  readonly read: TextReader;
}

/** Shopify's answer, with all its pages, as the facts that the judgement reads. */
export function orderFactsFrom(parts: WireParts): OrderFacts {
  const { order } = parts;
  const total = roundedFromWire(order.currentTotalPriceSet.presentmentMoney);
  const currency = total.currencyCode;
  const paid = parts.transactions.filter(isPayment);
  return {
    orderId: order.id as Gid<'Order'>,
    name: order.name,
    createdAt: instantFrom(order.createdAt),
    updatedAt: instantFrom(order.updatedAt),
    cancelledAt: maybeInstant(order.cancelledAt),
    closedAt: maybeInstant(order.closedAt),
    test: order.test,
    currency,
    financialStatus: order.displayFinancialStatus ?? null,
    fulfillmentStatus: order.displayFulfillmentStatus,
    destinationCountry: order.shippingAddress?.countryCodeV2 ?? null,
    customerLocale: order.customerLocale ?? null,
    note: noteFrom(order.note, { updatedAt: instantFrom(order.updatedAt), read: parts.read }),
    customerId: (order.customer?.id ?? null) as Gid<'Customer'> | null,
    refundable: order.refundable,
    payment: {
      total,
      shopTotal: roundedFromWire(order.currentTotalPriceSet.shopMoney),
      received: roundedFromWire(order.totalReceivedSet.presentmentMoney),
      refunded: roundedFromWire(order.totalRefundedSet.presentmentMoney),
      refundPending: pendingIn(parts.transactions, currency),
      paidAt: earliest(paid.map((transaction) => maybeInstant(transaction.processedAt))),
      gateways: order.paymentGatewayNames,
      manualGateway: paid.some((transaction) => transaction.manualPaymentGateway),
    },
    shipping: {
      price: roundedFromWire(order.totalShippingPriceSet.presentmentMoney),
      refunded: roundedFromWire(order.totalRefundedShippingSet.presentmentMoney),
      service: order.shippingLine?.title ?? null,
    },
    lines: parts.lines.map((line) => lineFrom(line, order.taxesIncluded, total)),
    dispatches: parts.dispatches.map(dispatchFrom),
    parcels: parts.parcels.map(parcelFrom),
    refunds: parts.refunds.map((refund) => refundFrom(refund, total)),
    disputes: order.disputes.map(({ id, initiatedAs, status }) => ({
      disputeId: id,
      initiatedAs,
      status,
      // The summary tells neither.
      reason: null,
      openedAt: null,
    })),
    returns: parts.returns.map((one) =>
      returnFrom(one, { orderUpdatedAt: instantFrom(order.updatedAt), read: parts.read }),
    ),
    returnStatus: order.returnStatus,
    unread: unreadParts(parts.denied),
  };
}

const notFinal = new Set(['PENDING', 'AWAITING_RESPONSE', 'UNKNOWN']);

/** `totalRefundedSet` leaves refunds out until they succeed: what is under way is counted here. */
function pendingIn(
  transactions: readonly WireTransaction[],
  currency: Money['currencyCode'],
): Money {
  return sum(
    transactions
      .filter(({ kind, status }) => kind === 'REFUND' && notFinal.has(status))
      .map(({ amountSet }) => roundedFromWire(amountSet.presentmentMoney)),
    currency,
  );
}

function isPayment({ kind, status }: WireTransaction): boolean {
  return (kind === 'SALE' || kind === 'CAPTURE') && status === 'SUCCESS';
}

function lineFrom(line: WireLine, taxesIncluded: boolean, total: Money): LineFacts {
  const taxes = line.taxLines.map(({ priceSet }) => roundedFromWire(priceSet.presentmentMoney));
  return {
    lineItemId: line.id as Gid<'LineItem'>,
    title: line.title,
    sku: line.sku ?? null,
    quantity: line.quantity,
    currentQuantity: line.currentQuantity,
    unfulfilledQuantity: line.unfulfilledQuantity,
    refundableQuantity: line.refundableQuantity,
    requiresShipping: line.requiresShipping,
    isGiftCard: line.isGiftCard,
    unitPrice: roundedFromWire(line.discountedUnitPriceAfterAllDiscountsSet.presentmentMoney),
    duties: sum(
      line.duties.map(({ price }) => roundedFromWire(price.presentmentMoney)),
      total.currencyCode,
    ),
    dutyIds: line.duties.map((duty) => duty.id as Gid<'Duty'>),
    tax: taxesIncluded ? zero(total.currencyCode) : sum(taxes, total.currencyCode),
  };
}

function refundFrom(refund: WireRefund, total: Money): RefundFacts {
  const transactions = refund.transactions.nodes.map((transaction) => ({
    transactionId: transaction.id as Gid<'OrderTransaction'>,
    status: transaction.status,
    amount: roundedFromWire(transaction.amountSet.presentmentMoney),
    errorCode: transaction.errorCode ?? null,
  }));
  const standing = transactions.filter(({ status }) => status !== 'FAILURE' && status !== 'ERROR');
  return {
    refundId: refund.id as Gid<'Refund'>,
    createdAt: maybeInstant(refund.createdAt),
    note: refund.note ?? null,
    amount: sum(
      standing.map(({ amount }) => amount),
      total.currencyCode,
    ),
    transactions,
  };
}

const partOfPath: readonly (readonly [string, UnreadPart])[] = [
  ['order.shippingAddress', 'destination'],
  ['order.fulfillmentOrders', 'dispatches'],
  ['order.fulfillments', 'parcels'],
  ['order.disputes', 'disputes'],
  ['order.returns', 'returns'],
  ['order.customer', 'customer'],
  ['order.returnStatus', 'returns'],
  ['order.lineItems', 'lines'],
];

function unreadParts(denied: readonly string[]): readonly UnreadPart[] {
  return partOfPath
    .filter(([path]) => denied.some((refused) => refused.startsWith(path)))
    .map(([, part]) => part);
}
