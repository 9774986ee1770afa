import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueTabs } from '#app/domain/queue.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { queuePathOf, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { testShop, waitUntil } from '#tests/support/stage.ts';

const contentShop = 'content-test.myshopify.com';
const order = '#1042';
let scene: AdminScene;
let path: string;

/** One shop with a suggestion, and one whose only order is on its way as it should be. */
beforeAll(async () => {
  scene = await startAdminScene({ shops: [testShop, { ...testShop, domain: contentShop }] });
  const { stage } = scene;
  path = queuePathOf(await suggested(stage, lateDispatchOrder({ name: order })));
  await stage.install(contentShop);
  const { api } = stage.simulator;
  const loaded = api.loadOrder(contentShop, restOrder());
  if (loaded.outcome === 'rejected') throw new Error(loaded.reason);
  api.announceOrder(contentShop, loaded.orderId);
  await waitUntil(
    async () =>
      (await stage.query('select from order_record where shop = $1', [contentShop])).length === 1,
    'the order to be judged',
  );
});
afterAll(async () => {
  await scene.close();
});

test.concurrent.each(ways)(
  'an empty queue says that nobody is owed money, and what was looked at: $language at $width',
  async (way) => {
    const visit = { ...way, shop: contentShop };
    await inAdmin(scene, visit, async ({ app, words: { t }, openTab, look }) => {
      await app.getByRole('heading', { name: t('empty.to-decide.title') }).waitFor();
      await app.getByText(t('empty.to-decide.text')).waitFor();
      await app.getByText(t('empty.looked', { count: 1 })).waitFor();
      expect(await app.getByRole('table').count()).toBe(0);
      expect(await findBarriers(app)).toEqual([]);
      await look('empty-to-decide');
      for (const tab of queueTabs.slice(1)) {
        await openTab(tab);
        await app.getByRole('heading', { name: t(`empty.${tab}.title`) }).waitFor();
        await look(`empty-${tab}`);
      }
    });
  },
);

test.concurrent.each(ways)(
  'no failed notification is said to be good news: $language at $width',
  async (way) => {
    const visit = { ...way, shop: contentShop, path: '/app/deliveries' };
    await inAdmin(scene, visit, async ({ app, words: { t }, look }) => {
      await app.getByText(t('deliveries.none'), { exact: true }).waitFor();
      await app.getByText(t('deliveries.none-text')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('empty-deliveries');
    });
  },
);

test.concurrent.each(ways)(
  'a queue that a search made empty is full again when the search is cleared: $language at $width',
  async (way) => {
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, rowOf, look }) => {
      await rowOf(order).waitFor();
      await app.getByRole('textbox', { name: t('filter.search-order') }).fill('#9999');
      await app.getByRole('heading', { name: t('empty.filtered.title') }).waitFor();
      expect(await rowOf(order).count()).toBe(0);
      expect(await findBarriers(app)).toEqual([]);
      await look('empty-filtered');
      // Where the rows would be: beside the filters nothing stands of a search, which has its own field.
      await app.getByRole('link', { name: t('filter.clear') }).click();
      await rowOf(order).waitFor();
      expect(await app.getByRole('textbox').inputValue()).toBe('');
    });
  },
);

test.concurrent.each(ways)(
  'a queue that a filter made empty is full again with another: $language at $width',
  async (way) => {
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, rowOf, look }) => {
      await app.getByRole('button', { name: t('filter.button'), exact: true }).click();
      await app.getByRole('combobox', { name: t('filter.ground') }).selectOption('silent-parcel');
      await app.getByRole('heading', { name: t('empty.filtered.title') }).waitFor();
      await look('empty-filters');
      await app.getByRole('combobox', { name: t('filter.ground') }).selectOption('late-dispatch');
      await rowOf(order).waitFor();
    });
  },
);
