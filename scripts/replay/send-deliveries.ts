import type {
  DeliveryReport,
  DeliveryRequest,
  ShopifyApi,
} from '../../tests/simulator/api/shopify-api.ts';

const atOnce = 16;

/** Sends each once, sixteen at a time, and reports how each was answered, in their order. */
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
      reports[index] = await api.deliver(delivery);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sendInTurn));
  return reports;
}
