import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { decide, setHold, stateIs, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { attemptsOf, orderOf } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, 0);
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)('a refund whose money failed is named: $language at $width', async (way) => {
  const { stage } = scene;
  const { api } = stage.simulator;
  api.faults.pendingRefunds = true;
  const name = orderNameFor(way);
  const suggestion = await suggested(stage, lateDispatchOrder({ name }));
  await decide(stage, suggestion, 'refund');
  await stateIs(stage, suggestion.id, 'refunded');
  const [refund] = orderOf(stage, suggestion).refunds;
  api.settleRefund(shopDomain, refund?.id ?? '', 'FAILURE');
  await waitUntil(
    async () => (await attemptsOf(stage, suggestion))[0]?.money_status === 'failure',
    'the news of it',
  );
  await inAdmin(scene, { ...way, path: '/app/health' }, async ({ app, words, cardOf, look }) => {
    const { t } = words;
    await cardOf(t('health.refunds')).getByText(t('money-status.failure')).first().waitFor();
    expect(await findBarriers(app)).toEqual([]);
    await look('health');
    await app.getByRole('link', { name }).click();
    await app.getByRole('heading', { level: 1, name }).waitFor();
    await app.getByText(t('money-status.failure'), { exact: true }).first().waitFor();
  });
});
