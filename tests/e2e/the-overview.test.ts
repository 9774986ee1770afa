import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '#app/db/database.server.ts';
import { parseShopDomain, type ShopDomain } from '#app/domain/ids.ts';
import { automaticGrounds } from '#app/domain/policy/automatic-grounds.ts';
import { addDays, instantAt } from '#app/domain/time.ts';
import { inAdmin, startAdminScene, ways, type AdminScene } from '#tests/support/admin-page.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { usd } from '#tests/support/order-facts.ts';
import { fillOverview } from '#tests/support/overview-shop.ts';
import { addRow, legalBy } from '#tests/support/overview-rows.ts';
import { shopDomain, testShop, waitUntil } from '#tests/support/stage.ts';

const newShop = 'new-test.myshopify.com';
const openShop = 'open-test.myshopify.com';
let scene: AdminScene;

/** A shop that has been busy, one that is new, and one that only has something to decide. */
beforeAll(async () => {
  scene = await startAdminScene({
    shops: [testShop, { ...testShop, domain: newShop }, { ...testShop, domain: openShop }],
  });
  const { stage } = scene;
  await stage.install(newShop);
  await stage.install(openShop);
  const now = instantAt(Date.now());
  const db = await openDatabase(stage.databaseUrl, () => undefined);
  await fillOverview(db.prisma, parseShopDomain(shopDomain) as ShopDomain, now);
  for (const days of [-1, 2, 30]) {
    await addRow(db.prisma, {
      shop: parseShopDomain(openShop) as ShopDomain,
      ...{ openedAt: addDays(now, -2), amount: usd('45.00') },
      claim: { deadlines: [legalBy(addDays(now, days))] },
    });
  }
  await db.close();
  await stage.query('update shop set policy_version = 1, policy = $2 where domain = $1', [
    shopDomain,
    JSON.stringify({ automatic: { 'silent-parcel': 'on' } }),
  ]);
  const off = Object.fromEntries(automaticGrounds.map((ground) => [ground, 'off']));
  await stage.query('update shop set policy = $2 where domain = $1', [
    openShop,
    JSON.stringify({ automatic: off }),
  ]);
});
afterAll(async () => {
  await scene.close();
});

const path = '/app/overview';

describe.each(ways)('in $language at $width', (way) => {
  test('a busy shop sees what waits, and what became of the rest', async () => {
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, cardOf, look }) => {
      await app.getByRole('heading', { level: 1, name: t('overview.title') }).waitFor();
      expect(await app.getByText(t('overview.guide.title')).count()).toBe(0);
      expect(await findBarriers(app)).toEqual([]);
      await look('overview');

      // Each drawing is there once, and its figures are one click away.
      const course = app.getByRole('figure').filter({ hasText: t('overview.course.title-day') });
      expect(await course.getByRole('img').count()).toBe(1);
      await course.getByText(t('overview.chart.figures')).click();
      expect(await course.getByRole('row').count()).toBe(31);
      await look('overview-figures');
      expect(await findBarriers(app)).toEqual([]);

      const automation = cardOf(t('overview.automation.title'));
      await automation.getByText(t('overview.automation.on', { count: 1 })).waitFor();
      await automation
        .getByText(/\u20ac|EUR/)
        .first()
        .waitFor();
      await automation.getByText(t('overview.automation.undone')).waitFor();
      const watched = automation.getByRole('table', { name: t('overview.automation.watched') });
      expect(await watched.getByRole('row').count()).toBeGreaterThan(3);

      const due = cardOf(t('overview.due.title'));
      await due.getByRole('link', { name: t('due.overdue') }).click();
      await app.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor();
      await app
        .getByText(t('filter.applied', { filter: t('filter.due'), value: t('due.overdue') }))
        .waitFor();
      expect(await app.getByRole('table').count()).toBe(1);
    });
  });

  test('another period has other figures', async () => {
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, look }) => {
      const periods = app.getByRole('navigation', { name: t('overview.period.label') });
      await periods.getByRole('link', { name: t('overview.period.days', { count: 90 }) }).click();
      await app.getByRole('heading', { name: t('overview.course.title-week') }).waitFor();
      await look('overview-90-days');

      await app.getByRole('button', { name: t('overview.period.custom') }).click();
      const from = app.getByLabel(t('overview.period.from'), { exact: true });
      const to = app.getByLabel(t('overview.period.to'), { exact: true });
      await from.fill('2026-03-02');
      await to.fill('2026-03-01');
      await app.getByRole('button', { name: t('overview.period.apply') }).click();
      await app.getByText(t('overview.period.wrong', { count: 366 })).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('overview-wrong-dates');
      await from.fill('2025-03-01');
      await to.fill('2025-03-02');
      await app.getByRole('button', { name: t('overview.period.apply') }).click();
      await app.getByRole('heading', { name: t('overview.empty.title') }).waitFor();
      // The address says it all: a reload shows the same.
      expect(app.url()).toContain('from=2025-03-01&to=2025-03-02');
    });
  });

  test('the period’s suggestions are taken away as a file', async () => {
    await inAdmin(scene, { ...way, path }, async ({ app, page, words: { t } }) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        app.getByRole('button', { name: t('overview.export.button') }).click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/^amends-.*\.csv$/);
      const file = await readFile(await download.path(), 'utf8');
      expect(file.startsWith(`\uFEFF${t('column.order')},`)).toBe(true);
      expect(file).toContain(t('state.refunded'));
      await app
        .getByRole('status')
        .getByText(t('overview.export.done'))
        .waitFor({ state: 'attached' });
    });
  });

  test('a new shop is told what to do and what will be here, until it puts that away', async () => {
    const { stage } = scene;
    const isHidden = async () => {
      const [shop] = await stage.query<{ hidden: boolean }>(
        'select guide_hidden_at is not null as hidden from shop where domain = $1',
        [newShop],
      );
      return shop?.hidden ?? false;
    };
    const visit = { ...way, path, shop: newShop };
    await inAdmin(scene, visit, async ({ app, words: { t }, look }) => {
      await app.getByRole('heading', { name: t('overview.guide.policy.title') }).waitFor();
      await app.getByRole('heading', { name: t('overview.empty.title') }).waitFor();
      await app.getByText(t('overview.due.nothing')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('overview-new');
      // By the keyboard: Polaris takes the focus off what a mouse clicked.
      await app.getByRole('button', { name: t('overview.guide.hide') }).press('Enter');
      await waitUntil(isHidden, 'the guide to be put away');
      const show = app.getByRole('button', { name: t('overview.guide.show') });
      await show.waitFor();
      expect(await show.evaluate((button) => button === document.activeElement)).toBe(true);
      expect(await app.getByText(t('overview.guide.policy.title')).count()).toBe(0);
      await look('overview-new-hidden');
      await show.click();
      await app.getByRole('heading', { name: t('overview.guide.policy.title') }).waitFor();
      expect(await isHidden()).toBe(false);
    });
  });

  test('a shop that has not decided yet sees what is at stake', async () => {
    const visit = { ...way, path, shop: openShop };
    await inAdmin(scene, visit, async ({ app, words: { t }, cardOf, look }) => {
      await cardOf(t('overview.at-stake.title'))
        .getByText(t('overview.count.suggestions', { count: 3 }))
        .waitFor();
      await cardOf(t('overview.outcomes.title'))
        .getByText(t('overview.outcomes.no-refunds'))
        .waitFor();
      await app.getByText(t('overview.grounds.none')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('overview-open');
      const automation = cardOf(t('overview.automation.title'));
      await automation.getByText(t('overview.automation.off')).waitFor();
      await automation.getByRole('link', { name: t('overview.automation.settings') }).click();
      await app.getByRole('heading', { level: 1, name: t('settings.title') }).waitFor();
    });
  });
});

test('while it is long in coming, its shape is there', async () => {
  const way = { language: 'en', width: 1280 } as const;
  await inAdmin(scene, way, async ({ app, page, words: { t }, look }) => {
    await app.getByRole('heading', { level: 1, name: t('queue.title') }).waitFor();
    const looked = Promise.withResolvers<undefined>();
    await page.route('**/app/overview.data*', async (route) => {
      await looked.promise;
      await route.continue();
    });
    await page.getByRole('link', { name: t('nav.overview') }).click();
    await app.getByRole('status', { name: t('loading'), exact: true }).waitFor();
    await look('overview-loading');
    expect(await findBarriers(app)).toEqual([]);
    looked.resolve(undefined);
    await app.getByRole('heading', { level: 1, name: t('overview.title') }).waitFor();
  });
});
