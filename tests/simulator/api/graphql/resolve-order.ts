import { GraphQLError } from 'graphql';
import { divideRounded, parseAmount, subtractBags, type Amount } from '../decimal.ts';
import {
  discountedTotalOf,
  maximumRefundableOf,
  netPaymentOf,
  receivedOf,
  refundableQuantityOf,
  refundedOf,
  refundedShippingOf,
} from '../orders/order-money.ts';
import type { LineState, OrderState, ReturnState } from '../orders/order-state.ts';
import { dutiesIn } from '../orders/check-refund.ts';
import type { RefundInput, RefundLineItemInput } from '../orders/refund-input.ts';
import { everythingOf, suggestRefund, type WantedLine } from '../orders/suggest-refund.ts';
import { connection, firstOf, type PageArguments } from './connection.ts';
import { canSeeDispatch } from './permission.ts';
import { moneyBag, numberIn, plain, type Resolvers, type ResolverTable } from './resolver.ts';

export interface LineNode {
  readonly order: OrderState;
  readonly line: LineState;
}

interface ReturnNode {
  readonly order: OrderState;
  readonly each: ReturnState;
}

interface ReturnLineNode {
  readonly order: OrderState;
  readonly part: ReturnState['lines'][number];
}

function returnStatusOf(returns: readonly ReturnState[]): string {
  if (returns.some(({ status }) => status === 'REQUESTED')) return 'RETURN_REQUESTED';
  if (returns.some(({ status }) => status === 'OPEN')) return 'IN_PROGRESS';
  return returns.some(({ status }) => status === 'CLOSED') ? 'RETURNED' : 'NO_RETURN';
}

interface SuggestionArguments {
  readonly refundLineItems?: readonly RefundLineItemInput[] | null;
  readonly refundShipping?: boolean | null;
  readonly shippingAmount?: string | number | null;
  readonly suggestFullRefund?: boolean | null;
  readonly refundDuties?: RefundInput['refundDuties'];
  readonly refundMethodAllocation?: string | null;
}

const order: Resolvers<OrderState> = {
  id: ({ id }) => id,
  legacyResourceId: ({ id }) => numberIn(id),
  name: ({ name }) => name,
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  processedAt: ({ processedAt }) => processedAt,
  cancelledAt: ({ cancelledAt }) => cancelledAt,
  closedAt: ({ closedAt }) => closedAt,
  cancellation: ({ cancelledAt, staffNote }) => (cancelledAt === null ? null : { staffNote }),
  test: ({ test }) => test,
  currencyCode: ({ currency }) => currency,
  presentmentCurrencyCode: ({ presentmentCurrency }) => presentmentCurrency,
  customerLocale: ({ customerLocale }) => customerLocale,
  note: ({ note }) => note,
  displayFinancialStatus: ({ financialStatus }) => financialStatus,
  displayFulfillmentStatus: ({ fulfillmentStatus }) => fulfillmentStatus,
  returnStatus: ({ returns }) => returnStatusOf(returns),
  returns: ({ returns, ...rest }, args: PageArguments) =>
    connection(
      returns.map((each): ReturnNode => ({ order: { returns, ...rest }, each })),
      args,
    ),
  customer: ({ customerId }) => (customerId === null ? null : { id: customerId }),
  shippingLine: ({ shipping }) => (shipping.title === null ? null : { title: shipping.title }),
  refundable: (source) => maximumRefundableOf(source) > 0n,
  taxesIncluded: ({ taxesIncluded }) => taxesIncluded,
  shippingAddress: ({ shippingAddress }) => shippingAddress,
  totalPriceSet: (source) => moneyBag(source, source.total),
  currentTotalPriceSet: (source) => moneyBag(source, source.currentTotal),
  subtotalPriceSet: (source) => moneyBag(source, source.subtotal),
  totalTaxSet: (source) => moneyBag(source, source.totalTax),
  totalReceivedSet: (source) => moneyBag(source, receivedOf(source)),
  totalRefundedSet: (source) => moneyBag(source, refundedOf(source)),
  netPaymentSet: (source) => moneyBag(source, netPaymentOf(source)),
  totalRefundedShippingSet: (source) => moneyBag(source, refundedShippingOf(source)),
  totalShippingPriceSet: (source) => moneyBag(source, source.shipping.price),
  paymentGatewayNames: ({ gatewayNames }) => gatewayNames,
  transactionsCount: ({ transactions }) => exactCount(transactions),
  transactions: (source, args: PageArguments) =>
    firstOf(source.transactions, args).map((transaction) => ({ order: source, transaction })),
  refunds: (source, args: PageArguments) =>
    firstOf(source.refunds, args).map((refund) => ({ order: source, refund })),
  disputes: ({ disputes }) => disputes,
  lineItems: (source, args: PageArguments) =>
    connection(
      source.lines.map((line): LineNode => ({ order: source, line })),
      args,
    ),
  fulfillmentOrders: (source, args: PageArguments, { scopes }) =>
    connection(
      source.fulfillmentOrders
        .filter((dispatch) => canSeeDispatch(scopes, dispatch))
        .map((dispatch) => ({ order: source, dispatch })),
      args,
    ),
  fulfillmentsCount: ({ fulfillments }) => exactCount(fulfillments),
  fulfillments: (source, args: PageArguments) =>
    firstOf(source.fulfillments, args).map((fulfillment) => ({ order: source, fulfillment })),
  suggestedRefund: suggestedRefundOf,
};

function exactCount(items: readonly unknown[]) {
  return { count: items.length, precision: 'EXACT' };
}

function suggestedRefundOf(source: OrderState, args: SuggestionArguments) {
  refuseUnsimulated(args);
  const full = args.suggestFullRefund === true;
  const lines = full
    ? everythingOf(source)
    : (args.refundLineItems ?? []).map((each) => wantedLine(source, each));
  const shipping = full ? 'all' : shippingWanted(args);
  const duties = full ? allDutiesOf(source) : dutiesIn(source, args);
  return { order: source, suggested: suggestRefund(source, { lines, shipping, duties }) };
}

/** Of the units that can still go back. */
function allDutiesOf(source: OrderState): Amount {
  return dutiesIn(source, {
    refundDuties: source.lines.flatMap(({ duties }) => duties.map(({ id }) => ({ dutyId: id }))),
    refundLineItems: everythingOf(source).map(({ line, quantity }) => ({
      lineItemId: line.id,
      quantity,
    })),
  });
}

function refuseUnsimulated(args: SuggestionArguments): void {
  if ((args.refundMethodAllocation ?? 'ORIGINAL_PAYMENT_METHODS') !== 'ORIGINAL_PAYMENT_METHODS') {
    throw notSimulated('suggestedRefund(refundMethodAllocation:)');
  }
}

function notSimulated(what: string): GraphQLError {
  return new GraphQLError(`The simulator does not simulate ${what}`, {
    extensions: { code: 'NOT_SIMULATED' },
  });
}

function wantedLine(source: OrderState, { lineItemId, quantity }: RefundLineItemInput): WantedLine {
  const line = source.lines.find(({ id }) => id === lineItemId);
  if (!line) throw badRequest('Line item does not exist');
  if (quantity > refundableQuantityOf(line)) {
    throw badRequest('Quantity cannot refund more items than were purchased');
  }
  return { line, quantity };
}

function shippingWanted({ shippingAmount, refundShipping }: SuggestionArguments): Amount | 'all' {
  if (shippingAmount === null || shippingAmount === undefined)
    return refundShipping === true ? 'all' : 0n;
  return parseAmount(String(shippingAmount)) ?? 0n;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}

const lineItem: Resolvers<LineNode> = {
  id: ({ line }) => line.id,
  title: ({ line }) => line.title,
  name: ({ line }) => line.title,
  sku: ({ line }) => line.sku,
  quantity: ({ line }) => line.quantity,
  currentQuantity: ({ line }) => line.currentQuantity,
  unfulfilledQuantity: ({ line }) => line.unfulfilledQuantity,
  refundableQuantity: ({ line }) => refundableQuantityOf(line),
  requiresShipping: ({ line }) => line.requiresShipping,
  isGiftCard: ({ line }) => line.isGiftCard,
  product: ({ line }) => (line.productId === null ? null : { id: line.productId }),
  originalUnitPriceSet: ({ order: of, line }) => moneyBag(of, line.unitPrice),
  totalDiscountSet: ({ order: of, line }) => moneyBag(of, line.discount),
  discountedUnitPriceAfterAllDiscountsSet: ({ order: of, line }) => {
    const whole = discountedTotalOf(line);
    const units = BigInt(Math.max(1, line.quantity));
    return moneyBag(of, {
      shop: divideRounded(whole.shop, units),
      presentment: divideRounded(whole.presentment, units),
    });
  },
  taxLines: ({ order: of, line }, args: PageArguments) =>
    firstOf(line.taxLines, args).map(({ title, rate, price }) => ({
      title,
      rate,
      priceSet: moneyBag(of, price),
    })),
  duties: ({ order: of, line }) =>
    line.duties.map(({ id, price }) => ({ id, price: moneyBag(of, price) })),
};

const returned: Resolvers<ReturnNode> = {
  id: ({ each }) => each.id,
  order: ({ order: of }) => of,
  name: ({ order: { name, returns }, each }) => `${name}-R${returns.indexOf(each) + 1}`,
  status: ({ each }) => each.status,
  totalQuantity: ({ each }) => each.lines.reduce((total, { quantity }) => total + quantity, 0),
  decline: ({ each }) => each.decline,
  createdAt: ({ each }) => each.createdAt,
  closedAt: ({ each }) => each.closedAt,
  refunds: ({ order: of, each }, args: PageArguments) =>
    connection(
      of.refunds
        .filter(({ id }) => each.refundIds.includes(id))
        .map((refund) => ({ order: of, refund })),
      args,
    ),
  returnLineItems: ({ order: of, each }, args: PageArguments) =>
    connection(
      each.lines.map((part) => ({ __typename: 'ReturnLineItem', order: of, part })),
      args,
    ),
};

const returnedLine: Resolvers<ReturnLineNode> = {
  id: ({ part }) => part.id,
  quantity: ({ part }) => part.quantity,
  processedQuantity: ({ part }) => part.processed,
  unprocessedQuantity: ({ part }) => part.quantity - part.processed,
  customerNote: ({ part }) => part.note,
  returnReasonDefinition: ({ part }) => (part.reason === null ? null : { handle: part.reason }),
  fulfillmentLineItem: ({ order: of, part }) => ({
    order: of,
    id: part.id,
    lineId: part.lineId,
    quantity: part.quantity,
    remaining: 0,
  }),
};

type SuggestedNode = ReturnType<typeof suggestedRefundOf>;

const suggestedRefund: Resolvers<SuggestedNode> = {
  amountSet: ({ order: of, suggested }) => moneyBag(of, suggested.amount),
  maximumRefundableSet: ({ order: of, suggested }) => moneyBag(of, suggested.maximumRefundable),
  subtotalSet: ({ order: of, suggested }) => moneyBag(of, suggested.subtotal),
  discountedSubtotalSet: ({ order: of, suggested }) => moneyBag(of, suggested.subtotal),
  totalTaxSet: ({ order: of, suggested }) => moneyBag(of, suggested.tax),
  totalDutiesSet: ({ order: of, suggested }) => moneyBag(of, suggested.duties),
  totalCartDiscountAmountSet: ({ order: of, suggested }) =>
    moneyBag(of, subtractBags(suggested.originalSubtotal, suggested.subtotal)),
  shipping: ({ order: of, suggested }) => ({
    amountSet: moneyBag(of, suggested.shipping),
    maximumRefundableSet: moneyBag(of, suggested.maximumShipping),
  }),
  suggestedTransactions: ({ order: of, suggested }) =>
    suggested.transactions.map(({ parent, amount, maximumRefundable }) => ({
      kind: 'SUGGESTED_REFUND',
      gateway: parent.gateway,
      formattedGateway: parent.gateway,
      accountNumber: null,
      amountSet: moneyBag(of, amount),
      maximumRefundableSet: moneyBag(of, maximumRefundable),
      parentTransaction: { order: of, transaction: parent },
    })),
};

export const orderResolvers: ResolverTable = {
  Order: order,
  LineItem: lineItem,
  SuggestedRefund: suggestedRefund,
  SuggestedOrderTransaction: plain(
    ...['kind', 'gateway', 'formattedGateway', 'accountNumber'],
    ...['amountSet', 'maximumRefundableSet', 'parentTransaction'],
  ),
  ShippingRefund: plain('amountSet', 'maximumRefundableSet'),
  MoneyBag: plain('shopMoney', 'presentmentMoney'),
  MoneyV2: plain('amount', 'currencyCode'),
  Count: plain('count', 'precision'),
  TaxLine: plain('title', 'rate', 'priceSet'),
  Product: plain('id'),
  Customer: plain('id'),
  ShippingLine: plain('title'),
  Duty: plain('id', 'price'),
  Return: returned,
  // The interface, for what is asked of it without naming the type.
  ReturnLineItemType: plain('id', 'quantity', 'processedQuantity', 'unprocessedQuantity'),
  ReturnLineItem: returnedLine,
  ReturnReasonDefinition: plain('handle'),
  ReturnDecline: plain('reason', 'note'),
  MailingAddress: {
    countryCodeV2: ({ countryCode }: { readonly countryCode: string | null }) => countryCode,
  },
  OrderCancellation: plain('staffNote'),
  OrderDisputeSummary: plain('id', 'initiatedAs', 'status'),
};
