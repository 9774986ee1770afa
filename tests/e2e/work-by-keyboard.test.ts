import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { onlySuggestion, queuePathOf, setHold, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { refundCallsFor } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';

let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
  await setHold(scene.stage, 60);
});
afterAll(async () => {
  await scene.close();
});

test.each(ways)('the queue is worked through by keys: $language at $width', async (way) => {
  const { stage } = scene;
  const orders = [1, 2].map((index) => `${orderNameFor(way)}${index}`);
  const [first, second] = await Promise.all(
    orders.map((name) => suggested(stage, lateDispatchOrder({ name }))),
  );
  if (!first || !second) throw new Error('two suggestions');
  // Only those of this way.
  const path = `${queuePathOf(first)}&search=${encodeURIComponent(orderNameFor(way))}`;
  await inAdmin(scene, { ...way, path }, async ({ page, app, words, rowOf, look }) => {
    const { t } = words;
    const press = (key: string) => page.keyboard.press(key);
    const focused = () => app.evaluate(() => document.activeElement?.textContent ?? '');
    // The keys are the frame's: the first click gives it the keyboard.
    await app.getByRole('heading', { level: 1 }).click();
    for (const key of ['r', 's', 'd', 'u', 'o']) await press(key);
    expect((await onlySuggestion(stage, first.order_id)).state).toBe('open');

    await press('j');
    const top = await focused();
    expect(orders).toContain(top);
    await press('j');
    const below = await focused();
    expect(orders.filter((name) => name !== top)).toEqual([below]);
    await press('j');
    expect(await focused()).toBe(below);
    await press('k');
    expect(await focused()).toBe(top);
    await press('Alt+r');
    await look('keys-row');
    expect(await findBarriers(app)).toEqual([]);
    const order = await focused();
    const suggestion = order === orders[0] ? first : second;
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
    const row = rowOf(order);
    await press('r');
    await row.getByRole('timer').waitFor();
    expect(await focused()).toBe(order);
    await press('u');
    await app.getByRole('status').getByText(t('outcome.undone.title', { order })).waitFor();
    expect(refundCallsFor(stage, suggestion)).toEqual([]);

    await press('d');
    await app.getByRole('group', { name: t('dismiss.why', { order }) }).waitFor();
    // In a field the keys are the field's.
    await press('j');
    await app.getByRole('group', { name: t('dismiss.why', { order }) }).waitFor();
    await press('Escape');
    await app
      .getByRole('group', { name: t('dismiss.why', { order }) })
      .waitFor({ state: 'hidden' });
    await app.waitForFunction(() => document.activeElement !== document.body);
    await press('s');
    const form = app.getByRole('group', {
      name: t('snooze.until-when', { order, time: '08:00' }),
    });
    await form.waitFor();
    await app.getByRole('button', { name: t('snooze.confirm'), exact: true }).click();
    await row.getByText(t('state.snoozed'), { exact: true }).waitFor();
    await press('u');
    await app.getByRole('status').getByText(t('outcome.woken.title', { order })).waitFor();
    expect(await form.count()).toBe(0);

    await press('/');
    const search = app.getByRole('textbox', { name: t('filter.search-order') });
    await page.keyboard.type('#rsd?');
    expect(await search.inputValue()).toBe('#rsd?');
    await app.getByRole('heading', { name: t('empty.filtered.title') }).waitFor();
    await search.fill('');
    await row.waitFor();
    await app.getByRole('heading', { level: 1 }).click();

    await press('?');
    const help = app.getByRole('button', { name: t('keys.button') });
    expect(await help.getAttribute('aria-expanded')).toBe('true');
    await app.getByText(t('keys.snooze'), { exact: true }).waitFor();
    expect(await findBarriers(app)).toEqual([]);
    await look('keys-help');
    await app.getByRole('checkbox', { name: t('keys.on') }).uncheck();
    await press('Escape');
    expect(await help.getAttribute('aria-expanded')).toBe('false');
    await app.getByRole('heading', { level: 1 }).click();
    const before = await focused();
    await press('j');
    expect(await focused()).toBe(before);
    await help.click();
    await app.getByRole('checkbox', { name: t('keys.on') }).check();
    await app.getByRole('heading', { level: 1 }).click();
    await press('j');
    await press('o');
    await app.getByRole('heading', { level: 1, name: /#/ }).waitFor();
  });
});
