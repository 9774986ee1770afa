import { randomUUID } from 'node:crypto';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { order } from './order-facts.ts';
import { daysBefore } from './rest-order.ts';
import { shopDomain, type Stage } from './stage.ts';

interface Kept {
  readonly shop?: string;
  readonly daysOld: number;
}

let orders = 0;

/** An order that was last read so long ago, and that time alone brings no look at. */
export async function keepOrder(
  stage: Stage,
  { shop = shopDomain, daysOld }: Kept,
  changes: Partial<OrderFacts> = {},
): Promise<string> {
  orders += 1;
  const orderId = `gid://shopify/Order/77${String(orders).padStart(6, '0')}` as const;
  await stage.query(
    `insert into order_record (shop, order_id, name, facts, assessment, read_at)
     values ($1, $2, $2, $3, '{"claims": []}', $4)`,
    [shop, orderId, order({ orderId, ...changes }), daysBefore(daysOld)],
  );
  return orderId;
}

export async function keepSignal(
  stage: Stage,
  orderId: string,
  { shop = shopDomain, daysOld, kind = 'message' }: Kept & { readonly kind?: string },
): Promise<void> {
  await stage.query(
    `insert into signal (shop, order_id, kind, external_id, at, payload, skus)
     values ($1, $2, $3, $4, $5, '{"intents": []}', '{}')`,
    [shop, orderId, kind, randomUUID(), daysBefore(daysOld)],
  );
}

export async function keepReading(
  stage: Stage,
  orderId: string,
  { shop = shopDomain, daysOld }: Kept,
): Promise<void> {
  await stage.query(
    `insert into second_reading (shop, order_id, digest, asked_at, outcome)
     values ($1, $2, $3, $4, 'failed')`,
    [shop, orderId, randomUUID(), daysBefore(daysOld)],
  );
}

export async function keepDelivery(
  stage: Stage,
  how: Kept & {
    readonly state: 'drained' | 'dead' | 'waiting';
    readonly topic?: string;
    readonly orderId?: string;
  },
): Promise<string> {
  const { shop = shopDomain, daysOld, state, topic = 'orders/updated', orderId = null } = how;
  const webhookId = randomUUID();
  const at = daysBefore(daysOld);
  await stage.query(
    `insert into inbox_delivery
       (webhook_id, shop, topic, api_version, received_at, order_id, body, drained_at, dead_at)
     values ($1, $2, $3, '2026-10', $4, $5, $6, $7, $8)`,
    [
      ...[webhookId, shop, topic, at, orderId, state === 'drained' ? null : '{}'],
      ...[state === 'drained' ? at : null, state === 'dead' ? at : null],
    ],
  );
  return webhookId;
}

export async function keepSuggestion(
  stage: Stage,
  orderId: string,
  state: string,
): Promise<string> {
  const id = randomUUID();
  await stage.query(
    `insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency,
       probability, responsible, claim, recommendation, opened_at, updated_at, snoozed_until)
     values ($1, $2, $3, '#1', $4, 'logistics', 'late-dispatch', 1, 'USD', 0.5, 'seller', '{}', '{}', $5, $5,
       case when $4 = 'snoozed' then now() + interval '9 days' end)`,
    [id, shopDomain, orderId, state, daysBefore(2000)],
  );
  return id;
}

export async function keepAttempt(
  stage: Stage,
  orderId: string,
  { state, money = null }: { readonly state: string; readonly money?: string | null },
): Promise<void> {
  await stage.query(
    `insert into refund_attempt (id, shop, order_id, suggestion_id, idempotency_key, request, facts,
       amount, currency, state, money_status, intended_at, send_after, reconciled_at)
     values (gen_random_uuid(), $1, $2, gen_random_uuid(), gen_random_uuid(), '{}', '{}', 1, 'USD', $3, $4, $5,
       now() + interval '9 days', now())`,
    [shopDomain, orderId, state, money, daysBefore(2000)],
  );
}
