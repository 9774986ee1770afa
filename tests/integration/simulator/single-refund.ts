import type { ConnectedApp } from './connected-app.ts';

/** A refund of 1.00 written out, with the order as its key. */
export function refundOf(app: ConnectedApp, orderId: string): string {
  const parentId = app.api.order(app.shop, orderId)?.transactions[0]?.id;
  return `mutation R { refundCreate(input: { orderId: "${orderId}", transactions: [{ orderId: "${orderId}", gateway: "x", kind: REFUND, amount: "1.00", parentId: "${parentId}" }] }) @idempotent(key: "${orderId}") { refund { id } userErrors { message } } }`;
}
