import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyWords } from '#app/ui/format.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { setHold } from '#tests/support/decide.ts';
import { usd } from '#tests/support/order-facts.ts';
import {
  attemptsOf,
  orderOf,
  refundCallsFor,
  silentParcel,
  wellAfterTheHold,
} from '#tests/support/refunds.ts';
import { shopDomain } from '#tests/support/stage.ts';

let scene: AdminScene;
let silent: readonly Awaited<ReturnType<typeof silentParcel>>[];

beforeAll(async () => {
  scene = await startAdminScene();
  const { stage } = scene;
  await setHold(stage, 1);
  silent = await Promise.all(ways.map(() => silentParcel(stage)));
  await stage.simulator.api.deliveriesSettled();
  await stage.drained();
  // From now on Shopify knows more than the app: no webhook arrives.
  stage.simulator.api.deliverTo('http://127.0.0.1:9');
});
afterAll(async () => {
  await scene.close();
});

test.concurrent.each(ways)(
  'a click on a parcel that was delivered meanwhile says so and pays nothing: $language at $width',
  async (way) => {
    const { stage } = scene;
    const suggestion = silent[ways.indexOf(way)];
    if (!suggestion) throw new Error('no parcel for this way');
    const { name: order } = orderOf(stage, suggestion);
    await inAdmin(scene, way, async ({ app, words, rowOf, look }) => {
      const { t } = words;
      const amount = moneyWords(usd('45'), words);
      const row = rowOf(order);
      await row.getByText(t('ground.silent-parcel')).waitFor();
      stage.simulator.api.addScan(shopDomain, suggestion.fulfillmentId, { status: 'DELIVERED' });
      await row.getByRole('button', { name: t('action.refund-for', { amount, order }) }).click();

      // The row below it says what changed.
      const said = app.getByRole('row').filter({ hasText: t('outcome.stale.title', { order }) });
      await said.getByText(t('change.delivered-meanwhile'), { exact: true }).waitFor();
      await look('stale-click');
      await row.getByText(t('withdrawn.delivered')).waitFor();
      expect(await row.getByRole('button').count()).toBe(0);
      await look('stale-withdrawn');
      await wellAfterTheHold();
      expect(orderOf(stage, suggestion).refunds).toEqual([]);
      expect(refundCallsFor(stage, suggestion)).toEqual([]);
      expect(await attemptsOf(stage, suggestion)).toEqual([]);
    });
  },
);
