import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { decide, suggested } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, testShop, waitUntil } from '#tests/support/stage.ts';
import { writeTrail } from '#tests/support/trail.ts';

const quietShop = 'quiet-test.myshopify.com';
const csvFile = '**/app/activity/export.csv*';
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene({ shops: [testShop, { ...testShop, domain: quietShop }] });
  const { stage } = scene;
  await stage.install(quietShop);
  await stage.query(`update shop set timezone = 'America/New_York'`);
  const trail = { shop: shopDomain, events: 300 };
  await writeTrail((sql, values) => stage.query(sql, values), trail);
});
afterAll(async () => {
  await scene.close();
});

async function downloaded(page: Page, start: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), start()]);
  return readFileSync(await download.path(), 'utf8');
}

test.each(ways)(
  'what was done to an order is found, and leads to it: $language at $width',
  async (way) => {
    const name = orderNameFor(way);
    const suggestion = await suggested(scene.stage, lateDispatchOrder({ name }));
    await decide(scene.stage, suggestion, 'dismiss', { reason: 'already-handled' });
    await inAdmin(scene, { ...way, path: '/app/activity' }, async ({ app, words: { t }, look }) => {
      await app.getByRole('heading', { level: 1, name: t('activity.title') }).waitFor();
      const rows = app.locator('tr[data-event]');
      expect(await rows.count()).toBe(50);
      expect(await findBarriers(app)).toEqual([]);
      await look('activity');

      await app.getByRole('textbox', { name: t('filter.search-order') }).fill(name);
      await waitUntil(async () => (await rows.count()) === 2, 'the order alone');
      const dismissed = rows.first();
      expect(await dismissed.innerText()).toContain(t('audit.suggestion-dismissed'));
      expect(await dismissed.innerText()).toContain(t('actor.staff', { id: '42' }));
      expect(await rows.last().innerText()).toContain(t('actor.system'));
      await dismissed.getByRole('link', { name }).click();
      await app.getByRole('heading', { level: 1, name }).waitFor();
    });
  },
);

test.each(ways)('filters, pages and days: $language at $width', async (way) => {
  await inAdmin(scene, { ...way, path: '/app/activity' }, async ({ page, app, words, look }) => {
    const { t } = words;
    const rows = app.locator('tr[data-event]');
    const newest = await rows.first().getAttribute('data-event');
    await app.getByRole('button', { name: t('paging.next') }).click();
    await waitUntil(
      async () => (await rows.first().getAttribute('data-event')) !== newest,
      'the second page',
    );
    await app.getByRole('button', { name: t('paging.previous') }).click();
    await waitUntil(
      async () => (await rows.first().getAttribute('data-event')) === newest,
      'the first page',
    );

    await app.getByLabel(t('activity.what'), { exact: true }).selectOption('settings');
    await waitUntil(async () => (await rows.count()) === 10, 'changes of the settings');
    // By the shop's days: in UTC there are none on the 30th.
    await app.getByLabel(t('activity.to'), { exact: true }).fill('2026-10-30');
    await waitUntil(async () => (await rows.count()) === 3, 'those of the first day');
    await look('activity-filtered');
    // The narrowest screen there is.
    await page.setViewportSize({ width: 320, height: 900 });
    await look('activity-narrowest');
    await page.setViewportSize({ width: way.width, height: 900 });
    // One after the other, sooner than a page comes.
    await app.getByLabel(t('activity.from'), { exact: true }).fill('2026-10-31');
    await app.getByLabel(t('activity.to'), { exact: true }).fill('2026-10-31');
    await waitUntil(async () => (await rows.count()) === 7, 'those of the next day');
    await app.getByLabel(t('activity.who'), { exact: true }).selectOption('system');
    await app.getByRole('heading', { name: t('activity.no-match.title') }).waitFor();
    expect(await findBarriers(app)).toEqual([]);
    await look('activity-no-match');
    await app
      .getByRole('link', { name: t('filter.clear') })
      .first()
      .click();
    await waitUntil(async () => (await rows.count()) === 50, 'all of it');
  });
});

test.each(ways)('a file of what was found, by keyboard: $language at $width', async (way) => {
  const path = '/app/activity?kind=settings';
  await inAdmin(scene, { ...way, path }, async ({ page, app, words: { t }, look }) => {
    const button = (said: string) =>
      app.getByRole('button', { name: t(`activity.export.${said}`) });
    await app.getByLabel(t('activity.to'), { exact: true }).focus();
    await waitUntil(async () => {
      await page.keyboard.press('Tab');
      return button('start').evaluate((element) => element === document.activeElement);
    }, 'the button to be reached by tabs');
    const text = await downloaded(page, () => page.keyboard.press('Enter'));
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, ...lines] = readCsv(text.slice(1));
    expect(head?.[0]).toBe(t('activity.csv.at'));
    expect(lines.length).toBe(10);
    expect(lines[0]?.slice(1, 3)).toEqual(['policy-changed', t('audit.policy-changed')]);
    const done = t('activity.export.done', { count: 10 });
    await app.locator('main p', { hasText: done }).waitFor();
    await look('activity-exported');

    // Nobody answers: it can be given up, by the button that focus is on.
    await page.route(csvFile, () => undefined);
    await page.keyboard.press('Enter');
    await button('cancel').waitFor();
    await page.keyboard.press('Enter');
    await app.locator('main p', { hasText: t('activity.export.cancelled') }).waitFor();
    await page.unroute(csvFile);

    // Something else answers: no file, and another try.
    await page.route(csvFile, (route) => route.fulfill({ contentType: 'text/html', body: 'no' }));
    await page.keyboard.press('Enter');
    await app.locator('main p', { hasText: t('activity.export.failed') }).waitFor();
    await look('activity-export-failed');
    expect(await findBarriers(app)).toEqual([]);
    await page.unroute(csvFile);
    await button('retry').waitFor();
    const again = await downloaded(page, () => page.keyboard.press('Enter'));
    expect(again).toBe(text);
  });
});

test.each(ways)(
  'where nothing was done yet, it says what comes: $language at $width',
  async (way) => {
    const visit = { ...way, shop: quietShop, path: '/app/activity?kind=refunds' };
    await inAdmin(scene, visit, async ({ app, words: { t }, look }) => {
      await app.getByRole('heading', { name: t('activity.no-match.title') }).waitFor();
      await app
        .getByRole('link', { name: t('filter.clear') })
        .first()
        .click();
      await app.getByRole('heading', { name: t('activity.nothing.title') }).waitFor();
      await app.getByText(t('activity.nothing.text')).waitFor();
      expect(await app.getByRole('button', { name: t('activity.export.start') }).isDisabled()).toBe(
        true,
      );
      expect(await findBarriers(app)).toEqual([]);
      await look('activity-nothing');
    });
  },
);
