import type { Actor } from './audit-event.ts';
import type { BulkId, ShopDomain, SuggestionId } from './ids.ts';
import { sum, type CurrencyCode, type Money } from './money.ts';
import type { Instant } from './time.ts';
import type { QueueTab } from './queue.ts';

/** As many suggestions are approved in one go: Shopify's own limit for lists. */
export const mostInBulk = 250;

export const bulkStates = ['running', 'paused', 'done'] as const;
export type BulkState = (typeof bulkStates)[number];

/** Many approvals that a merchant made in one go. */
export interface BulkApproval {
  readonly id: BulkId;
  readonly shop: ShopDomain;
  readonly actor: Actor;
  readonly state: BulkState;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly items: readonly BulkItem[];
}

/** One of them, as the merchant saw it. */
export interface BulkItem {
  readonly position: number;
  readonly suggestionId: SuggestionId;
  readonly orderName: string;
  readonly version: number;
  readonly amount: Money;
  /** Null while it waits (`bulk-outcome.<code>` in the locale files). */
  readonly outcome: string | null;
  /** A finer code, where there is one. */
  readonly reason: string | null;
}

/** Sums by currency, the largest group first. */
export function sumsOf(amounts: readonly Money[]): readonly Money[] {
  const byCurrency = new Map<CurrencyCode, Money[]>();
  for (const amount of amounts) {
    byCurrency.set(amount.currencyCode, [...(byCurrency.get(amount.currencyCode) ?? []), amount]);
  }
  return [...byCurrency]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([currency, group]) => sum(group, currency));
}

/** Tabs of the queue of which many are paid at a time; what was put off is not. */
export function isBulkTab(tab: QueueTab): boolean {
  return tab === 'to-decide' || tab === 'waiting';
}
