import type { ConnectedApp } from './connected-app.ts';

export const refundCreate = `mutation CreateRefund($input: RefundInput!, $key: String!) {
  refundCreate(input: $input) @idempotent(key: $key) {
    refund {
      id note
      totalRefundedSet { presentmentMoney { amount } }
      transactions(first: 5) { nodes { id status gateway amountSet { presentmentMoney { amount currencyCode } shopMoney { amount currencyCode } } } }
      refundLineItems(first: 5) { nodes { quantity restockType restocked subtotalSet { presentmentMoney { amount } } } }
    }
    order { displayFinancialStatus }
    userErrors { field message }
  }
}`;

const readOrder = `query Read($id: ID!) {
  order(id: $id) {
    displayFinancialStatus displayFulfillmentStatus refundable
    totalRefundedSet { presentmentMoney { amount } }
    totalReceivedSet { presentmentMoney { amount } }
    currentTotalPriceSet { presentmentMoney { amount } }
    transactions(first: 10) { id kind gateway }
    lineItems(first: 10) { nodes { refundableQuantity currentQuantity unfulfilledQuantity } }
    fulfillmentOrders(first: 5) { nodes { status lineItems(first: 5) { nodes { remainingQuantity } } } }
  }
}`;

export interface Refund {
  readonly id: string;
  readonly transactions: { readonly nodes: readonly { readonly status: string }[] };
  readonly refundLineItems: { readonly nodes: readonly object[] };
}

export interface RefundReply {
  readonly data?: {
    readonly refundCreate: {
      readonly refund: Refund | null;
      readonly userErrors: readonly object[];
      readonly order: object | null;
    } | null;
  };
  readonly errors?: readonly {
    readonly message: string;
    readonly path: unknown;
    readonly extensions: { readonly code: string };
  }[];
}

let keys = 0;

/** Sends a refund; under a key of its own when none is given. */
export async function refund(
  app: ConnectedApp,
  input: object,
  key = `key ${(keys += 1)}`,
): Promise<RefundReply> {
  return (await app.admin(refundCreate, { input, key })).body;
}

/** Shopify's wire form of a refund of an amount, from the order's first sale. */
export function money(
  app: ConnectedApp,
  orderId: string,
  amount: string,
  changes: Readonly<Record<string, unknown>> = {},
) {
  const sale = app.api.order(app.shop, orderId)?.transactions.find(({ kind }) => kind === 'SALE');
  const gateway = 'shopify_payments';
  const transaction = { orderId, gateway, kind: 'REFUND', amount, parentId: sale?.id ?? null };
  return { orderId, transactions: [{ ...transaction, ...changes }] };
}

export async function readBack(app: ConnectedApp, id: string): Promise<object> {
  const { body } = await app.admin(readOrder, { id });
  return (body as { readonly data: { readonly order: object } }).data.order;
}
