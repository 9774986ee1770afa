import { afterAll, beforeAll, expect, test } from 'vitest';
import { queueTabs } from '#app/domain/queue.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { queuePathOf, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { silentParcel } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { waitUntil } from '#tests/support/stage.ts';

let scene: AdminScene;
let path: string;
const order = '#8001';

beforeAll(async () => {
  scene = await startAdminScene();
  path = queuePathOf(await suggested(scene.stage, lateDispatchOrder({ name: order })));
  await silentParcel(scene.stage);
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)(
  'filters narrow the queue, and are kept under a name: $language at $width',
  async (way) => {
    await scene.stage.query('delete from saved_view');
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, rowOf, look }) => {
      const address = () => app.evaluate(() => document.location.search);
      const addressHas = (part: string) =>
        waitUntil(async () => (await address()).includes(part), part);
      const row = rowOf(order);
      await row.waitFor();
      await app.getByRole('button', { name: t('filter.button'), exact: true }).click();
      const choose = (filter: string, value: string) =>
        app.getByRole('combobox', { name: t(`filter.${filter}`), exact: true }).selectOption(value);
      await choose('confidence', 'not-yet');
      await addressHas('confidence=not-yet');
      await choose('due', 'within-7-days');
      await addressHas('due=within-7-days');
      // The shop's only currency is taken with an amount.
      const from = app.getByRole('textbox', { name: t('filter.from') });
      await from.fill('50');
      await addressHas('currency=USD&from=50.00');
      await app.getByRole('heading', { name: t('empty.filtered.title') }).waitFor();
      expect(await from.inputValue()).toBe('50');
      await from.fill('4x');
      await app.getByText(t('filter.wrong-amount')).waitFor();
      await from.fill('40');
      await choose('due', '');
      await row.waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('view-filtered');

      await app.getByRole('button', { name: t('views.save') }).click();
      const name = app.getByRole('textbox', { name: t('views.name') });
      await name.fill(' ');
      await name.press('Enter');
      await app.getByText(t('views.outcome.wrong-name')).first().waitFor();
      await name.fill('Sure');
      await name.press('Enter');
      await app.getByRole('status').getByText(t('views.outcome.saved')).waitFor();
      const views = app.getByRole('combobox', { name: t('views.label'), exact: true });
      await views.waitFor();
      await app.getByRole('button', { name: t('views.rename') }).click();
      await name.fill('Surest');
      await name.press('Enter');
      await app.getByRole('status').getByText(t('views.outcome.renamed')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('view-saved');

      await app
        .getByRole('link', { name: t('filter.clear') })
        .first()
        .click();
      await waitUntil(async () => !(await address()).includes('confidence'), 'no filter');
      await views.selectOption({ label: 'Surest' });
      await addressHas('confidence=not-yet&currency=USD&from=40.00');
      await row.waitFor();
      await app.getByRole('button', { name: t('views.delete') }).click();
      const sure = app.getByRole('group', { name: t('views.delete-which', { name: 'Surest' }) });
      await look('view-delete');
      await sure.getByRole('button', { name: t('views.delete') }).click();
      await app.getByRole('status').getByText(t('views.outcome.deleted')).waitFor();
      await views.waitFor({ state: 'detached' });
    });
  },
);

test.each(ways.filter(({ width }) => width === 375))(
  'every tab fits the narrowest phone: $language at 320',
  async ({ language }) => {
    await inAdmin(scene, { language, width: 320 }, async ({ app, openTab, look }) => {
      for (const tab of queueTabs) {
        await openTab(tab);
        await look(`tab-${tab}`);
      }
      expect(await findBarriers(app)).toEqual([]);
    });
  },
);
