import { createHmac, randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface SignedDelivery {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SendReport {
  /** Null: no answer in time. */
  readonly status: number | null;
  readonly milliseconds: number;
}

/** Shopify's own limits: one second to connect, five in all. */
const connectMs = 1000;
const totalMs = 5000;

export function signDelivery(delivery: {
  readonly shop: string;
  readonly topic: string;
  readonly body: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly apiVersion: string;
  readonly apiSecret: string;
  readonly triggeredAt: Date;
  readonly name?: string | null;
}): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json',
    'user-agent': 'Shopify-Captain-Hook',
    'x-shopify-topic': delivery.topic,
    'x-shopify-hmac-sha256': createHmac('sha256', delivery.apiSecret)
      .update(delivery.body)
      .digest('base64'),
    'x-shopify-shop-domain': delivery.shop,
    'x-shopify-api-version': delivery.apiVersion,
    'x-shopify-webhook-id': delivery.webhookId,
    'x-shopify-event-id': delivery.eventId,
    'x-shopify-triggered-at': delivery.triggeredAt.toISOString(),
    ...(delivery.name ? { 'x-shopify-name': delivery.name } : {}),
  };
}

export function freshId(): string {
  return randomUUID();
}

/** Sends once; never rejects. */
export function sendDelivery(delivery: SignedDelivery): Promise<SendReport> {
  const start = performance.now();
  return new Promise((resolve) => {
    const send = delivery.url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(delivery.url, {
      method: 'POST',
      agent: false,
      headers: { ...delivery.headers, 'content-length': String(Buffer.byteLength(delivery.body)) },
    });
    const end = (status: number | null): void => {
      clearTimeout(connecting);
      clearTimeout(waiting);
      request.destroy();
      resolve({ status, milliseconds: performance.now() - start });
    };
    const connecting = setTimeout(() => end(null), connectMs);
    const waiting = setTimeout(() => end(null), totalMs);
    request.on('socket', (socket) => socket.once('connect', () => clearTimeout(connecting)));
    request.on('error', () => end(null));
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => end(response.statusCode ?? null));
      response.on('error', () => end(null));
    });
    request.end(delivery.body);
  });
}
