import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { onlySuggestion, queuePathOf, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)(
  'a suggestion is put off, has a tab of its own, and comes back: $language at $width',
  async (way) => {
    const { stage } = scene;
    const order = orderNameFor(way);
    const suggestion = await suggested(stage, lateDispatchOrder({ name: order }));
    const path = queuePathOf(suggestion);
    await inAdmin(
      scene,
      { ...way, path },
      async ({ page, app, words, rowOf, cardOf, openTab, look }) => {
        const { t } = words;
        const row = rowOf(order);
        const opener = row.getByRole('button', { name: t('action.snooze-for', { order }) });
        await opener.click();
        const form = app.getByRole('group', {
          name: t('snooze.until-when', { order, time: '08:00' }),
        });
        await form.waitFor();
        // Cancelled by Escape, the keyboard is where it was.
        await page.keyboard.press('Escape');
        await form.waitFor({ state: 'detached' });
        expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

        await page.keyboard.press('Enter');
        await form.getByText(t('snooze.date')).click();
        const day = app.getByLabel(t('snooze.day'), { exact: true });
        await day.fill('2001-01-01');
        await app.getByRole('button', { name: t('snooze.confirm'), exact: true }).click();
        await app.getByText(t('snooze.choose-day')).waitFor();
        // Far behind any act-by date: it says so before it does so.
        const late = new Date(Date.now() + 200 * 86_400_000).toISOString().slice(0, 10);
        await day.fill(late);
        const confirm = app.getByRole('button', { name: t('snooze.confirm-past') });
        await confirm.waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await look('snooze-until');
        await confirm.click();

        await row.getByText(t('state.snoozed'), { exact: true }).waitFor();
        const wake = row.getByRole('button', { name: t('action.wake-for', { order }) });
        await wake.waitFor();
        await page.locator('#toasts').getByText(order).waitFor();
        expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('snoozed');

        await openTab('snoozed');
        await wake.waitFor();
        // The rows of the tab before fade while these are waited for.
        await app.locator('table[aria-busy=false]').waitFor();
        await look('snooze-snoozed');
        expect(await findBarriers(app)).toEqual([]);
        await row.getByRole('link', { name: order }).click();
        await app.getByRole('heading', { level: 1, name: order }).waitFor();
        await cardOf(t('activity.title')).getByText(t('audit.suggestion-snoozed')).waitFor();
        await look('snooze-detail');
        await app.getByRole('button', { name: t('action.wake-for', { order }) }).click();
        const said = t('outcome.woken.title', { order });
        await app.getByRole('status').getByText(said).waitFor();
        const again = app.getByRole('button', { name: t('action.snooze-for', { order }) });
        await again.waitFor();
        expect(await again.getAttribute('aria-expanded')).toBe('false');
        await app.getByText(t('woken.asked'), { exact: true }).first().waitFor();
        expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
      },
    );
  },
);

test('what wakes while the page is open is told', async () => {
  const { stage } = scene;
  const order = '#7001';
  const suggestion = await suggested(stage, lateDispatchOrder({ name: order }));
  const way = { language: 'en', width: 1280, path: queuePathOf(suggestion) } as const;
  await inAdmin(scene, way, async ({ app, words: { t }, rowOf }) => {
    const row = rowOf(order);
    await row.getByRole('button', { name: t('action.snooze-for', { order }) }).click();
    await app.getByRole('button', { name: t('snooze.confirm'), exact: true }).click();
    await row.getByText(t('state.snoozed'), { exact: true }).waitFor();
    await stage.query('update suggestion set snoozed_until = now() where id = $1', [suggestion.id]);
    await row.getByText(t('woken.time')).waitFor();
    const said = t('news.woken-time', { order, amount: '$45.00' });
    await app.getByRole('status').getByText(said).waitFor();
  });
});
