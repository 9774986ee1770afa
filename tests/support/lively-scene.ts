import type { QueueTab } from '#app/domain/queue.ts';
import { furnishShop, livelyShop } from '#tests/simulator/lively-shop/lively-shop.ts';
import { loadShop } from '#tests/simulator/lively-shop/load-shop.ts';
import { startNewScene, type AdminScene } from './admin-page.ts';
import { decide, setHold, stateIs, suggestionsOf, type SuggestionRow } from './decide.ts';
import { waitUntil, type Stage } from './stage.ts';

/** A shop in which there is something on every page. */
export interface LivelyScene extends AdminScene {
  readonly shop: string;
  /** One of each story. */
  readonly suggestions: readonly SuggestionRow[];
  readonly bulkId: string;
}

const shop = livelyShop.domain;
const oneHour = 3600;

/** One order of each story that owes money; some are decided, some in one go, and one of Shopify's messages failed. */
export async function startLivelyScene(): Promise<LivelyScene> {
  const scene = await startNewScene({ shops: [livelyShop] });
  const { stage } = scene;
  await stage.install(shop);
  const suggestions = await suggestOneOfEach(stage);
  const inTab = (tab: QueueTab) => suggestions.filter(({ queue_tab: one }) => one === tab);
  const [refunded, held, dismissed, snoozed] = inTab('to-decide');
  if (!refunded || !held || !dismissed || !snoozed) throw new Error('too few to decide');
  await setHold(stage, 0);
  await decide(stage, refunded, 'refund');
  await decide(stage, dismissed, 'dismiss', { reason: 'not-owed' });
  await decide(stage, snoozed, 'snooze', { date: inThreeDays(), pastActBy: 'true' });
  await stateIs(stage, refunded.id, 'refunded');
  await stateIs(stage, dismissed.id, 'dismissed');
  await stateIs(stage, snoozed.id, 'snoozed');
  await setHold(stage, oneHour);
  await decide(stage, held, 'refund');
  await stateIs(stage, held.id, 'approved');
  await stage.query(
    `insert into inbox_delivery (webhook_id, shop, topic, api_version, order_id, body, dead_at, error)
     values ('failed', $1, 'orders/updated', '2026-04', $2, '{}', now(), 'Shopify answered 500')`,
    [shop, held.order_id],
  );
  const bulkId = await approveInOneGo(stage, inTab('waiting').slice(0, 2));
  return { ...scene, shop, suggestions: await suggestionsOf(stage), bulkId };
}

async function suggestOneOfEach(stage: Stage): Promise<readonly SuggestionRow[]> {
  const { api } = stage.simulator;
  const told = loadShop(api, furnishShop({ seed: 11, now: new Date() })).filter(
    ({ story, owed }, index, all) =>
      owed !== null && owed !== 'soon' && all.findIndex((one) => one.story === story) === index,
  );
  for (const { orderId } of told) api.announceOrder(shop, orderId);
  await waitUntil(
    async () => (await suggestionsOf(stage)).length === told.length,
    'a suggestion for each story',
    60_000,
  );
  // One order's news may be news for others: what is decided on is what stands.
  await api.deliveriesSettled();
  await stage.drained();
  return suggestionsOf(stage);
}

async function approveInOneGo(stage: Stage, ticked: readonly SuggestionRow[]): Promise<string> {
  const listed = ticked.map(({ id, version }) => ({ suggestionId: id, version }));
  const body = new URLSearchParams({ ticked: JSON.stringify(listed) });
  await stage.fetch('/app/bulk/start', { method: 'POST', body }, shop);
  for (const { id } of ticked) await stateIs(stage, id, 'approved');
  const [bulk] = await stage.query<{ id: string }>('select id from bulk_approval');
  if (!bulk) throw new Error('nothing was approved in one go');
  return bulk.id;
}

function inThreeDays(): string {
  return new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
}
