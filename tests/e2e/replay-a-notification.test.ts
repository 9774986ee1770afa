import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)(
  'a notification that failed is found from the queue, and worked through again: $language at $width',
  async (way) => {
    const { stage } = scene;
    const orderId = load(stage, lateDispatchOrder({ name: orderNameFor(way) }));
    await stage.query(
      `insert into inbox_delivery (webhook_id, shop, topic, api_version, order_id, dead_at, error)
       values ($2, $1, 'orders/updated', '2026-07', $2, now(), 'Shopify answered 502 Bad Gateway')`,
      [shopDomain, orderId],
    );
    await inAdmin(scene, way, async ({ app, words: { t }, look }) => {
      await app.getByRole('link', { name: t('deliveries.some', { count: 1 }) }).click();
      await app.getByRole('heading', { level: 1, name: t('deliveries.title') }).waitFor();
      await app.getByText('Shopify answered 502 Bad Gateway').waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('deliveries');
      await app.getByRole('button', { name: t('deliveries.replay') }).click();
      await app.getByText(t('deliveries.none'), { exact: true }).waitFor();
      await look('deliveries-replayed');
    });
    await waitUntil(
      async () => (await suggestionsOf(stage, orderId)).length === 1,
      'what it was about',
    );
  },
);
