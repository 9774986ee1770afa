import { readOrderRecord } from '../db/order-records.server.ts';
import type { FlowJob } from '../db/queue.server.ts';
import { findShop } from '../db/shops.server.ts';
import { findSuggestion } from '../db/suggestions.server.ts';
import { flowPayload } from '../domain/flow.ts';
import { triggerFlow, type TriggerFlowOutcome } from '../shopify/trigger-flow.server.ts';
import type { Line } from './line.server.ts';

export type TellFlowOutcome =
  | TriggerFlowOutcome
  /** The suggestion, or the shop, is no more; or facts took it back before Flow heard of it. */
  | { readonly outcome: 'nothing-to-tell' };

/** Tells Flow what is committed; money waits for none of it. */
export async function tellFlow(
  { db, admin }: Line,
  { shop, suggestionId, trigger }: FlowJob,
): Promise<TellFlowOutcome> {
  const merchant = await findShop(db.prisma, shop);
  const suggestion = await findSuggestion(db.prisma, shop, suggestionId);
  if (!merchant?.installed || !suggestion || suggestion.state === 'withdrawn') {
    return { outcome: 'nothing-to-tell' };
  }
  const record = await readOrderRecord(db.prisma, suggestion);
  const payload = flowPayload(trigger, suggestion, record?.facts.customerId ?? null);
  return triggerFlow({ admin, shop }, { handle: trigger, payload });
}
