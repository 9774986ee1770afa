import { lineIdOf } from './choose.ts';
import { load, onlySuggestion, suggestionsOf, type SuggestionRow } from './decide.ts';
import { daysBefore, restOrder } from './rest-order.ts';
import { shopDomain, waitUntil, type Stage } from './stage.ts';

/** Two mugs that came, and one thing that the buyer says of it. */
export async function complaint(
  stage: Stage,
  changes: Record<string, unknown> = {},
  note = 'It arrived broken',
): Promise<SuggestionRow & { readonly lineId: string; readonly returnId: string }> {
  const at = daysBefore(20);
  const order = restOrder({ created_at: at, updated_at: at, processed_at: at, ...changes });
  const orderId = load(stage, order);
  const { api } = stage.simulator;
  const parcel = api.addFulfillment(shopDomain, orderId, {
    trackingCompany: 'USPS',
    trackingNumber: '94',
    createdAt: daysBefore(15),
  });
  api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
  const lineId = lineIdOf(order);
  const lineItemId = lineId.replace('gid://shopify/LineItem/', '');
  const returnId = api.requestReturn(shopDomain, orderId, {
    lines: [{ lineItemId, quantity: 1, note, reason: 'defective' }],
  });
  await waitUntil(async () => (await suggestionsOf(stage, orderId)).length > 0, 'a suggestion');
  return { ...(await onlySuggestion(stage, orderId)), lineId, returnId };
}
