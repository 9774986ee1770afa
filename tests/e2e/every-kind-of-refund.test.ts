import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { moneyWords } from '#app/ui/format.ts';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { load, stateIs, suggested, suggestionsOf } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { usd } from '#tests/support/order-facts.ts';
import { orderOf } from '#tests/support/refunds.ts';
import { freshId, lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

async function setPolicy(policy: Record<string, unknown>): Promise<void> {
  await scene.stage.query('update shop set policy = $1', [
    JSON.stringify({ holdSeconds: 1, ...policy }),
  ]);
}

describe.each(ways)('in $language at $width', (way) => {
  test('one item and a part of the shipping go back as store credit', async () => {
    await setPolicy({});
    const name = orderNameFor(way);
    const order = lateDispatchOrder({ name, customer: { id: freshId() } });
    const suggestion = await suggested(scene.stage, order);
    const path = `/app/suggestions/${suggestion.id}`;
    await inAdmin(scene, { ...way, path }, async ({ app, words, cardOf, look }) => {
      const { t } = words;
      await app.getByRole('button', { name: t('refund-editor.open') }).click();
      const editor = cardOf(t('refund-editor.title'));
      await editor
        .getByText(moneyWords(usd('45'), words))
        .first()
        .waitFor();
      await editor.getByRole('spinbutton', { name: 'Enamel mug' }).fill('1');
      await editor.getByRole('textbox', { name: t('refund-editor.shipping') }).fill('99');
      await editor.getByText(t('choice-problem.above-shipping')).waitFor();
      await editor.getByRole('textbox', { name: t('refund-editor.shipping') }).fill('2.5');
      const pay = t('action.refund', { amount: moneyWords(usd('22.5'), words) });
      await editor.getByRole('button', { name: pay }).waitFor();
      await editor.getByText(t('refund-editor.method-store-credit'), { exact: true }).click();
      await editor.getByText(t('choice-problem.buyer-must-agree')).waitFor();
      await editor.getByRole('checkbox', { name: t('refund-editor.buyer-agreed') }).check();
      await editor.getByText(t('refund-editor.as-credit'), { exact: true }).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('refund-editor');
      await editor.getByRole('button', { name: pay }).click();
      await stateIs(scene.stage, suggestion.id, 'refunded');
    });
    const [refund] = orderOf(scene.stage, suggestion).refunds;
    expect(refund?.transactions).toMatchObject([
      { gateway: 'shopify_store_credit', amount: '22.50' },
    ]);
  });

  test('a large refund waits for a second person, and none goes out while all are stopped', async () => {
    await setPolicy({ money: { secondPersonAbove: '40' } });
    const { stage } = scene;
    const name = `${orderNameFor(way)}1`;
    const suggestion = await suggested(stage, lateDispatchOrder({ name }));
    const path = `/app/suggestions/${suggestion.id}`;
    await inAdmin(scene, { ...way, path }, async ({ app, words }) => {
      const { t } = words;
      const refund = app.getByRole('button', {
        name: t('action.refund-for', { amount: moneyWords(usd('45'), words), order: name }),
      });
      await refund.click();
      await app
        .getByText(t('outcome.second-person-needed.title', { order: name }))
        .first()
        .waitFor();
      await setPolicy({ money: { stopped: true } });
      await refund.click();
      await app.getByText(t('not-refundable.stopped')).first().waitFor();
    });
    expect(orderOf(stage, suggestion).refunds).toEqual([]);
    await setPolicy({ money: { secondPersonAbove: '40' } });
    const token = stage.simulator.api.sessionToken(shopDomain, { sub: '777' });
    const answer = await stage.fetch(`/app/suggestions/${suggestion.id}/decision`, {
      method: 'POST',
      body: new URLSearchParams({ intent: 'refund', version: String(suggestion.version) }),
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(await answer.json()).toMatchObject({ outcome: 'approved' });
  });
});

test.each(ways.map((way, index) => ({ ...way, count: index === 0 ? 50 : 3 })))(
  '$count are refunded in one go, and the one that cannot be is named: $language at $width',
  async ({ count, ...way }) => {
    await setPolicy({});
    const { stage } = scene;
    await stage.query(`update suggestion set state = 'dismissed' where state = 'open'`);
    const orders: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const changes = { name: `#${way.language}${way.width}-${index}` };
      const orderId = load(stage, lateDispatchOrder(changes));
      stage.simulator.api.announceOrder(shopDomain, orderId);
      orders.push(orderId);
    }
    await waitUntil(
      async () =>
        (await suggestionsOf(stage)).filter(({ state }) => state === 'open').length === count,
      'the suggestions',
      60_000,
    );
    await inAdmin(scene, { ...way, path: '/app?tab=waiting' }, async ({ app, words, look }) => {
      const { t } = words;
      await app.getByRole('link', { name: t('bulk.open') }).click();
      await app.getByRole('heading', { level: 1, name: t('bulk.title') }).waitFor();
      // Waiting is the better advice for these: nothing is ticked that the merchant did not tick.
      await app.getByText(t('bulk.sum', { count: 0, sums: '' })).waitFor();
      await app.getByText(t('bulk.all'), { exact: true }).click();
      await app
        .getByText(t('bulk.sum', { count, sums: moneyWords(usd(String(45 * count)), words) }))
        .waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('refund-several');
      // Somebody else is quicker with one of them; its news is still on the way.
      stage.simulator.api.deliverTo('http://127.0.0.1:9');
      stage.simulator.api.refundElsewhere(shopDomain, orders[1] ?? '', '10.00');
      await app.getByRole('button', { name: t('bulk.start', { count }) }).click();
      await app.getByText(t('bulk-state.done', { count })).waitFor({ timeout: 90_000 });
      await app.getByText(t('bulk.not-made', { count: 1 })).waitFor();
      await app.getByText(t('bulk-outcome.stale')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('refunded-several');
      stage.simulator.api.deliverTo(stage.app.origin);
    });
    await waitUntil(
      () =>
        orders.filter((id) => {
          const refunds = stage.simulator.api.order(shopDomain, id)?.refunds ?? [];
          return refunds.some(({ note }) => note?.includes('Amends refund'));
        }).length ===
        count - 1,
      'the other refunds',
      60_000,
    );
  },
);
