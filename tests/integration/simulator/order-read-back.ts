import type { ConnectedApp } from './connected-app.ts';

const read = `query Read($id: ID!) {
  order(id: $id) {
    id name createdAt displayFinancialStatus displayFulfillmentStatus cancelledAt refundable test
    currencyCode presentmentCurrencyCode customerLocale
    shippingAddress { countryCodeV2 }
    totalReceivedSet { presentmentMoney { amount currencyCode } }
    totalRefundedSet { presentmentMoney { amount } }
    totalShippingPriceSet { presentmentMoney { amount } }
    currentTotalPriceSet { presentmentMoney { amount currencyCode } shopMoney { amount currencyCode } }
    transactions(first: 9) { kind status gateway amountSet { presentmentMoney { amount } } parentTransaction { kind } }
    refunds(first: 9) { id note }
    lineItems(first: 9) { nodes { id title quantity currentQuantity unfulfilledQuantity refundableQuantity isGiftCard requiresShipping product { id } } }
    fulfillments(first: 9) {
      id status displayStatus inTransitAt deliveredAt trackingInfo(first: 3) { company number url }
      events(first: 9) { nodes { status happenedAt } }
      fulfillmentLineItems(first: 9) { nodes { quantity lineItem { id } } }
    }
    fulfillmentOrders(first: 9) { nodes { status fulfillBy deliveryMethod { maxDeliveryDateTime } fulfillmentHolds { reason } lineItems(first: 9) { nodes { remainingQuantity } } } }
  }
}`;

export interface ReadBack {
  readonly refundable: boolean;
  readonly totalReceivedSet: { readonly presentmentMoney: { readonly amount: string } };
}

/** Every scope that the reading needs. */
export const readingScopes = [
  ...['write_orders', 'read_products', 'read_locations', 'write_returns'],
  ...['read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'],
];

/** Reads a loaded order over HTTP; throws on any error in the answer. */
export async function readOrder(app: ConnectedApp, id: string): Promise<ReadBack> {
  const { data, errors } = (await app.admin(read, { id })).body;
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return (data as { readonly order: ReadBack }).order;
}
