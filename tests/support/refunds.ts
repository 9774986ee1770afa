import type { SimulatedOrder } from '#tests/simulator/api/shopify-api.ts';
import { setHold, suggested, type SuggestionRow } from './decide.ts';
import { silentOrder } from './rest-order.ts';
import { shopDomain, type Stage } from './stage.ts';

export interface AttemptRow {
  readonly state: string;
  readonly money_status: string | null;
  readonly sends: number;
}

/** Shopify behaves again, and approvals are held for a second. */
export async function startOver(stage: Stage): Promise<void> {
  Object.assign(stage.simulator.api.faults, {
    dropRefundAnswers: 0,
    failRefunds: 0,
    pendingRefunds: false,
    throttle: 0,
    delayMs: 0,
    down: false,
  });
  await setHold(stage, 1);
}

export function orderOf(stage: Stage, { shop, order_id: orderId }: SuggestionRow): SimulatedOrder {
  const order = stage.simulator.api.order(shop, orderId);
  if (!order) throw new Error('no order');
  return order;
}

export function refundCallsFor(stage: Stage, { order_id: orderId }: SuggestionRow) {
  return stage.simulator.api
    .calls()
    .filter(
      ({ operation, variables }) =>
        operation === 'CreateRefund' && JSON.stringify(variables).includes(orderId),
    );
}

/** Oldest first. */
export function attemptsOf(stage: Stage, { id }: SuggestionRow): Promise<readonly AttemptRow[]> {
  return stage.query<AttemptRow & Record<string, unknown>>(
    'select state, money_status, sends from refund_attempt where suggestion_id = $1 order by intended_at',
    [id],
  );
}

/** A parcel within the country, silent for twelve days, and suggested. */
export async function silentParcel(
  stage: Stage,
): Promise<SuggestionRow & { readonly fulfillmentId: string }> {
  const { order, scannedAt } = silentOrder();
  let fulfillmentId = '';
  const suggestion = await suggested(stage, order, (orderId) => {
    const { api } = stage.simulator;
    const parcel = { trackingCompany: 'USPS', trackingNumber: '9400', createdAt: scannedAt };
    fulfillmentId = api.addFulfillment(shopDomain, orderId, parcel);
    api.addScan(shopDomain, fulfillmentId, { status: 'IN_TRANSIT', happenedAt: scannedAt });
  });
  return { ...suggestion, fulfillmentId };
}

/** After this nothing more can happen to an approval: hold and first tries are long over. */
export function wellAfterTheHold(): Promise<void> {
  return new Promise((settle) => setTimeout(settle, 3500));
}
