import { afterAll, beforeAll, expect, test } from 'vitest';
import { untoldDays } from '#app/domain/health/untold-change.ts';
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
import { shopDomain, testShop, waitUntil } from '#tests/support/stage.ts';

const newShop = 'new-test.myshopify.com';
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene({ shops: [testShop, { ...testShop, domain: newShop }] });
  await scene.stage.install(newShop);
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

test.each(ways)('what went untold and fell silent is named: $language at $width', async (way) => {
  const { stage } = scene;
  const name = orderNameFor({ ...way, width: way.width + 1 });
  const suggestion = await suggested(stage, lateDispatchOrder({ name }));
  await stage.query(
    `insert into untold_change (shop, order_id, changed_at, found_at)
     values ($1, $2, now() - interval '2 hours', now()) on conflict do nothing`,
    [shopDomain, suggestion.order_id],
  );
  await stage.query(
    `insert into inbox_delivery (webhook_id, shop, topic, api_version, received_at, drained_at)
     select gen_random_uuid(), $1, 'returns/update', '2026-10', at, at
     from generate_series(3, 40) as days, lateral (select now() - days * interval '1 day' as at) as came`,
    [shopDomain],
  );
  await waitUntil(async () => {
    const seen = await stage.query('select 1 from api_budget where shop = $1', [shopDomain]);
    return seen.length === 1;
  }, 'the budget');
  const [counted] = await stage.query<{ count: number }>(
    'select count(*)::int as count from untold_change',
  );
  await inAdmin(scene, { ...way, path: '/app/health' }, async ({ app, words, cardOf, look }) => {
    const { t } = words;
    const notifications = cardOf(t('health.notifications.title'));
    const { count = 0 } = counted ?? {};
    await notifications
      .getByText(t('health.notifications.untold', { count, days: untoldDays }))
      .waitFor();
    expect(await notifications.getByRole('link', { name }).getAttribute('href')).toMatch(
      /^shopify:admin\/orders\/\d+$/,
    );
    const kinds = notifications.getByRole('row');
    await kinds
      .filter({ hasText: 'returns/update' })
      .getByText(t('health.notifications.unusual'))
      .waitFor();
    await kinds
      .filter({ hasText: 'returns/close' })
      .getByText(t('health.notifications.never'))
      .waitFor();
    const calls = cardOf(t('health.calls.title'));
    await calls.getByText(t('health.calls.left')).waitFor();
    await calls.getByText(/2,000/).waitFor();
    expect(await findBarriers(app)).toEqual([]);
    await look('health-notifications');
  });
});

test.each(ways)('a shop of which nothing is known says so: $language at $width', async (way) => {
  const visit = { ...way, path: '/app/health', shop: newShop };
  await scene.stage.query('delete from api_budget where shop = $1', [newShop]);
  await inAdmin(scene, visit, async ({ app, words: { t }, cardOf, look }) => {
    await cardOf(t('health.calls.title')).getByText(t('health.calls.none')).waitFor();
    await cardOf(t('health.notifications.title'))
      .getByText(t('health.notifications.none-untold', { days: untoldDays }))
      .waitFor();
    expect(await findBarriers(app)).toEqual([]);
    await look('health-new');
  });
});
