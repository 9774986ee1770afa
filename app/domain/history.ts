import type { Branded } from './ids.ts';
import { addDays, type Instant } from './time.ts';

/** A reading of a shop's past orders. */
export type HistoryId = Branded<'HistoryId'>;

export const historyStates = ['running', 'done', 'cancelled', 'failed'] as const;
export type HistoryState = (typeof historyStates)[number];

/** What is read, one after the other: no single bulk query may nest so deep. */
export const historyStages = ['orders', 'parcels'] as const;
export type HistoryStage = (typeof historyStages)[number];

export interface HistoryImport {
  readonly id: HistoryId;
  readonly state: HistoryState;
  readonly stage: HistoryStage;
  /** Null: all orders. */
  readonly since: Instant | null;
  readonly askedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly operationId: string | null;
  readonly readBytes: number;
  /** Null while Shopify gathers. */
  readonly fileBytes: number | null;
  /** How many things Shopify has gathered so far. */
  readonly gathered: number;
  readonly orders: number;
  readonly dispatches: number;
  readonly problem: string | null;
}

/** How far back an app sees orders unless Shopify allows it more (https://shopify.dev/docs/api/usage/access-scopes). */
export const visibleDays = 60;

/** From when on orders are read: what the granted scopes let the app see. */
export function historySince(scopes: readonly string[], now: Instant): Instant | null {
  return scopes.includes('read_all_orders') ? null : addDays(now, -visibleDays);
}

/** What a reading cannot know (`back-test.missing.<code>`). */
export const missingParts = [
  'older-orders',
  'refund-goods',
  'dispute-days',
  'estimates',
  'edits',
  'notes',
  'learnt',
] as const;
export type MissingPart = (typeof missingParts)[number];

export function missingOf({ since }: Pick<HistoryImport, 'since'>): readonly MissingPart[] {
  return missingParts.filter((part) => part !== 'older-orders' || since !== null);
}

/** How much of the present stage is done, 0 to 1; null while Shopify gathers, which it does not say how long. */
export function stageDone({
  readBytes,
  fileBytes,
}: Pick<HistoryImport, 'readBytes' | 'fileBytes'>): number | null {
  if (fileBytes === null) return null;
  return fileBytes === 0 ? 1 : Math.min(1, readBytes / fileBytes);
}
