import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';

/** Long enough to do something on the page before Shopify's price is there. */
const delayMs = 8000;
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)(
  'a suggestion is worked with while Shopify takes its time for the price: $language at $width',
  async (way) => {
    const { stage } = scene;
    const { faults } = stage.simulator.api;
    const name = orderNameFor(way);
    const { id } = await suggested(stage, lateDispatchOrder({ name }));
    const visit = { ...way, path: `/app/suggestions/${id}`, waitUntil: 'commit' } as const;
    faults.delayMs = delayMs;
    await inAdmin(scene, visit, async ({ app, words: { t }, cardOf, look }) => {
      const price = cardOf(t('refund-card.title'));
      await price.getByText(t('refund-card.pricing')).waitFor();
      await look('price-pending');
      // The page is rendered again, and what the server still sends arrives all the same.
      await app.getByRole('button', { name: t('refund-editor.open') }).click();
      await cardOf(t('refund-editor.title')).waitFor();
      await price.getByText(t('refund-card.live')).waitFor();
      faults.delayMs = 0;
      expect(await findBarriers(app)).toEqual([]);
    });
  },
);
