import { readFileSync } from 'node:fs';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  inAdmin,
  orderNameFor,
  startAdminScene,
  ways,
  type AdminScene,
} from '#tests/support/admin-page.ts';
import { load, onlySuggestion, suggestionsOf } from '#tests/support/decide.ts';
import { findBarriers } from '#tests/support/find-barriers.ts';
import { daysBefore, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, waitUntil } from '#tests/support/stage.ts';

const pdfFile = '**/evidence.pdf*';
let scene: AdminScene;

beforeAll(async () => {
  scene = await startAdminScene();
});
afterAll(async () => {
  await scene.close();
});

/** Two mugs, scanned on nine days, delivered, complained of; and the bank has taken the money. */
async function disputed(name: string): Promise<string> {
  const { api } = scene.stage.simulator;
  const at = daysBefore(40);
  const order = restOrder({ name, created_at: at, updated_at: at, processed_at: at });
  const orderId = load(scene.stage, order);
  const parcel = api.addFulfillment(shopDomain, orderId, {
    ...{ trackingCompany: 'USPS', trackingNumber: '94', createdAt: daysBefore(30) },
  });
  for (let day = 29; day > 20; day -= 1)
    api.addScan(shopDomain, parcel, { status: 'IN_TRANSIT', happenedAt: daysBefore(day) });
  api.addScan(shopDomain, parcel, { status: 'DELIVERED', happenedAt: daysBefore(8) });
  const [line] = order['line_items'] as readonly { readonly id: number }[];
  api.requestReturn(shopDomain, orderId, {
    lines: [
      {
        ...{ lineItemId: String(line?.id), quantity: 1 },
        ...{ note: 'It arrived broken', reason: 'defective' },
      },
    ],
  });
  await waitUntil(
    async () => (await suggestionsOf(scene.stage, orderId)).length > 0,
    'a suggestion',
  );
  api.openDispute(shopDomain, orderId, 'CHARGEBACK');
  api.announceOrder(shopDomain, orderId);
  await waitUntil(async () => {
    const [row] = await scene.stage.query<{ disputes: number }>(
      `select jsonb_array_length(facts->'disputes') as disputes from order_record where order_id = $1`,
      [orderId],
    );
    return row?.disputes === 1;
  }, 'the dispute to be read');
  return (await onlySuggestion(scene.stage, orderId)).id;
}

async function downloaded(page: Page, start: () => Promise<void>) {
  const [answer, download] = await Promise.all([
    page.waitForResponse(pdfFile),
    page.waitForEvent('download'),
    start(),
  ]);
  return {
    type: await answer.headerValue('content-type'),
    name: download.suggestedFilename(),
    bytes: readFileSync(await download.path()),
  };
}

function shownOf(app: Frame, selector: string): Promise<number> {
  return app
    .locator(selector)
    .evaluateAll((found) => found.filter((one) => one.checkVisibility()).length);
}

test.each(ways)('what happened is read, and unfolded: $language at $width', async (way) => {
  const order = orderNameFor(way);
  const path = `/app/suggestions/${await disputed(order)}`;
  await inAdmin(scene, { ...way, path }, async ({ page, app, words, cardOf, look }) => {
    const { t } = words;
    const course = cardOf(t('evidence-card.title'));
    const told = await course.innerText();
    for (const said of [
      t('timeline.ordered', { amount: '' }).trim(),
      t('scan-kind.delivered'),
      t('leg.last-mile'),
      t('timeline.return-asked', { count: 1 }),
      t('evidence.return-reason', { reason: t('reason.DEFECTIVE') }),
    ]) {
      expect(told).toContain(said);
    }
    expect(await findBarriers(app)).toEqual([]);
    await look('evidence-folded');

    // Of nine scans one after the other, three are shown; the delivery is always.
    const scans = 'ol > li[data-kind=scan]';
    expect(await shownOf(app, scans)).toBe(4);
    await course.getByRole('button', { name: t('timeline.more-scans', { count: 6 }) }).click();
    await waitUntil(async () => (await shownOf(app, scans)) === 10, 'all scans');
    expect(await app.evaluate(() => document.activeElement?.getAttribute('data-kind'))).toBe(
      'scan',
    );
    await page.setViewportSize({ width: 320, height: 900 });
    await look('evidence-narrowest');
    await page.setViewportSize({ width: way.width, height: 900 });
  });
});

test.each(ways)(
  'the evidence is kept as a file, in the language that is asked for: $language at $width',
  async (way) => {
    const order = `${orderNameFor(way)}F`;
    const path = `/app/suggestions/${await disputed(order)}`;
    await inAdmin(scene, { ...way, path }, async ({ page, app, words: { t }, cardOf, look }) => {
      await cardOf(t('paper.title')).getByText(t('paper.dispute')).waitFor();
      const button = app.getByRole('button', { name: t('paper.download') });
      const english = await downloaded(page, () => button.click());
      expect(english.type).toBe('application/pdf');
      expect(english.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(english.name).toBe(`${t('paper.file')}-${order.slice(1)}.pdf`);
      await app.getByRole('status').getByText(t('paper.done')).waitFor();
      await app.getByLabel(t('paper.language')).selectOption('zh-CN');
      const chinese = await downloaded(page, () => button.click());
      expect(chinese.bytes.equals(english.bytes)).toBe(false);

      // Something else answers: it is said, and can be tried again.
      await page.route(pdfFile, (route) => route.fulfill({ contentType: 'text/html', body: 'no' }));
      await button.click();
      await cardOf(t('paper.title')).getByText(t('paper.failed')).waitFor();
      expect(await findBarriers(app)).toEqual([]);
      await look('evidence-failed');
      await page.unroute(pdfFile);
      expect((await downloaded(page, () => button.click())).type).toBe('application/pdf');
      await cardOf(t('paper.title')).getByText(t('paper.failed')).waitFor({ state: 'detached' });
    });
  },
);

test.each(ways)(
  'on paper nothing is folded and nothing can be pressed: $language at $width',
  async (way) => {
    const order = `${orderNameFor(way)}P`;
    const path = `/app/suggestions/${await disputed(order)}`;
    await inAdmin(scene, { ...way, path }, async ({ page, app, words: { t }, look }) => {
      await app.getByRole('heading', { level: 1, name: order }).waitFor();
      await app.getByText(t('paper.dispute')).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await shownOf(app, 'button, [role=button], select, textarea')).toBe(0);
      expect(await shownOf(app, 'ol > li[data-kind=scan]')).toBe(10);
      await app.getByRole('heading', { name: t('evidence-card.title') }).waitFor();
      expect(await app.getByText(t('paper.dispute')).isVisible()).toBe(false);
      await look('evidence-printed');
      await page.emulateMedia({ media: 'screen' });
      await app.getByRole('button', { name: t('paper.print') }).waitFor();
    });
  },
);
