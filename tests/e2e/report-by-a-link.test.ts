import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadBuyerReport } from '#app/locales/load-buyer-report.ts';
import { createI18n } from '#app/ui/i18n.ts';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
  type Way,
} from '#tests/support/admin-page.ts';
import { load, suggestionsOf } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { telephonePhoto } from '#tests/support/report-form.ts';
import { daysBefore, freshId, silentOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

const trees = await loadBuyerReport();
const pictures = 'tests/e2e/screenshots';
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

/** Two mugs that were never heard of again: there is a suggestion, whose page has the buyer's link. */
async function silent(name: string): Promise<{ readonly orderId: string; readonly path: string }> {
  const { api } = scene.stage.simulator;
  const { order, scannedAt } = silentOrder();
  const [mugs] = order['line_items'] as readonly Record<string, unknown>[];
  const orderId = load(scene.stage, {
    ...order,
    name,
    line_items: [{ ...mugs, sku: `MUG-${freshId()}` }],
  });
  const parcel = api.addFulfillment(shopDomain, orderId, {
    ...{ trackingCompany: 'USPS', trackingNumber: '94', createdAt: daysBefore(25) },
  });
  api.addScan(shopDomain, parcel, { status: 'IN_TRANSIT', happenedAt: scannedAt });
  await waitUntil(
    async () => (await suggestionsOf(scene.stage, orderId)).length > 0,
    'a suggestion',
  );
  const [suggestion] = await suggestionsOf(scene.stage, orderId);
  return { orderId, path: `/app/suggestions/${suggestion?.id ?? ''}` };
}

/** A browser that has nothing of the merchant's; fails when it complained of anything but a form that was sent back. */
async function asBuyer({ language, width }: Way, visit: (page: Page) => Promise<void>) {
  const context = await scene.browser.newContext({
    ...{ viewport: { width, height: 900 }, locale: language },
  });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (!message.text().includes('status of 422')) complaints.push(message.text());
  });
  await visit(page);
  await context.close();
  expect(complaints).toEqual([]);
}

/** Fails where a reader would have to scroll sideways, or somebody is shut out; keeps a picture. */
async function look(page: Page, name: string): Promise<void> {
  expect(await findBarriers(page.mainFrame())).toEqual([]);
  const { width } = page.viewportSize() ?? { width: 0 };
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}

test.each(ways)(
  'a buyer without an account reports by a link, and the merchant sees it: $language at $width',
  async (way) => {
    const { language, width } = way;
    const say = createI18n(language, trees[language]).t;
    const name = orderNameFor(way);
    const { orderId, path } = await silent(name);
    const seen = `${language}-${width}`;
    let link = '';
    await inAdmin(scene, { ...way, path }, async ({ app, words: { t } }) => {
      const field = app.getByLabel(t('buyer-reports.link.of-order'));
      await field.waitFor();
      link = await field.inputValue();
    });

    await asBuyer(way, async (page) => {
      await page.goto(link);
      await page.getByText(say('of-order', { order: name })).waitFor();
      await look(page, `report-form-${seen}`);
      await page.setViewportSize({ width: 320, height: 900 });
      await look(page, `report-form-narrowest-${language}`);
      await page.setViewportSize({ width, height: 900 });

      await page.getByLabel(say('problem.damaged'), { exact: true }).check();
      await page.getByLabel(say('words.label')).fill('Dear shop');
      await page.getByRole('button', { name: say('send') }).click();
      await page.getByRole('alert').getByText(say('fault.no-lines')).waitFor();
      expect(await page.getByLabel(say('words.label')).inputValue()).toBe('Dear shop');
      await look(page, `report-wrong-${seen}`);

      await page.getByLabel(say('lines.quantity', { title: 'Enamel mug', most: 2 })).fill('2');
      await page.getByLabel(say('photos.label')).setInputFiles([
        { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await telephonePhoto() },
        { name: 'b.jpg', mimeType: 'image/jpeg', buffer: await telephonePhoto() },
      ]);
      await page.getByRole('button', { name: say('send') }).click();
      await page.getByRole('status').getByText(say('sent')).waitFor();
      await page.getByText(say('state.looking'), { exact: true }).waitFor();
      await look(page, `report-sent-${seen}`);
      // Reloading sends nothing again.
      await page.reload();
      expect(await page.getByRole('article').count()).toBe(1);
    });

    await inAdmin(scene, { ...way, path }, async ({ app, words: { t }, cardOf, look: lookAt }) => {
      const card = cardOf(t('buyer-reports.card.title'));
      await card.getByText(t('report-problem.damaged')).waitFor();
      await card.getByAltText(t('buyer-reports.card.photo', { number: 1, count: 2 })).waitFor();
      await card.getByAltText(t('buyer-reports.card.photo', { number: 2, count: 2 })).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await lookAt('report-merchant');
    });

    await asBuyer(way, async (page) => {
      await page.goto(link);
      const taken = say('earlier.withdraw-of', { problem: say('problem.damaged'), date: '' });
      await page.getByRole('button', { name: taken.trim() }).click();
      await page.getByRole('status').getByText(say('taken-back')).waitFor();
      await page.getByText(say('state.withdrawn'), { exact: true }).waitFor();
      const left = await scene.stage.query(
        `select from report_photo photo join buyer_report report on report.id = photo.report_id
         where report.order_id = $1`,
        [orderId],
      );
      expect(left).toEqual([]);
    });
  },
);

test.each(ways)('a link that does not work says so: $language at $width', async (way) => {
  const say = createI18n(way.language, trees[way.language]).t;
  const context = await scene.browser.newContext({
    viewport: { width: way.width, height: 900 },
    locale: way.language,
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(
    `${scene.stage.simulator.appUrl}/report/lantern-test.1.4000000000.${'0'.repeat(64)}`,
  );
  await page.getByRole('alert').getByText(say('refusal.no-link')).waitFor();
  await context.close();
});

test.each(ways)(
  'the settings have the line for the shop’s e-mails: $language at $width',
  async (way) => {
    await inAdmin(
      scene,
      { ...way, path: '/app/settings/connections' },
      async ({ app, words: { t }, look: lookAt }) => {
        await app.getByText('hmac_sha256').waitFor();
        await app.getByText(t('buyer-reports.link.secret')).waitFor();
        expect(await findBarriers(app)).toEqual([]);
        await lookAt('report-link-settings');
      },
    );
  },
);
