import type { HistoryStage } from '../domain/history.ts';
import type { Instant } from '../domain/time.ts';

/*
 * What bulk operations run. A bulk query may hold five connections, two levels below the first, none of them within a list, and
 * reads `edges { node { id` (https://shopify.dev/docs/api/usage/bulk-operations/queries): hence two of them, and parcels'
 * scans by way of fulfillment orders. Not called as operations, so no page sizes.
 */

const money = '{ presentmentMoney { amount currencyCode } }';
const bothMoneys = '{ shopMoney { amount currencyCode } presentmentMoney { amount currencyCode } }';

/** The same fields as `read-order-facts.server.ts` reads, and what the order came to when it was placed. No notes. */
const orderFields = `
  id name createdAt updatedAt cancelledAt closedAt test currencyCode presentmentCurrencyCode customerLocale
  displayFinancialStatus displayFulfillmentStatus returnStatus refundable taxesIncluded
  shippingAddress { countryCodeV2 }
  customer { id }
  shippingLine { title }
  currentTotalPriceSet ${bothMoneys}
  totalPriceSet ${bothMoneys}
  totalReceivedSet ${money}
  totalRefundedSet ${money}
  totalRefundedShippingSet ${money}
  totalShippingPriceSet ${money}
  paymentGatewayNames
  transactions { id kind status gateway manualPaymentGateway processedAt amountSet ${money} }
  refunds { id createdAt note totalRefundedSet ${money} }
  disputes { id initiatedAs status }
  fulfillments {
    id name createdAt updatedAt status displayStatus estimatedDeliveryAt inTransitAt deliveredAt requiresShipping
    trackingInfo(first: 3) { company number url }
    originAddress { countryCode }
    location { address { countryCode } }
  }
  lineItems { edges { node {
    id title sku quantity currentQuantity unfulfilledQuantity refundableQuantity requiresShipping isGiftCard
    discountedUnitPriceAfterAllDiscountsSet ${money}
    taxLines(first: 3) { priceSet ${money} }
    duties { id price ${money} }
  } } }
  returns { edges { node {
    id status createdAt closedAt
    refunds { edges { node { id } } }
    returnLineItems { edges { node {
      id
      ... on ReturnLineItem {
        quantity customerNote processedQuantity
        returnReasonDefinition { handle }
        fulfillmentLineItem { lineItem { id } }
      }
    } } }
  } } }`;

const dispatchFields = `
  id orderId status fulfillBy
  deliveryMethod { maxDeliveryDateTime }
  assignedLocation { countryCode location { id } }
  lineItems { edges { node { id totalQuantity lineItem { id } } } }
  fulfillments { edges { node {
    id
    fulfillmentLineItems { edges { node { id quantity lineItem { id } } } }
    events(sortKey: HAPPENED_AT) { edges { node { id status happenedAt createdAt message country } } }
  } } }`;

/** The bulk query of a stage: what was placed, or moved, since then. */
export function historyQuery(stage: HistoryStage, since: Instant | null): string {
  switch (stage) {
    case 'orders':
      return `{ orders${argumentsOf(searched('created_at', since))} { edges { node { ${orderFields} } } } }`;
    case 'parcels': {
      const given = argumentsOf(['includeClosed: true', ...searched('updated_at', since)]);
      return `{ fulfillmentOrders${given} { edges { node { ${dispatchFields} } } } }`;
    }
  }
}

function searched(field: string, since: Instant | null): readonly string[] {
  return since === null ? [] : [`query: ${JSON.stringify(`${field}:>='${since}'`)}`];
}

function argumentsOf(given: readonly string[]): string {
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}
