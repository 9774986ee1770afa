import { inTransaction, type Tx } from '../db/database.server.ts';
import { markOrderDrained, newestDeliveryOf, noteOrderError } from '../db/inbox.server.ts';
import {
  forgetOrder,
  lockOrder,
  readOrderRecord,
  stopLooking,
  writeOrderRecord,
} from '../db/order-records.server.ts';
import type { LookJob } from '../db/queue.server.ts';
import { hasConnection } from '../db/carrier-connections.server.ts';
import { writeParcelNumbers } from '../db/parcel-numbers.server.ts';
import { findShop } from '../db/shops.server.ts';
import { noteUntoldChange } from '../db/untold-changes.server.ts';
import { assess } from '../domain/assess.ts';
import { isUntold } from '../domain/health/untold-change.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { Assessment } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import { markPaid, reconcile, recordRegret } from './after-refund.server.ts';
import { considerPaying } from './automate.server.ts';
import type { Line } from './line.server.ts';
import { settleByFacts } from './settle.server.ts';
import { gatherCase, knownAt } from './gather-case.server.ts';
import { keepFirstSeen } from './keep-first-seen.ts';
import { learnFrom } from './learn-lane.server.ts';
import { textReader } from './text-reader.server.ts';
import { suggest, withdrawGone } from './suggest.server.ts';

export type LookOutcome =
  | { readonly outcome: 'looked'; readonly facts: OrderFacts; readonly assessment: Assessment }
  | { readonly outcome: 'order-gone' }
  /** A look that began later has written already. */
  | { readonly outcome: 'overtaken' }
  | { readonly outcome: 'shop-gone' }
  | { readonly outcome: 'unreachable'; readonly reason: string };

/** Reads one order fresh, judges it, and lets its suggestion follow; drains what was delivered about it. */
export async function look(line: Line, { shop, orderId }: LookJob): Promise<LookOutcome> {
  const { db, now } = line;
  const merchant = await findShop(db.prisma, shop);
  const upTo = await newestDeliveryOf(db.prisma, { shop, orderId });
  const drain = (tx: Tx, at: Instant) => markOrderDrained(tx, { shop, orderId, upTo, now: at });
  if (merchant?.installed === false) {
    await drain(db.prisma, now());
    await stopLooking(db.prisma, { shop, orderId });
    return { outcome: 'shop-gone' };
  }
  const readAt = now();
  const reader = textReader(line, {
    shop,
    orderId,
    policy: merchant?.policy ?? null,
    mayAsk: true,
  });
  const read = await readOrderFacts({ admin: line.admin, shop }, orderId, reader);
  if (read.outcome === 'unreachable') {
    await noteOrderError(db.prisma, { shop, orderId, error: read.reason });
    return read;
  }
  const looked = await inTransaction(db, async (tx, sql) => {
    await lockOrder(tx, { shop, orderId });
    if (read.outcome === 'no-such-order') {
      await withdrawGone(tx, { shop, orderId }, now());
      await forgetOrder(tx, { shop, orderId });
      await drain(tx, now());
      return { outcome: 'order-gone' } as const;
    }
    const { facts } = read;
    const judge = merchant ?? (await findShop(tx, shop));
    if (!judge) throw new Error(`no shop ${shop}: it never opened the app`);
    const before = await readOrderRecord(tx, { shop, orderId });
    const order = before ? keepFirstSeen(before.facts, facts) : facts;
    const about = await gatherCase(tx, judge, { order, now: readAt });
    const assessment = assess(about, judge.policy, readAt);
    const written = await writeOrderRecord(tx, shop, { facts: order, assessment, readAt });
    // What a later look knew may not hold these deliveries: they wait for the next one.
    if (!written) return { outcome: 'overtaken' } as const;
    await drain(tx, now());
    const isToldOf = await writeParcelNumbers(tx, { shop, facts: order, now: now() });
    if (isToldOf && (await hasConnection(tx, shop)))
      await line.queue.requestTracking([{ shop }], sql);
    if (isUntold({ before, facts, readAt, wasTold: upTo !== null })) {
      const { updatedAt: changedAt } = facts;
      await noteUntoldChange(tx, { shop, orderId }, { changedAt, foundAt: readAt });
    }
    await learnFrom(tx, shop, about, { policy: judge.policy, at: readAt });
    const { queue } = line;
    await settleByFacts(tx, { shop, facts: order, now: now(), queue, sql });
    await reconcile(tx, { merchant: judge, about, now: now() });
    await recordRegret(tx, { merchant: judge, about, now: now() });
    const suggestion = await suggest(tx, {
      shop,
      before: before && knownAt(about, before.facts, before.readAt),
      about,
      assessment,
      policyVersion: judge.policyVersion,
      now: now(),
    });
    if (suggestion) {
      if (suggestion.version === 1) {
        const told = { shop, suggestionId: suggestion.id, trigger: 'refund-suggested' } as const;
        await queue.requestFlow(told, sql);
      }
      await considerPaying(tx, {
        ...{ queue, sql, merchant: judge, suggestion, order },
        now: now(),
      });
    }
    return { outcome: 'looked', facts: order, assessment, merchant: judge, about } as const;
  });
  if (looked.outcome !== 'looked') return looked;
  const { facts, assessment, merchant: judge, about } = looked;
  await markPaid(line, { merchant: judge, about, now: now() });
  return { outcome: 'looked', facts, assessment };
}
