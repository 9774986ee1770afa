import type { IncomingHttpHeaders } from 'node:http';
import { insertDeliveries, type NewDelivery } from '../db/inbox.server.ts';
import { parseShopDomain } from '../domain/ids.ts';
import { parseInstant } from '../domain/time.ts';
import { orderOfDelivery } from '../shopify/order-of-delivery.ts';
import { inBatches } from './in-batches.server.ts';
import type { Line } from './line.server.ts';
import { isSigned } from './signature.server.ts';

export type ReceiveOutcome =
  /** 200: it is in the inbox, and its work in the queue. */
  | { readonly outcome: 'stored' }
  /** 200: its webhook id is in the inbox already. */
  | { readonly outcome: 'known' }
  /** 400 */
  | { readonly outcome: 'incomplete'; readonly missing: string }
  /** 401 */
  | { readonly outcome: 'forged' };

export interface Receiver {
  receive(headers: IncomingHttpHeaders, body: Buffer): Promise<ReceiveOutcome>;
}

/**
 * The durable answer to a webhook: checked, stored together with its job in one transaction, and nothing
 * else. Deliveries that come while a transaction is under way share the next one.
 */
export function receiver(line: Line, apiSecret: string): Receiver {
  const store = inBatches((deliveries: readonly NewDelivery[]) => storeAll(line, deliveries), 200);
  return {
    async receive(headers, body) {
      const signature = text(headers['x-shopify-hmac-sha256']);
      if (signature === null) return { outcome: 'incomplete', missing: 'X-Shopify-Hmac-Sha256' };
      if (body.length === 0) return { outcome: 'incomplete', missing: 'a body' };
      if (!isSigned(body, signature, apiSecret)) return { outcome: 'forged' };
      const delivery = deliveryFrom(headers, body);
      if ('missing' in delivery) return { outcome: 'incomplete', missing: delivery.missing };
      return { outcome: (await store(delivery)) ? 'stored' : 'known' };
    },
  };
}

function deliveryFrom(
  headers: IncomingHttpHeaders,
  body: Buffer,
): NewDelivery | { readonly missing: string } {
  const shop = parseShopDomain(text(headers['x-shopify-shop-domain']) ?? '');
  const topic = text(headers['x-shopify-topic']);
  const webhookId = text(headers['x-shopify-webhook-id']);
  const apiVersion = text(headers['x-shopify-api-version']);
  if (!shop) return { missing: 'X-Shopify-Shop-Domain' };
  if (!topic) return { missing: 'X-Shopify-Topic' };
  if (!webhookId) return { missing: 'X-Shopify-Webhook-Id' };
  if (!apiVersion) return { missing: 'X-Shopify-API-Version' };
  const about = orderOfDelivery(topic, body.toString('utf8'));
  return {
    webhookId,
    shop,
    topic,
    apiVersion,
    eventId: text(headers['x-shopify-event-id']),
    triggeredAt: parseInstant(text(headers['x-shopify-triggered-at']) ?? ''),
    orderId: about.about === 'order' ? about.orderId : null,
    body,
  };
}

/** True for each delivery that was new. */
async function storeAll(
  { db, queue }: Line,
  deliveries: readonly NewDelivery[],
): Promise<readonly boolean[]> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    const stored = await insertDeliveries(client, deliveries);
    const sql = { executeSql: (query: string, values?: unknown[]) => client.query(query, values) };
    const idOf = new Map(stored.map(({ id, webhookId }) => [webhookId, id]));
    // The same webhook id twice in one batch is stored once, and is new once.
    const isNew = deliveries.map(
      ({ webhookId }, index) =>
        idOf.has(webhookId) &&
        deliveries.findIndex((other) => other.webhookId === webhookId) === index,
    );
    const fresh = deliveries.filter((_, index) => isNew[index]);
    const looks = new Map(
      fresh.flatMap(({ shop, orderId }) =>
        orderId ? [[`${shop} ${orderId}`, { shop, orderId }] as const] : [],
      ),
    );
    const others = fresh.flatMap(({ orderId, webhookId }) => {
      const deliveryId = idOf.get(webhookId);
      return orderId === null && deliveryId !== undefined ? [{ deliveryId }] : [];
    });
    if (looks.size > 0) await queue.requestLooks([...looks.values()], sql);
    if (others.length > 0) await queue.requestDeliveries(others, sql);
    await client.query('commit');
    return isNew;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

function text(header: string | string[] | undefined): string | null {
  return typeof header === 'string' && header !== '' ? header : null;
}
