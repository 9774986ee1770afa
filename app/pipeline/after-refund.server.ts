import { writeAuditEvent } from '../db/audit-events.server.ts';
import type { Tx } from '../db/database.server.ts';
import {
  findSentAttempts,
  findUnmarked,
  noteMarked,
  noteProblem,
} from '../db/refund-attempts.server.ts';
import type { Shop } from '../db/shops.server.ts';
import { findSettled, noteRegret } from '../db/suggestions.server.ts';
import type { CaseFacts } from '../domain/case-facts.ts';
import { deliveredSince } from '../domain/regret.ts';
import type { Instant } from '../domain/time.ts';
import { markOrder } from '../shopify/mark-order.server.ts';
import type { Line } from './line.server.ts';
import { auditAttempt } from './settle.server.ts';

interface Looked {
  readonly merchant: Shop;
  readonly about: CaseFacts;
  readonly now: Instant;
}

/** Holds what was refunded against Shopify's books: a refund that is not there any more is somebody's business. */
export async function reconcile(tx: Tx, { merchant, about, now }: Looked): Promise<void> {
  const { domain: shop } = merchant;
  const { order } = about;
  const known = new Set(order.refunds.map(({ refundId }) => refundId));
  for (const { attempt } of await findSentAttempts(tx, { shop, orderId: order.orderId })) {
    if (attempt.state !== 'refunded') continue;
    const isMissing = attempt.refundId !== null && !known.has(attempt.refundId);
    if (!isMissing || attempt.problem === missing) continue;
    await noteProblem(tx, attempt.id, missing);
    await auditAttempt(tx, { attempt, kind: 'refund-missing', now, problem: missing });
  }
}

const missing = 'missing-at-shopify';

/** A parcel that was paid back as not coming, and came: written down once. */
export async function recordRegret(tx: Tx, { merchant, about, now }: Looked): Promise<void> {
  const { domain: shop } = merchant;
  const { orderId } = about.order;
  for (const suggestion of await findSettled(tx, { shop, orderId })) {
    if (suggestion.state !== 'refunded') continue;
    const deliveredAt = deliveredSince(suggestion, about, now);
    if (!deliveredAt || !(await noteRegret(tx, suggestion, deliveredAt))) continue;
    await writeAuditEvent(tx, {
      ...{ shop, orderId, suggestionId: suggestion.id, at: now },
      actor: 'system',
      kind: 'refund-regretted',
      params: { amount: { kind: 'money', money: suggestion.amount } },
    });
  }
}

/** Marks the order at Shopify for what was paid, by the merchant's choice; what fails is tried at the next look. */
export async function markPaid(line: Line, { merchant, about }: Looked): Promise<void> {
  const { mark } = merchant.policy.money;
  if (mark === 'nothing') return;
  const { db, admin, log, now } = line;
  const { domain: shop } = merchant;
  const { orderId } = about.order;
  for (const attempt of await findUnmarked(db.prisma, { shop, orderId })) {
    const isMarked = await markOrder({ admin, shop }, { orderId, attemptId: attempt.id, mark });
    if (isMarked) await noteMarked(db.prisma, attempt.id, now());
    else log.warn({ shop, orderId, attemptId: attempt.id }, 'the order could not be marked');
  }
}
