import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { restOrder } from '#tests/support/rest-order.ts';
import { demoShop, startVisit, type Visit } from './admin-visit.ts';

const shop = demoShop.domain;

describe("the store's orders in the admin", () => {
  let visit: Visit;
  let page: Page;
  let orderId: string;

  beforeAll(async () => {
    visit = await startVisit();
    page = await visit.browser.newPage({ viewport: { width: 375, height: 740 } });
    for (let index = 0; index < 51; index += 1) load(restOrder());
    orderId = load(restOrder({ name: '#<b>7</b>', created_at: '2020-01-02T03:04:05Z' }));
  });
  afterAll(async () => {
    await visit.close();
  });

  function load(body: Record<string, unknown>): string {
    const loaded = visit.simulator.api.loadOrder(shop, body);
    if (loaded.outcome === 'rejected') throw new Error(loaded.reason);
    return loaded.orderId;
  }

  test('are listed newest first, in pages', async () => {
    await page.goto(`${visit.simulator.adminOrigin}/store/demo/orders`);
    expect(await page.getByRole('row').count()).toBe(51);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL('**/orders?page=2');
    expect(await page.getByRole('row').count()).toBe(3);
    expect(await page.getByRole('row').last().textContent()).toContain('#<b>7</b>');
  });

  test('show a refund as it arrives', async () => {
    await page.getByRole('link', { name: '#<b>7</b>' }).click();
    await page.waitForURL(`**/orders/${orderId.split('/').at(-1) ?? ''}`);
    await page.getByText('Nothing was refunded.').waitFor();

    const refundId = visit.simulator.api.refundElsewhere(shop, orderId, '12.50');
    const refund = page.getByRole('region', { name: `Refund ${refundId.split('/').at(-1) ?? ''}` });
    await refund.getByRole('cell', { name: '12.50 USD' }).waitFor();
    expect(await refund.textContent()).toContain('Without a note');
    expect(await page.locator('dl').textContent()).toContain('Partially refunded');
  });

  test('fit on a telephone without the page scrolling sideways', async () => {
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('main')?.scrollWidth,
    ]);
    expect(widths).toEqual([375, 375]);
  });

  test('of an unknown store or number are not found', async () => {
    for (const path of ['/store/other/orders', '/store/demo/orders/1', '/store/demo/else']) {
      expect((await fetch(visit.simulator.adminOrigin + path)).status).toBe(404);
    }
  });

  test('and the stores themselves are listed in the language of the page', async () => {
    await page.goto(`${visit.simulator.adminOrigin}/?locale=zh-CN`);
    await page.getByRole('heading', { name: '商店' }).waitFor();
    const link = page.getByRole('link', { name: 'demo' });
    expect(await link.getAttribute('href')).toBe('/store/demo/apps/amends/app?locale=zh-CN');
  });
});
