import type { AuditEvent } from '../domain/audit-event.ts';
import type { Signals } from '../domain/case-facts.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { UnclearText } from '../domain/intent.ts';
import { ownWordsIn, type OwnWords } from '../domain/messages/own-words.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import { defaultPolicy } from '../domain/policy.ts';
import type { ReturnPolicy } from '../domain/policy/sections.ts';
import type { RefundAttempt } from '../domain/refund-attempt.ts';
import { unclearText } from '../domain/signals/unclear-text.ts';
import type { BuyerReport } from '../domain/reports/buyer-report.ts';
import type { Claim, Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { readAuditEvents } from './audit-events.server.ts';
import { readReports } from './buyer-reports.server.ts';
import type { Database } from './database.server.ts';
import { readOrderRecord } from './order-records.server.ts';
import { findAttemptsOfSuggestion } from './refund-attempts.server.ts';
import { findShop } from './shops.server.ts';
import { readSignals } from './signals.server.ts';
import { findSuggestion } from './suggestions.server.ts';

/** Everything on one suggestion's page that is ours. */
export interface SuggestionDetail {
  readonly suggestion: Suggestion;
  /** Every claim that the last look made on the order. */
  readonly claims: readonly Claim[];
  /** Null when the order was deleted at Shopify since, or is no longer kept. */
  readonly facts: OrderFacts | null;
  readonly factsReadAt: Instant | null;
  readonly signals: Signals;
  /** What the buyer reported in a form of ours, the newest first. */
  readonly reports: readonly BuyerReport[];
  /** The merchant's own, as it is now. */
  readonly returnPolicy: ReturnPolicy;
  /** What the buyer wrote last, where it has to be asked what is meant. */
  readonly unclear: UnclearText | null;
  /** The merchant's own words of messages, as they are now. */
  readonly own: OwnWords;
  readonly attempts: readonly RefundAttempt[];
  /** Oldest first. */
  readonly events: readonly AuditEvent[];
}

export async function readSuggestion(
  { prisma }: Database,
  shop: ShopDomain,
  id: SuggestionId,
): Promise<SuggestionDetail | null> {
  const suggestion = await findSuggestion(prisma, shop, id);
  if (!suggestion) return null;
  const [known, record, signals, reports, attempts, events] = await Promise.all([
    findShop(prisma, shop),
    readOrderRecord(prisma, suggestion),
    readSignals(prisma, suggestion),
    readReports(prisma, suggestion),
    findAttemptsOfSuggestion(prisma, shop, id),
    readAuditEvents(prisma, shop, id),
  ]);
  const policy = known?.policy ?? defaultPolicy;
  return {
    suggestion,
    claims: record?.claims ?? [],
    facts: record?.facts ?? null,
    factsReadAt: record?.readAt ?? null,
    signals,
    reports,
    returnPolicy: policy.returns,
    own: ownWordsIn(policy.messages),
    unclear: unclearText(record?.facts ?? null, signals),
    attempts,
    events,
  };
}
