import type { BrowserContext } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoShop, openApp, startVisit, type OpenPage, type Visit } from './admin-visit.ts';

const shop = demoShop.domain;

describe('the admin around the app', () => {
  let visit: Visit;
  let context: BrowserContext;
  let opened: OpenPage;

  beforeAll(async () => {
    visit = await startVisit();
  });
  afterAll(async () => {
    await visit.close();
  });
  beforeEach(async () => {
    context = await visit.browser.newContext({ viewport: { width: 1280, height: 800 } });
    opened = await openApp(context, visit.simulator.adminUrl(shop));
  });
  afterEach(async () => {
    await context.close();
    expect(opened.complaints).toEqual([]);
  });

  const pressed = () => opened.frame.locator('body').getAttribute('data-pressed');

  test("shows the app's menu and moves the app, the address following it", async () => {
    const { page, frame } = opened;
    const menu = page.getByRole('navigation');
    expect(await menu.getByRole('link').allTextContents()).toEqual([
      'Orders',
      'Amends',
      'Queue',
      'Settings',
    ]);

    await menu.getByRole('link', { name: 'Queue' }).click();
    await frame.getByRole('heading', { name: 'Plain app at /app/queue' }).waitFor();
    await page.waitForURL('**/store/demo/apps/amends/app/queue');
    expect(await menu.getByRole('link', { name: 'Queue' }).getAttribute('aria-current')).toBe(
      'page',
    );

    // A document without the parameters of the frame still knows its shop.
    const config = await frame.locator('body').evaluate(() => shopify.config);
    expect(config).toMatchObject({ shop, locale: 'en' });
  });

  test('leaves the move to the app where it listens for it', async () => {
    const { page, frame } = opened;
    await frame.locator('body').evaluate(() => {
      addEventListener('shopify:navigate', (event) => {
        if (!(event.target instanceof Element)) return;
        history.pushState(null, '', `${event.target.getAttribute('href') ?? ''}?page=2#row`);
      });
    });
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.waitForURL('**/store/demo/apps/amends/app/settings?page=2#row');
    expect(await frame.getByRole('heading').first().textContent()).toBe('Plain app at /app');

    await page.reload();
    await frame.getByRole('heading', { name: 'Plain app at /app/settings' }).waitFor();
  });

  test('shows toasts and calls back', async () => {
    const { page, frame } = opened;
    await frame.locator('body').evaluate((body) => {
      shopify.toast.show('Refund of 12.00 sent', {
        action: 'Undo',
        onAction: () => (body.dataset['pressed'] = 'undo'),
      });
      shopify.toast.show('Gone at once', { duration: 1 });
    });
    const toasts = page.getByRole('region', { name: 'Notifications' });
    await toasts.getByText('Refund of 12.00 sent').waitFor();
    await toasts.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(pressed).toBe('undo');
    await expect.poll(() => toasts.textContent()).toBe('');
  });

  test("stands in for the app's title bar, with buttons that press the app's own", async () => {
    const { page } = opened;
    await page.getByRole('heading', { name: 'Title of /app' }).waitFor();
    for (const [name, effect] of [
      ['Export', 'export'],
      ['Refund all', 'refund'],
      ['Back', 'back'],
    ] as const) {
      await page.getByRole('button', { name }).click();
      await expect.poll(pressed).toBe(effect);
    }
  });

  test('shows the save bar and asks before unsaved changes are left', async () => {
    const { page, frame } = opened;
    const bar = page.getByRole('region', { name: 'Unsaved changes' });
    await frame.locator('body').evaluate(() => shopify.saveBar.show('save-bar'));
    await bar.getByRole('button', { name: 'Save' }).click();
    await expect.poll(pressed).toBe('save');

    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole('link', { name: 'Queue' }).click();
    await expect.poll(() => asked).toEqual(['Leave without saving the changes?']);
    const stayed = frame.locator('body').evaluate(() => shopify.saveBar.leaveConfirmation());
    await expect(stayed).rejects.toThrow('the merchant stays on the page');
    expect(page.url()).toMatch(/\/app$/);

    await frame.locator('body').evaluate(() => shopify.saveBar.hide('save-bar'));
    await bar.waitFor({ state: 'hidden' });
    await frame.locator('body').evaluate(() => shopify.saveBar.leaveConfirmation());
  });

  test('shows the save bar for a form that asks for it', async () => {
    const { page, frame } = opened;
    const bar = page.getByRole('region', { name: 'Unsaved changes' });
    await frame.getByLabel('Name').fill('Lantern');
    await bar.getByRole('button', { name: 'Discard' }).click();
    await bar.waitFor({ state: 'hidden' });
    expect(await frame.getByLabel('Name').inputValue()).toBe('');

    await frame.getByLabel('Name').fill('Lantern');
    await bar.getByRole('button', { name: 'Save' }).click();
    await expect.poll(pressed).toBe('submit');
    await bar.waitFor({ state: 'hidden' });
  });

  test('opens a modal over the app', async () => {
    const { frame } = opened;
    await frame.locator('body').evaluate(() => shopify.modal.show('modal'));
    const dialog = frame.getByRole('dialog', { name: 'Sure?' });
    await frame.getByText('Is that so?').waitFor();
    await dialog.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(pressed).toBe('yes');
    await frame.locator('body').evaluate(() => shopify.modal.hide('modal'));
    await dialog.waitFor({ state: 'hidden' });
  });

  test("adds nothing to the app's own tree", async () => {
    const markup = await opened.frame
      .locator('html')
      .evaluate((root) =>
        [...root.querySelectorAll('*')].map(
          (element) => element.localName + String(element.attributes.length),
        ),
      );
    const original = await (await fetch(`${visit.app.origin}/app`)).text();
    const parsed = await opened.page.evaluate((source) => {
      const there = new DOMParser().parseFromString(source, 'text/html');
      return [...there.querySelectorAll('*')]
        .slice(1)
        .map((element) => element.localName + String(element.attributes.length));
    }, original);
    expect(markup).toEqual(parsed);
  });

  test('changes its language together with the app, which stays where it is', async () => {
    const { page, frame } = opened;
    await page.getByRole('link', { name: 'Queue' }).click();
    await page.waitForURL('**/app/queue');
    await page.getByLabel('Language').selectOption('zh-CN');
    await page.waitForURL('**/app/queue?locale=zh-CN');
    await page.getByRole('link', { name: '订单' }).waitFor();
    await frame.getByRole('heading', { name: 'Plain app at /app/queue' }).waitFor();
    expect(await frame.locator('body').evaluate(() => shopify.config.locale)).toBe('zh-CN');
    expect(visit.app.requests.at(-2)?.path).toContain('locale=zh-CN');
  });

  test('leads links of the shopify: scheme to its own pages', async () => {
    await opened.frame.getByRole('link', { name: 'All orders' }).click();
    await opened.page.waitForURL('**/store/demo/orders');
    await opened.page.getByRole('heading', { name: 'Orders' }).waitFor();
  });

  test('follows window.open out of the frame', async () => {
    const other = context.waitForEvent('page');
    await opened.frame
      .getByRole('heading')
      .first()
      .evaluate((heading) => {
        heading.addEventListener('click', () => window.open('shopify:admin/orders', '_blank'));
      });
    await opened.frame.getByRole('heading').first().click();
    await expect.poll(async () => (await other).url()).toMatch(/\/store\/demo\/orders$/);
  });
});
