import type { Gid } from '../domain/ids.ts';
import {
  nothingRead,
  type PatientTextReader,
  type ReadWords,
  type TextReader,
} from '../domain/intent.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { callAdmin, type AdminCaller } from './call-admin.server.ts';
import { orderFactsFrom } from './order-facts-from-wire.ts';
import { readDispatchRest } from './read-dispatch-lines.server.ts';
import { readAllLines } from './read-order-lines.server.ts';
import { readMoneyRest } from './read-order-money.server.ts';
import { readParcelRest } from './read-parcels.server.ts';
import { readReturns, type WireReturn } from './read-returns.server.ts';

export type ReadOrderFactsOutcome =
  | { readonly outcome: 'read'; readonly facts: OrderFacts }
  /** Deleted, or not this app's to see. */
  | { readonly outcome: 'no-such-order' }
  | { readonly outcome: 'unreachable'; readonly reason: string };

/*
 * Page sizes keep the naive cost (every object 1, lists by `first`) below the 1,000 points of a single query; what
 * doesn't fit is read page by page afterwards.
 */
const READ_ORDER_FACTS = `#graphql
  query ReadOrderFacts($orderId: ID!) {
    order(id: $orderId) {
      id
      name
      createdAt
      updatedAt
      cancelledAt
      closedAt
      test
      currencyCode
      presentmentCurrencyCode
      customerLocale
      note
      displayFinancialStatus
      displayFulfillmentStatus
      returnStatus
      refundable
      taxesIncluded
      shippingAddress { countryCodeV2 }
      customer { id }
      shippingLine { title }
      currentTotalPriceSet { shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }
      totalReceivedSet { presentmentMoney { amount currencyCode } }
      totalRefundedSet { presentmentMoney { amount currencyCode } }
      totalRefundedShippingSet { presentmentMoney { amount currencyCode } }
      totalShippingPriceSet { presentmentMoney { amount currencyCode } }
      paymentGatewayNames
      transactionsCount { count }
      transactions(first: 20) {
        id kind status gateway manualPaymentGateway processedAt
        amountSet { presentmentMoney { amount currencyCode } }
      }
      refunds(first: 6) {
        id createdAt note
        transactions(first: 5) {
          nodes { id kind status errorCode amountSet { presentmentMoney { amount currencyCode } } }
        }
      }
      disputes { id initiatedAs status }
      lineItems(first: 25) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id title sku quantity currentQuantity unfulfilledQuantity refundableQuantity requiresShipping isGiftCard
          discountedUnitPriceAfterAllDiscountsSet { presentmentMoney { amount currencyCode } }
          taxLines(first: 3) { priceSet { presentmentMoney { amount currencyCode } } }
          duties { id price { presentmentMoney { amount currencyCode } } }
        }
      }
      fulfillmentOrders(first: 4) {
        pageInfo { hasNextPage endCursor }
        nodes {
          id status fulfillBy
          fulfillmentHolds { reason }
          deliveryMethod { maxDeliveryDateTime }
          assignedLocation { countryCode location { id } }
          lineItems(first: 12) {
            pageInfo { hasNextPage endCursor }
            nodes { remainingQuantity lineItem { id } }
          }
        }
      }
      fulfillmentsCount { count }
      fulfillments(first: 5) {
        id name createdAt updatedAt status displayStatus estimatedDeliveryAt inTransitAt deliveredAt requiresShipping
        trackingInfo(first: 3) { company number url }
        originAddress { countryCode }
        location { address { countryCode } }
        fulfillmentLineItems(first: 10) {
          pageInfo { hasNextPage endCursor }
          nodes { quantity lineItem { id } }
        }
        events(first: 15, sortKey: HAPPENED_AT, reverse: true) { nodes { status happenedAt message country } }
      }
    }
  }
`;

/**
 * Everything the judgement needs of one order, read fresh. A part that Shopify refuses (scope, protected data) is
 * named in `facts.unread`; a part that is larger than a page is read to its end. What people wrote is read by `reader`.
 */
export async function readOrderFacts(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  reader: PatientTextReader,
): Promise<ReadOrderFactsOutcome> {
  const call = await callAdmin(caller, READ_ORDER_FACTS, { orderId });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const order = call.data.order;
  if (!order) {
    return call.denied.length > 0
      ? { outcome: 'unreachable', reason: `access denied: ${call.denied.join(', ')}` }
      : { outcome: 'no-such-order' };
  }
  const [lines, money, dispatches, parcels, returns] = await Promise.all([
    readAllLines(caller, orderId, order.lineItems),
    readMoneyRest(caller, orderId, order),
    readDispatchRest(caller, orderId, order.fulfillmentOrders),
    readParcelRest(caller, orderId, order),
    readReturns(caller, orderId, order),
  ]);
  if (lines.outcome === 'unreachable') return lines;
  if (money.outcome === 'unreachable') return money;
  if (dispatches.outcome === 'unreachable') return dispatches;
  if (parcels.outcome === 'unreachable') return parcels;
  if (returns.outcome === 'unreachable') return returns;
  const read = await readAll(textsIn(order.note, returns.returns), reader);
  return {
    outcome: 'read',
    facts: orderFactsFrom({
      read,
      order,
      lines: lines.nodes,
      transactions: money.rest?.transactions ?? order.transactions,
      refunds: money.rest?.refunds ?? order.refunds,
      dispatches: dispatches.rest ?? order.fulfillmentOrders.nodes,
      parcels: parcels.rest ?? order.fulfillments,
      returns: returns.returns,
      denied: [...call.denied, ...returns.denied],
    }),
  };
}

function textsIn(
  note: string | null | undefined,
  returns: readonly WireReturn[],
): readonly string[] {
  const notes = returns.flatMap(({ returnLineItems }) =>
    returnLineItems.nodes.map((line) => ('customerNote' in line ? line.customerNote : null)),
  );
  return [...new Set([note, ...notes].filter((text) => typeof text === 'string'))];
}

/** One after the other: what the first one cost may be all that there is for the day. */
async function readAll(texts: readonly string[], reader: PatientTextReader): Promise<TextReader> {
  const readings = new Map<string, ReadWords>();
  for (const text of texts) readings.set(text, await reader(text));
  return (text) => readings.get(text) ?? nothingRead;
}
