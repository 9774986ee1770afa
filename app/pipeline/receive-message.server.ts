import { findOrderByName, readFactsInstant, type OrderKey } from '../db/order-records.server.ts';
import { findShop } from '../db/shops.server.ts';
import { hasSignal } from '../db/signals.server.ts';
import type { Gid, ShopDomain } from '../domain/ids.ts';
import { ownReader } from '../domain/text/read-words.ts';
import type { Instant } from '../domain/time.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import type { Line } from './line.server.ts';
import { recordSignal } from './record-signal.server.ts';
import { textReader } from './text-reader.server.ts';

/** What a buyer wrote, as a helpdesk sends it. */
export interface SentMessage {
  /** The sender's own id of it: the same message twice is one. */
  readonly id: string;
  readonly order:
    | { readonly id: Gid<'Order'> }
    /** With or without the `#`. */
    | { readonly name: string };
  /** Read, and not kept. */
  readonly text: string;
  readonly at: Instant;
}

export type ReceiveMessageOutcome =
  | { readonly outcome: 'recorded'; readonly orderId: Gid<'Order'> }
  /** It came before. */
  | { readonly outcome: 'known'; readonly orderId: Gid<'Order'> }
  | { readonly outcome: 'no-such-order' }
  /** Shopify was asked about the order and did not answer. */
  | { readonly outcome: 'again'; readonly reason: string };

/** Reads what a buyer wrote, keeps what it means as evidence of his order, and asks for a look. */
export async function receiveMessage(
  line: Line,
  shop: ShopDomain,
  message: SentMessage,
): Promise<ReceiveMessageOutcome> {
  const { prisma } = line.db;
  const found = await orderOf(line, shop, message.order);
  if (found.outcome !== 'found') return found;
  const { orderId } = found;
  const order: OrderKey = { shop, orderId };
  const { id: externalId, at } = message;
  // Asked first: whoever sends it again must not have it read again by a service that is paid for.
  if (await hasSignal(prisma, shop, { kind: 'message', externalId })) {
    return { outcome: 'known', orderId };
  }
  const policy = (await findShop(prisma, shop))?.policy ?? null;
  const read = await textReader(line, { ...order, policy, mayAsk: true })(message.text);
  const signal = { kind: 'message', externalId, signal: { at, ...read } } as const;
  const { outcome } = await recordSignal(line, order, signal);
  return { outcome, orderId };
}

type FoundOrder =
  | { readonly outcome: 'found'; readonly orderId: Gid<'Order'> }
  | Extract<ReceiveMessageOutcome, { readonly outcome: 'no-such-order' | 'again' }>;

async function orderOf(
  { db, admin }: Line,
  shop: ShopDomain,
  order: SentMessage['order'],
): Promise<FoundOrder> {
  if ('name' in order) {
    const orderId = await findOrderByName(db.prisma, shop, order.name);
    return orderId ? { outcome: 'found', orderId } : { outcome: 'no-such-order' };
  }
  const { id: orderId } = order;
  if (await readFactsInstant(db.prisma, { shop, orderId })) return { outcome: 'found', orderId };
  // The helpdesk may know an order before its webhook came.
  const read = await readOrderFacts({ admin, shop }, orderId, ownReader);
  switch (read.outcome) {
    case 'unreachable':
      return { outcome: 'again', reason: read.reason };
    case 'no-such-order':
      return { outcome: 'no-such-order' };
    case 'read':
      return { outcome: 'found', orderId };
  }
}
