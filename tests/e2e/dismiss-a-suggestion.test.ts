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
import { orderOf } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

test.concurrent.each(ways)(
  'dismissing asks for a reason, and keeps it with what is done: $language at $width',
  async (way) => {
    const { stage } = scene;
    const order = orderNameFor(way);
    const suggestion = await suggested(stage, lateDispatchOrder({ name: order }));
    const path = queuePathOf(suggestion);
    await inAdmin(scene, { ...way, path }, async ({ page, app, words, rowOf, openTab, look }) => {
      const { t } = words;
      const reason = t('dismiss-reason.buyer-agreed-to-wait');
      const row = rowOf(order);
      await row.getByRole('button', { name: t('action.dismiss-for', { order }) }).click();
      const form = app.getByRole('group', { name: t('dismiss.why', { order }) });
      await form.waitFor();
      const confirm = app.getByRole('button', { name: t('dismiss.confirm') });
      await confirm.click();
      await app.getByText(t('dismiss.choose')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('dismiss-why');
      expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');

      await form.getByText(reason).click();
      await confirm.click();
      const said = t('outcome.dismissed.title', { order });
      await app.getByRole('status').getByText(said).waitFor();
      await page.locator('#toasts').getByText(said).waitFor();
      await row.getByText(t('state.dismissed')).waitFor();
      await look('dismiss-dismissed');

      await openTab('done');
      await row.getByText(reason).waitFor();
      await look('dismiss-done');
      await openTab(suggestion.queue_tab);
      await row.waitFor({ state: 'detached' });
      expect(orderOf(stage, suggestion).refunds).toEqual([]);
    });
  },
);
