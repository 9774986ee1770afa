import type { DeliveryReport, DeliveryRequest, SimulatorClock } from '../shopify-api.ts';
import { writeJson, type JsonObject } from '../json.ts';
import type { AppConfig, WebhookSubscription } from '../read-app-config.ts';
import { reduceFields } from './reduce-fields.ts';
import { freshId, sendDelivery, signDelivery, type SignedDelivery } from './send-delivery.ts';

/** Shopify retries eight times within four hours; here the first pause is 0.2 s and each next one twice as long. */
const retries = 8;
const firstPauseMs = 200;

export interface Outbox {
  readonly deliverTo: (appOrigin: string) => void;
  /** One webhook of a change to every subscription of its topic; nothing happens before `deliverTo`. */
  readonly announce: (
    shop: string,
    topic: string,
    payload: JsonObject | null,
    eventId: string,
  ) => void;
  readonly deliver: (delivery: DeliveryRequest) => Promise<DeliveryReport>;
  /** What the subscription to a topic would send of a payload. */
  readonly reduced: (topic: string, payload: JsonObject) => JsonObject;
  readonly settled: () => Promise<void>;
  readonly close: () => void;
}

export function openOutbox(options: {
  readonly config: AppConfig;
  readonly apiSecret: string;
  readonly clock: SimulatorClock;
}): Outbox {
  const { config, apiSecret, clock } = options;
  const world: { origin: string | null; closed: boolean } = { origin: null, closed: false };
  const pending = new Set<Promise<void>>();
  const pauses = new Map<NodeJS.Timeout, () => void>();

  const subscriptionsTo = (topic: string): readonly WebhookSubscription[] =>
    config.subscriptions.filter(({ topics }) => topics.includes(topic));

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        pauses.delete(timer);
        resolve();
      }, milliseconds);
      pauses.set(timer, resolve);
    });

  const sendWithRetries = async (delivery: SignedDelivery): Promise<void> => {
    for (let attempt = 0; attempt <= retries; attempt += 1) {
      if (attempt > 0) await pause(firstPauseMs * 2 ** (attempt - 1));
      if (world.closed) return;
      const { status } = await sendDelivery(delivery);
      if (status !== null && status >= 200 && status < 300) return;
    }
  };

  const sign = (
    delivery: DeliveryRequest,
    webhookId: string,
    eventId: string,
    name: string | null,
  ): Omit<SignedDelivery, 'url'> => {
    const body = typeof delivery.body === 'string' ? delivery.body : writeJson(delivery.body);
    const { shop, topic } = delivery;
    const signed = signDelivery({
      ...{ shop, topic, body, webhookId, eventId, apiSecret, name },
      apiVersion: config.webhookApiVersion,
      triggeredAt: clock.now(),
    });
    const own = Object.entries(delivery.headers ?? {}).map(
      ([key, value]): readonly [string, string] => [key.toLowerCase(), value],
    );
    return { body, headers: Object.fromEntries([...Object.entries(signed), ...own]) };
  };

  return {
    deliverTo(appOrigin) {
      world.origin = appOrigin;
    },
    announce(shop, topic, payload, eventId) {
      const { origin, closed } = world;
      if (origin === null || payload === null || closed) return;
      for (const { uri, includeFields, name } of subscriptionsTo(topic)) {
        const body = reduceFields(payload, includeFields);
        const signed = sign({ shop, topic, body }, freshId(), eventId, name);
        const sending = sendWithRetries({ ...signed, url: urlOf(origin, uri) });
        pending.add(sending);
        void sending.finally(() => pending.delete(sending));
      }
    },
    async deliver(delivery) {
      const { origin } = world;
      if (origin === null) throw new Error('nobody to deliver to: call deliverTo first');
      const webhookId = delivery.webhookId ?? freshId();
      const uri = subscriptionsTo(delivery.topic)[0]?.uri ?? config.subscriptions[0]?.uri ?? '/';
      const signed = sign(delivery, webhookId, freshId(), null);
      return { webhookId, ...(await sendDelivery({ ...signed, url: urlOf(origin, uri) })) };
    },
    reduced(topic, payload) {
      const fields = subscriptionsTo(topic)[0]?.includeFields ?? null;
      return reduceFields(payload, fields);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
    close() {
      world.closed = true;
      for (const [timer, resume] of pauses) {
        clearTimeout(timer);
        resume();
      }
      pauses.clear();
    },
  };
}

function urlOf(origin: string, uri: string): string {
  return /^https?:/.test(uri) ? uri : new URL(uri, origin).href;
}
