import type { QueueTab } from '#app/domain/queue.ts';
import { shopDomain, waitUntil, type Stage } from './stage.ts';

export interface SuggestionRow {
  readonly id: string;
  readonly shop: string;
  readonly order_id: string;
  readonly state: string;
  readonly version: number;
  readonly ground: string;
  readonly amount: string;
  readonly currency: string;
  readonly withdrawn_because: string | null;
  readonly queue_tab: QueueTab;
}

export async function suggestionsOf(
  stage: Stage,
  orderId?: string,
): Promise<readonly SuggestionRow[]> {
  return stage.query<SuggestionRow & Record<string, unknown>>(
    `select id, shop, order_id, state, version, ground, amount::text, currency, withdrawn_because, queue_tab
     from suggestion where $1::text is null or order_id = $1 order by opened_at`,
    [orderId ?? null],
  );
}

/** The page of the queue that shows a suggestion. */
export function queuePathOf({ queue_tab: tab }: Pick<SuggestionRow, 'queue_tab'>): string {
  return `/app?tab=${tab}`;
}

export async function onlySuggestion(stage: Stage, orderId: string): Promise<SuggestionRow> {
  const [only, ...more] = await suggestionsOf(stage, orderId);
  if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} suggestions`);
  return only;
}

/** Loads an order, announces it as Shopify does, and waits for its suggestion. */
export async function suggested(
  stage: Stage,
  order: Record<string, unknown>,
  happens?: (orderId: string) => void,
  shop = shopDomain,
): Promise<SuggestionRow> {
  const orderId = load(stage, order, shop);
  happens?.(orderId);
  stage.simulator.api.announceOrder(shop, orderId);
  await waitUntil(async () => (await suggestionsOf(stage, orderId)).length > 0, 'a suggestion');
  return onlySuggestion(stage, orderId);
}

export function load(stage: Stage, order: Record<string, unknown>, shop = shopDomain): string {
  const loaded = stage.simulator.api.loadOrder(shop, order);
  if (loaded.outcome === 'rejected') throw new Error(loaded.reason);
  return loaded.orderId;
}

export async function decide(
  stage: Stage,
  suggestion: Pick<SuggestionRow, 'id' | 'version' | 'shop'>,
  intent: 'refund' | 'undo' | 'dismiss' | 'snooze' | 'wake',
  more: Readonly<Record<string, string>> = {},
): Promise<Record<string, unknown>> {
  const request = {
    method: 'POST',
    body: new URLSearchParams({ intent, version: String(suggestion.version), ...more }),
  };
  const path = `/app/suggestions/${suggestion.id}/decision`;
  const response = await stage.fetch(path, request, suggestion.shop);
  return (await response.json()) as Record<string, unknown>;
}

export async function stateIs(stage: Stage, id: string, state: string): Promise<void> {
  await waitUntil(async () => {
    const [row] = await stage.query<{ state: string }>(
      'select state from suggestion where id = $1',
      [id],
    );
    return row?.state === state;
  }, `the suggestion to be ${state}`);
}

/** The hold of every approval from now on, seconds. */
export async function setHold(stage: Stage, seconds: number): Promise<void> {
  await stage.query(`update shop set policy = jsonb_build_object('holdSeconds', $1::int)`, [
    seconds,
  ]);
}
