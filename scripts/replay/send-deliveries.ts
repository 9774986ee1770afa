import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DeliveryReport,
  DeliveryRequest,
  ShopifyApi,
} from '../../tests/simulator/api/shopify-api.ts';

const atOnce = 16;
/** Shopify tries nine times within four hours; a machine that is only slow needs fewer. */
const tries = 5;

/** Sends each until it is acknowledged, sixteen at a time, and reports how each was answered in the end, in their order. */
export async function sendDeliveries(
  api: ShopifyApi,
  deliveries: readonly DeliveryRequest[],
  signal: AbortSignal,
): Promise<readonly DeliveryReport[]> {
  const reports: DeliveryReport[] = [];
  const waiting = deliveries.entries();
  const sendInTurn = async (): Promise<void> => {
    // The senders share the iterator: each takes the next that nobody took.
    for (const [index, delivery] of waiting) {
      signal.throwIfAborted();
      reports[index] = await deliverAsShopify(api, delivery);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendInTurn));
  return reports;
}

/** The same delivery, by its own id, until it is acknowledged. */
async function deliverAsShopify(
  api: ShopifyApi,
  delivery: DeliveryRequest,
): Promise<DeliveryReport> {
  let report = await api.deliver(delivery);
  for (let tried = 1; report.status !== 200 && tried < tries; tried += 1) {
    await sleep(1000 * tried);
    report = await api.deliver({ ...delivery, webhookId: report.webhookId });
  }
  return report;
}
