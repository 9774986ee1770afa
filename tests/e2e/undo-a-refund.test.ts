import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyWords } from '#app/ui/format.ts';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { onlySuggestion, queuePathOf, setHold, suggested } from '#tests/support/decide.ts';
import { usd } from '#tests/support/order-facts.ts';
import { attemptsOf, orderOf, refundCallsFor } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';

/** Long enough for a picture of the countdown before the click on Undo, also where the machine is slow. */
const holdSeconds = 20;
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, holdSeconds);
});
afterAll(async () => {
  await scene.close();
});

test.concurrent.each(ways)(
  'an Undo in the hold pays nothing, and a click after it pays once: $language at $width',
  async (way) => {
    const { stage } = scene;
    const order = orderNameFor(way);
    const suggestion = await suggested(stage, lateDispatchOrder({ name: order }));
    const path = queuePathOf(suggestion);
    await inAdmin(scene, { ...way, path }, async ({ page, app, words, rowOf, look }) => {
      const { t } = words;
      const amount = moneyWords(usd('45'), words);
      const row = rowOf(order);
      const refund = row.getByRole('button', { name: t('action.refund-for', { amount, order }) });
      await refund.click();
      await row.getByRole('timer').waitFor();
      const clickedAt = performance.now();
      await look('undo-hold');
      await row.getByRole('button', { name: t('action.undo-for', { order }) }).click();

      const said = t('outcome.undone.title', { order });
      await app.getByRole('status').getByText(said).waitFor();
      await page.locator('#toasts').getByText(said).waitFor();
      await refund.waitFor();
      expect(await row.getByRole('timer').count()).toBe(0);
      await look('undo-undone');

      await sleep(holdSeconds * 1000 + 2000 - (performance.now() - clickedAt));
      expect(await row.innerText()).toContain(t('state.open'));
      expect(orderOf(stage, suggestion).refunds).toEqual([]);
      expect(refundCallsFor(stage, suggestion)).toEqual([]);
      expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'undone', sends: 0 }]);
      expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');

      await refund.click();
      await row.getByText(t('state.refunded'), { exact: true }).waitFor();
      await look('undo-refunded');
      expect(orderOf(stage, suggestion).refunds.length).toBe(1);
      expect(refundCallsFor(stage, suggestion).length).toBe(1);
    });
  },
);
